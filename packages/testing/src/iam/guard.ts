import { type Grant, grantsFor, grantsOf, type Statement, type Wish } from "./policy.ts";

/** A request that AWS would refuse. */
export class Denied extends Error {
  constructor(who: string, { action, resource }: Wish) {
    super(`${who} is not authorized to perform: ${action} on resource: ${resource}`);
    this.name = "AccessDeniedException";
  }
}

/** What one role was given and what it did with it, a line for each grant: `dynamodb:GetItem on arn:…`. */
export interface Use {
  used: string[];
  unused: string[];
  denied: string[];
}

/** Judges what roles want to do and remembers by which grant it was allowed. */
export interface Guard {
  /** @throws Denied unless all of it is allowed */
  require(role: string, wishes: readonly Wish[]): void;
  /** Whether it is allowed; a grant by which it is counts as used. */
  allows(role: string, wish: Wish): boolean;
  use(role: string): Use;
}

const said = ({ action, resource }: Grant): string => `${action} on ${resource}`;

/** @param statements - of each role, by a name for it */
export function openGuard(statements: ReadonlyMap<string, readonly Statement[]>): Guard {
  const used = new Map<string, Set<string>>();
  const denied = new Map<string, Set<string>>();
  const note = (in_: Map<string, Set<string>>, role: string, line: string) =>
    in_.set(role, (in_.get(role) ?? new Set()).add(line));

  const allows = (role: string, wish: Wish): boolean => {
    const grants = grantsFor(wish, statements.get(role) ?? []);
    for (const grant of grants) note(used, role, said(grant));
    if (grants.length === 0) note(denied, role, said(wish));
    return grants.length > 0;
  };
  return {
    allows,
    require(role, wishes) {
      for (const wish of wishes) if (!allows(role, wish)) throw new Denied(role, wish);
    },
    use(role) {
      const done = used.get(role) ?? new Set();
      const given = [...new Set(grantsOf(statements.get(role) ?? []).map(said))].sort();
      return {
        used: given.filter((line) => done.has(line)),
        unused: given.filter((line) => !done.has(line)),
        denied: [...(denied.get(role) ?? [])].sort(),
      };
    },
  };
}
