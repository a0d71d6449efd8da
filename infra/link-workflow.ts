const FUNCTION = /arn:aws:lambda:us-east-1:000000000000:function:(\w+)/g;

/**
 * Puts real ARNs where a built workflow has placeholders: functions by name, everything else in its partition.
 *
 * @param arns - ARN of each function by the name of its state
 * @throws when a function of that name is not among them
 */
export function linkWorkflow(text: string, { arns, partition }: { arns: Record<string, string>; partition: string }) {
  const linked = text
    // Before the functions are linked: an ARN that is linked has its partition already.
    .replaceAll(/arn:aws:states:::/g, `arn:${partition}:states:::`)
    .replaceAll(FUNCTION, (_, name: string) => {
      const arn = arns[name];
      if (!arn) throw new Error(`There is no function ${name} for the workflow to invoke.`);
      return arn;
    });
  return linked;
}

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
}

const list = (value: string | string[]): string[] => [value].flat();

/** A workflow's own statements, without those about versions of a function: we publish none. */
export const unversioned = (statements: Statement[]) =>
  statements.map(({ Action, Resource }) => ({
    actions: list(Action),
    resources: list(Resource).filter((resource) => !resource.endsWith(":*")),
  }));
