import * as z from "zod";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { Id as MemberId } from "../member/member.ts";
import type { ByAt } from "../permission/actor.ts";
import type { Info as Proposal } from "../proposal/proposal.ts";
import { helperRefusal } from "./helper.refusals.ts";

/** When a proposal says no number, as many as an audience of one message and more than any team has. */
const HEAD_COUNT_MAXIMUM = 1000;
/** Whom one answer names; a lead may answer again. */
export const NAMED_AT_ONCE = 100;

/** A lead names people of the team, or declines with a reason. */
export const Answer = z.discriminatedUnion("answer", [
  z.object({ answer: z.literal("name"), memberIds: z.array(MemberId).min(1).max(NAMED_AT_ONCE) }),
  z.object({ answer: z.literal("decline"), reason: plainText(2, 500) }),
]);
export type Answer = z.infer<typeof Answer>;

const Who = { by: z.string(), byFor: z.string().optional(), at: Instant };

/** What the lead of one team answered; nobody is named of a team that declined. */
export const Team = z.discriminatedUnion("state", [
  z.object({ teamId: z.string(), state: z.literal("asked") }),
  z.object({ teamId: z.string(), state: z.literal("named"), memberIds: z.array(z.string()), ...Who }),
  z.object({ teamId: z.string(), state: z.literal("declined"), reason: plainText(2, 500), ...Who }),
]);
export type Team = z.infer<typeof Team>;

/** The teams that were asked to help at an activity: one row, so that leads who answer at once never name too many. @source docs/domain.md A9 */
export const Info = z.object({
  activityId: z.string(),
  headCount: z.int().positive().max(HEAD_COUNT_MAXIMUM),
  teams: z.array(Team).max(20),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** The teams that a proposal was granted, none of which has answered; undefined when it was granted none. */
export function begin(proposal: Proposal | undefined): Info | undefined {
  if (proposal?.state !== "approved") return undefined;
  const { activityId, grants, wishes } = proposal;
  const { volunteerTeamIds: teamIds = [] } = grants;
  if (teamIds.length === 0) return undefined;
  const teams = teamIds.map((teamId): Team => ({ teamId, state: "asked" }));
  return { activityId, headCount: wishes.volunteers?.headCount ?? HEAD_COUNT_MAXIMUM, teams, version: 0 };
}

/** How many are named, over all teams. */
export const namedOf = ({ teams }: Pick<Info, "teams">): number =>
  teams.reduce((sum, team) => sum + (team.state === "named" ? team.memberIds.length : 0), 0);

/**
 * Takes a lead's answer. Who is named already stays so; more may be named until the number is reached.
 *
 * @param ofTeam - the party volunteers of the team
 * @returns the row, and whom to invite
 * @throws `helper.not_asked`, `helper.declined`, `helper.named`, `helper.not_of_team`, `helper.too_many`
 */
export function answer(
  asked: Info,
  said: Answer,
  { teamId, ofTeam, actorId, deputyFor, at }: ByAt & { teamId: string; ofTeam: ReadonlySet<string> },
): { item: Info; invited: string[] } {
  const team = asked.teams.find((one) => one.teamId === teamId);
  if (!team) throw helperRefusal("helper.not_asked");
  if (team.state === "declined") throw helperRefusal("helper.declined");
  const who = { by: actorId, at, ...(deputyFor === undefined ? {} : { byFor: deputyFor }) };
  const replaced = (after: Team): Info => ({ ...asked, teams: asked.teams.map((one) => (one === team ? after : one)) });
  if (said.answer === "decline") {
    if (team.state === "named") throw helperRefusal("helper.named");
    return { item: replaced({ teamId, state: "declined", reason: said.reason, ...who }), invited: [] };
  }
  const strangers = said.memberIds.filter((id) => !ofTeam.has(id));
  if (strangers.length > 0) throw helperRefusal("helper.not_of_team", { members: strangers });
  const held = team.state === "named" ? team.memberIds : [];
  const others = new Set(asked.teams.flatMap((one) => (one.state === "named" && one !== team ? one.memberIds : [])));
  const invited = [...new Set<string>(said.memberIds)].filter((id) => !held.includes(id) && !others.has(id));
  if (invited.length === 0) return { item: asked, invited };
  const { headCount } = asked;
  const named = namedOf(asked);
  if (named + invited.length > headCount)
    throw helperRefusal("helper.too_many", { headCount, named, left: headCount - named });
  return { item: replaced({ teamId, state: "named", memberIds: [...held, ...invited], ...who }), invited };
}
