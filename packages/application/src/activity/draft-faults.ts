import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { placesOf } from "@yigong/core/activity/revise.ts";
import type { Refusal } from "@yigong/core/lib/error.ts";
import type { NewActivity } from "./new-activity.ts";

/** Why an activity cannot be started as it is described, and the field that it is about. */
export interface DraftFault {
  path: string;
  refusal: Refusal;
}

/** As far as somebody has described an activity. */
type Described = Pick<NewActivity, "minimumPeople"> & {
  origin?: NewActivity["origin"] | undefined;
  recruitUntil?: string | undefined;
  teamId?: string | undefined;
  proposal?: unknown;
  sessions: readonly { positions: readonly { headCount: number }[] }[];
};

/** What does not fit together in a description; the first is what refuses it. @source docs/domain.md A1, A8 */
export function* senseFaults(draft: Described, at: string): Generator<DraftFault> {
  const { origin, recruitUntil, minimumPeople: minimum, proposal, teamId } = draft;
  if (recruitUntil !== undefined && recruitUntil <= at)
    yield { path: "recruitUntil", refusal: activityRefusal("activity.recruit_past") };
  const places = placesOf(draft);
  if (minimum > places)
    yield { path: "minimumPeople", refusal: activityRefusal("activity.minimum_too_high", { minimum, places }) };
  if (origin === undefined) return;
  if (origin === "alliance" && proposal) yield { path: "proposal", refusal: activityRefusal("activity.no_proposal") };
  if (origin !== "alliance" && !proposal)
    yield { path: "proposal", refusal: activityRefusal("activity.proposal_missing") };
  if (origin === "team" && !teamId) yield { path: "teamId", refusal: activityRefusal("activity.team_missing") };
}

/** The units that a description names, by field, in the order in which they are looked for. */
export const unitsNamedBy = ({
  branchId,
  teamId,
  audience,
  proposal,
}: {
  branchId?: string | undefined;
  teamId?: string | undefined;
  audience: { branchIds: readonly string[]; teamIds: readonly string[] };
  proposal?:
    | { wishes?: { volunteers?: { teamIds?: readonly string[] | undefined } | undefined } | undefined }
    | undefined;
}): { path: string; kind: "branch" | "team"; ids: readonly string[] }[] => [
  { path: "branchId", kind: "branch", ids: branchId ? [branchId] : [] },
  { path: "audience.branchIds", kind: "branch", ids: audience.branchIds },
  { path: "teamId", kind: "team", ids: teamId ? [teamId] : [] },
  { path: "audience.teamIds", kind: "team", ids: audience.teamIds },
  { path: "proposal.wishes.volunteers.teamIds", kind: "team", ids: proposal?.wishes?.volunteers?.teamIds ?? [] },
];
