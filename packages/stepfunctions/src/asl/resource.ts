/** A Task's Resource, parsed. */
export type Resource =
  | { kind: "function"; functionName: string; arn: string }
  | { kind: "invoke"; waitForToken: boolean }
  | { kind: "startExecution"; mode: "request" | "sync" | "sync:2" | "waitForTaskToken" };

const functionArn = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:([A-Za-z0-9-_]+)(:[A-Za-z0-9$_-]+)?$/;
const service =
  /^arn:[^:]+:states:[^:]*:[^:]*:(lambda:invoke|states:startExecution)(?:\.(waitForTaskToken|sync|sync:2))?$/;

/** Parses a Task's Resource; undefined when this engine does not support it. */
export function readResource(arn: string): Resource | undefined {
  const named = functionArn.exec(arn);
  if (named?.[1] !== undefined) return { kind: "function", functionName: named[1], arn };
  const found = service.exec(arn);
  if (!found) return undefined;
  const suffix = found[2];
  if (found[1] === "lambda:invoke") {
    if (suffix === undefined || suffix === "waitForTaskToken")
      return { kind: "invoke", waitForToken: suffix === "waitForTaskToken" };
    return undefined;
  }
  return { kind: "startExecution", mode: (suffix ?? "request") as "request" | "sync" | "sync:2" | "waitForTaskToken" };
}

/** Name of a Lambda function from its name, partial ARN or ARN, without version or alias. */
export function functionNameOf(nameOrArn: string): string {
  const afterFunction = /(?:^|:)function:([^:]+)/.exec(nameOrArn);
  if (afterFunction?.[1] !== undefined) return afterFunction[1];
  return nameOrArn.split(":")[0] ?? nameOrArn;
}

/** `resourceType` and `resource` of history events. */
export function resourceNames(resource: Resource): { resourceType: string; resource: string } {
  if (resource.kind === "startExecution") {
    const suffix = resource.mode === "request" ? "" : `.${resource.mode}`;
    return { resourceType: "states", resource: `startExecution${suffix}` };
  }
  const waits = resource.kind === "invoke" && resource.waitForToken;
  return { resourceType: "lambda", resource: waits ? "invoke.waitForTaskToken" : "invoke" };
}
