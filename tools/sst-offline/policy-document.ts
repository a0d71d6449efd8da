interface Source {
  sid?: string;
  effect?: string;
  principals?: { type: string; identifiers: string[] }[];
  actions?: string[];
  resources?: string[];
  conditions?: { test: string; variable: string; values: string[] }[];
}

const one = <T>(list: T[]): T | T[] => (list.length === 1 && list[0] !== undefined ? list[0] : list);

const principal = (all: NonNullable<Source["principals"]>) =>
  all.some(({ type }) => type === "*")
    ? "*"
    : Object.fromEntries(all.map(({ type, identifiers }) => [type, one(identifiers)]));

function condition(all: NonNullable<Source["conditions"]>): Record<string, Record<string, string | string[]>> {
  const by: Record<string, Record<string, string | string[]>> = {};
  for (const { test, variable, values } of all) by[test] = { ...by[test], [variable]: one(values) };
  return by;
}

/** What the provider's `getPolicyDocument` makes of statements. */
export function policyDocument({ statements = [] }: { statements?: Source[] }): Record<string, unknown> {
  const Statement = statements.map(({ sid, effect = "Allow", principals, actions = [], resources, conditions }) => ({
    ...(sid ? { Sid: sid } : {}),
    Effect: effect,
    ...(principals ? { Principal: principal(principals) } : {}),
    Action: one(actions),
    ...(resources ? { Resource: one(resources) } : {}),
    ...(conditions ? { Condition: condition(conditions) } : {}),
  }));
  return {
    json: JSON.stringify({ Version: "2012-10-17", Statement }),
    statements: statements.length > 0 ? statements : undefined,
    id: "policy",
  };
}
