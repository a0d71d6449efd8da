import { Refusal } from "../lib/error.ts";
import { type Merged, type ValueOf, valuesOf } from "../noun-vocabulary.ts";
import * as nouns from "../vocabulary.ts";
import type { By } from "./actor.ts";
import type { Grant, Rule } from "./role.ts";

/** Who acts: a member with the roles in force at that instant. `own` covers what belongs to the member. */
export interface Actor {
  memberId: string;
  /** How they are called, when they are on the roster. */
  name?: string;
  grants: readonly Grant[];
  /** The actions for which a program acts for them; a person has no such limit. */
  only?: Scope | undefined;
}

/** The actions that a token is for. */
export interface Scope {
  has(action: string): boolean;
}

/** What an action is about, as far as permission depends on it. */
export interface Subject {
  branchId?: string | undefined;
  teamIds?: readonly string[] | undefined;
  /** The organizer of an activity, or the member whom a record is about. */
  ownerId?: string | undefined;
  /** Whom the organizer named to check people in at this activity, as far as they were looked up. */
  stewardIds?: readonly string[] | undefined;
}

type Policy = Merged<ValueOf<typeof nouns, "actions">>;

/** The one table of permissions: action → who may. A noun's rows are in its vocabulary, such as `leave/leave.vocabulary.ts`. @source docs/domain.md Roles */
export const POLICY: Policy = Object.assign({}, ...valuesOf(nouns, "actions"));

export type Action = keyof Policy;

const reaches = (grant: Grant, subject: Subject): boolean => {
  switch (grant.scope.kind) {
    case "all":
      return true;
    case "branch":
      return subject.branchId === grant.scope.unitId;
    case "team":
      return subject.teamIds?.includes(grant.scope.unitId) ?? false;
  }
};

/**
 * The grant under which an actor may do something; `own`, `steward` and `anybody` need none. What somebody may do in their own right
 * they do so: the grant of a deputy is taken only when there is no other ground.
 */
export function groundsFor(actor: Actor, action: Action, subject: Subject = {}): { allowed: boolean; grant?: Grant } {
  if (actor.only && !actor.only.has(action)) return { allowed: false };
  const rules: readonly Rule[] = POLICY[action];
  const grants = actor.grants.filter((held) => rules.includes(held.role) && reaches(held, subject));
  const grant = grants.find(({ deputyFor }) => deputyFor === undefined);
  if (grant) return { allowed: true, grant };
  if (rules.includes("anybody") || (rules.includes("own") && subject.ownerId === actor.memberId))
    return { allowed: true };
  if (rules.includes("steward") && subject.stewardIds?.includes(actor.memberId)) return { allowed: true };
  const [deputy] = grants;
  return deputy ? { allowed: true, grant: deputy } : { allowed: false };
}

export const may = (actor: Actor, action: Action, subject: Subject = {}): boolean =>
  groundsFor(actor, action, subject).allowed;

/**
 * Lets an actor do something, or refuses.
 *
 * @returns the role and deputy to write into the audit entry
 * @throws `permission.denied`, `token.out_of_scope`
 */
export function allow(actor: Actor, action: Action, subject: Subject = {}): By {
  if (actor.only && !actor.only.has(action)) throw outOfScope(action);
  const { allowed, grant } = groundsFor(actor, action, subject);
  if (!allowed) throw new Refusal("forbidden", "permission.denied", `This needs a role that allows ${action} here.`);
  return { actorId: actor.memberId, role: grant?.role, deputyFor: grant?.deputyFor };
}

/** The refusal of what a token is not for; without an action, of what no token is for. */
export const outOfScope = (action?: Action): Refusal => {
  const what = action ? `This token is not for ${action}` : "No token is for this: it is for people";
  return new Refusal("forbidden", "token.out_of_scope", `${what}. Sign in, or have a token made for what is needed.`);
};

/** The grants in force at an instant. */
export const grantsAt = (grants: readonly Grant[], at: string): Grant[] =>
  grants.filter((grant) => grant.from <= at && (grant.until === undefined || at < grant.until));
