/** One resource or component, with the inputs it would be made from. */
export interface Registered {
  urn: string;
  type: string;
  name: string;
  /** A real resource; a component otherwise. */
  custom: boolean;
  parent?: string;
  inputs: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  options: { protect: boolean; retainOnDelete: boolean; ignoreChanges: string[] };
  /** Paths of the inputs that Pulumi would store encrypted. */
  secrets: string[];
}

export interface Recorded {
  project: string;
  stage: string;
  region: string;
  resources: Registered[];
  failures: string[];
}

/** The bundle of one function. */
export interface Build {
  name: string;
  handler: string;
  /** Of the bundle alone, minified. */
  bytes: number;
  /** Of all that is uploaded, before it is packed. */
  unpackedBytes: number;
  /** What it is linked to, from its encrypted file. */
  links: Record<string, Record<string, unknown>>;
  folder: string;
}

export interface Statement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Action: string[];
  Resource: string[];
  Principal?: unknown;
  Condition?: unknown;
}

const list = (value: unknown): string[] => (value === undefined ? [] : ([value].flat() as string[]));

/** What a deployment of a stage would register, to ask questions about. */
export class Stack {
  readonly stage: string;
  readonly region: string;
  readonly resources: readonly Registered[];
  readonly builds: readonly Build[];
  /** The types of links that the CLI wrote. */
  readonly types: string;

  constructor(data: { recorded: Recorded; builds: Build[]; types: string }) {
    this.stage = data.recorded.stage;
    this.region = data.recorded.region;
    this.resources = data.recorded.resources;
    this.builds = data.builds;
    this.types = data.types;
  }

  of(type: string): Registered[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** @throws when there is none or more than one */
  one(type: string, name: string): Registered {
    const [found, ...more] = this.of(type).filter((resource) => resource.name === name);
    if (!found || more.length > 0) throw new Error(`There are ${more.length + (found ? 1 : 0)} of ${type} ${name}.`);
    return found;
  }

  /** The function of a name in the catalogue. */
  lambda(name: string): Registered {
    return this.one("aws:lambda/function:Function", `${name}Function`);
  }

  arnOfLambda(name: string): string {
    const partition = this.region.startsWith("cn-") ? "aws-cn" : "aws";
    return `arn:${partition}:lambda:${this.region}:123456789012:function:${String(this.lambda(name).inputs.name)}`;
  }

  /** Every statement that a role has, in its own or an attached policy. */
  statements(role: Registered): Statement[] {
    const own = ((role.inputs.inlinePolicies ?? []) as { policy: string }[]).map(({ policy }) => policy);
    const attached = this.of("aws:iam/rolePolicy:RolePolicy")
      .filter(({ inputs }) => inputs.role === (role.inputs.name ?? role.name))
      .map(({ inputs }) => String(inputs.policy));
    return [...own, ...attached].flatMap(statementsIn);
  }

  /** A link's properties, as `Resource` gives them. */
  get links(): Record<string, Record<string, unknown>> {
    const refs = this.of("sst:sst:LinkRef").map(({ outputs }) => [outputs?.target, outputs?.properties]);
    return Object.fromEntries(refs) as Record<string, Record<string, unknown>>;
  }
}

/** A policy's statements, with lists where one may stand for a list. */
export function statementsIn(policy: unknown): Statement[] {
  const document = (typeof policy === "string" ? JSON.parse(policy) : policy) as { Statement: unknown };
  return ([document.Statement].flat() as Statement[]).map((statement) => ({
    ...statement,
    Action: list(statement.Action),
    Resource: list(statement.Resource),
  }));
}
