/** One statement of a role's policies, with its one-or-many fields as lists. */
export interface Statement {
  Effect: "Allow" | "Deny";
  Action: readonly string[];
  Resource: readonly string[];
  /** Keys of a request that must have one of the values (`StringEquals`, the only test that is judged here). */
  when?: Readonly<Record<string, readonly string[]>>;
}

/** One thing that a caller wants to do: `dynamodb:GetItem` on an ARN, or on `*` where AWS knows no resource. */
export interface Wish {
  action: string;
  resource: string;
  /** What conditions may ask about the request, by key. */
  context?: Readonly<Record<string, string>>;
}

/** One action of one statement on one of its resources, as they are written there. */
export interface Grant {
  action: string;
  resource: string;
}

const KNOWN = new Set(["Sid", "Effect", "Action", "Resource", "Condition"]);

const list = (value: unknown): string[] => {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.map((one) => {
    if (typeof one !== "string") throw new Error(`A policy says ${JSON.stringify(value)} where it should say text.`);
    return one;
  });
};

function conditionsOf(condition: unknown): Statement["when"] {
  const { StringEquals = {}, ...others } = condition as Record<string, object>;
  const unknown = Object.keys(others);
  if (unknown.length > 0) throw new Error(`A statement has the test ${unknown.join(", ")}, which is not judged here.`);
  return Object.fromEntries(Object.entries(StringEquals).map(([key, values]) => [key, list(values)]));
}

/**
 * Reads the statements of a policy document.
 *
 * @throws for what is not judged here (tests other than `StringEquals`, `NotAction`, `NotResource`, `Principal`): passing over it could
 * allow what AWS denies
 */
export function statementsOf(document: string): Statement[] {
  const { Statement: found } = JSON.parse(document) as { Statement: unknown };
  const all: unknown[] = Array.isArray(found) ? found : [found];
  return all.map((one) => {
    const said = one as Record<string, unknown>;
    const unknown = Object.keys(said).filter((key) => !KNOWN.has(key));
    if (unknown.length > 0) throw new Error(`A statement has ${unknown.join(", ")}, which is not judged here.`);
    const { Effect, Action, Resource, Condition } = said;
    if (Effect !== "Allow" && Effect !== "Deny") throw new Error(`A statement has the effect ${String(Effect)}.`);
    const when = Condition === undefined ? undefined : conditionsOf(Condition);
    return { Effect, Action: list(Action), Resource: list(Resource), ...(when ? { when } : {}) };
  });
}

const pattern = (text: string, flags = ""): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    flags,
  );

const ARN_PARTS = 6;

/** An ARN's parts; what comes after the fifth colon is one part. */
const partsOf = (arn: string): string[] => {
  const parts = arn.split(":");
  return [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(":")];
};

/** Whether a resource as written in a policy covers another: `*` stays within its part of an ARN. */
function covers(written: string, resource: string): boolean {
  if (written === "*") return true;
  if (resource === "*" || !written.startsWith("arn:")) return false;
  const [wanted, given] = [partsOf(resource), partsOf(written)];
  return given.length === wanted.length && given.every((part, at) => pattern(part).test(wanted[at] ?? ""));
}

const matches = ({ action, resource, context = {} }: Wish, { Action, Resource, when = {} }: Statement): Grant[] => {
  const holds = Object.entries(when).every(([key, values]) => values.includes(context[key] ?? ""));
  if (!holds) return [];
  // Action names are the only thing in IAM that does not mind case.
  const actions = Action.filter((written) => pattern(written, "i").test(action));
  const resources = Resource.filter((written) => covers(written, resource));
  return actions.flatMap((one) => resources.map((other) => ({ action: one, resource: other })));
};

/**
 * Decides as IAM does: a Deny that matches wins, else an Allow that matches, else no.
 *
 * @returns the grants by which it is allowed; none when it is not
 * @source https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function grantsFor(wish: Wish, statements: readonly Statement[]): Grant[] {
  const denied = statements.some((statement) => statement.Effect === "Deny" && matches(wish, statement).length > 0);
  if (denied) return [];
  return statements.flatMap((statement) => (statement.Effect === "Allow" ? matches(wish, statement) : []));
}

/** Every grant that statements give, one for each action and resource. */
export const grantsOf = (statements: readonly Statement[]): Grant[] =>
  statements.flatMap(({ Effect, Action, Resource }) =>
    Effect === "Allow" ? Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))) : [],
  );
