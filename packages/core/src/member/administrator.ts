import type { Refusal } from "../lib/error.ts";
import type { Grant } from "../permission/role.ts";
import type { Step } from "../staging/head.ts";
import { memberRefusal } from "./member.refusals.ts";
import type { Info } from "./member.ts";

/** Administrator of everything in one's own right; a deputy's grant ends, and one of a unit does not reach the rest. */
const isOwn = ({ role, scope, deputyFor }: Grant): boolean =>
  role === "administrator" && scope.kind === "all" && deputyFor === undefined;

/**
 * Whether somebody is administrator for good: in force, without an end, of a person without a leaving date.
 *
 * @param at - ISO-8601 UTC
 * @source docs/domain.md "Decision, the last administrator"
 */
export const isLastingAdministrator = ({ leftOn, roles }: Info, at: string): boolean =>
  leftOn === undefined && roles.some((grant) => isOwn(grant) && grant.until === undefined && grant.from <= at);

/** Whether a change leaves somebody who was, or becomes, administrator without being it for good: another one has to be. */
export function needsOtherAdministrator(before: Info, after: Info, at: string): boolean {
  const standing = ({ leftOn, roles }: Info) => {
    const open = roles.filter((grant) => isOwn(grant) && (grant.until === undefined || grant.until > at));
    return open.length === 0 ? "" : JSON.stringify([open, leftOn]);
  };
  return !isLastingAdministrator(after, at) && standing(before) !== standing(after);
}

/** Nobody would be administrator for good any more, and nobody could undo that. */
export const lastAdministrator = (): Refusal => memberRefusal("member.last_administrator");

const touchedBy = ({ before, after }: Step<Info>): string | undefined => after?.id ?? before?.id;

/**
 * The steps of an import that takes the role from an administrator, with a step that leaves another one as they are.
 *
 * That step is staged like any other, so that the one on whom the import relies can neither leave nor lose the role meanwhile.
 * @returns undefined when nobody would be administrator for good
 */
export function holdingAdministrator(
  steps: readonly Step<Info>[],
  members: readonly Info[],
  at: string,
): Step<Info>[] | undefined {
  const lasts = (member: Info | undefined) => member !== undefined && isLastingAdministrator(member, at);
  const loses = steps.some(({ before, after }) => lasts(before) && !lasts(after));
  if (!loses || steps.some(({ after }) => lasts(after))) return [...steps];
  const touched = new Set(steps.map(touchedBy));
  const stays = members.find((member) => lasts(member) && !touched.has(member.id));
  return stays && [...steps, { before: stays, after: stays }];
}

/** Whether a step only holds on to somebody. */
export const isHolding = ({ before, after }: Step<Info>): boolean =>
  before !== undefined && after !== undefined && JSON.stringify(before) === JSON.stringify(after);
