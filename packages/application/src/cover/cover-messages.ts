import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { period } from "@yigong/core/message/message.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Audience, Effect } from "@yigong/core/outbox/outbox.ts";
import { holders, tell } from "../lifecycle/lifecycle-effects.ts";
import type { CoverDeps } from "./cover-standing.ts";

/** The names that messages and lists about covers use. */
export interface Words {
  nameOf(memberId: string): string;
  postOf(need: Pick<Cover.Info, "postId">): string;
  /** Who confirms: the post's head, else the department's, else nobody in person and the alliance does. */
  headOf(need: Cover.Info): string | undefined;
}

/** Reads the names that are needed to speak of some needs. */
export async function wordsOf(
  deps: Pick<CoverDeps, "members" | "units">,
  needs: readonly Cover.Info[],
  others: readonly string[] = [],
): Promise<Words> {
  const ids = needs.flatMap((need) => [need.participantId, Cover.covererOf(need) ?? need.participantId]);
  const unitIds = needs.flatMap((need) => [need.postId, need.departmentId ?? need.postId]);
  const [members, units] = await Promise.all([
    deps.members.getMany([...new Set([...ids, ...others])], recent),
    deps.units.getMany([...new Set(unitIds)]),
  ]);
  const names = new Map(members.map((member) => [member.id as string, member.name]));
  const unitsById = new Map(units.map((unit) => [unit.id as string, unit]));
  return {
    nameOf: (memberId) => names.get(memberId) ?? memberId,
    postOf: (need) => unitsById.get(need.postId)?.name ?? need.postId,
    headOf: (need) => headOf(need, unitsById),
  };
}

/** Nobody confirms their own cover, so a head who covers is passed over. */
function headOf(need: Cover.Info, units: ReadonlyMap<string, UnitInfo>): string | undefined {
  const heads = [need.postId, need.departmentId ?? ""].map((id) => {
    const unit = units.get(id);
    return unit?.kind === "post" || unit?.kind === "department" ? unit.headId : undefined;
  });
  return heads.find((headId) => headId !== undefined && headId !== Cover.covererOf(need));
}

/** A need as it was and as it became. */
export interface Turn {
  before: Cover.Info;
  after: Cover.Info;
  /** When it moved, ISO-8601 UTC. */
  at: string;
}

/** What people are told when a need moved: who is out, and who is asked, agreed or confirmed now. */
export const messagesOf = (activity: Activity, turn: Turn, words: Words): Effect[] => [
  ...toldOut(activity, turn, words),
  ...toldIn(activity, turn, words),
];

const about = (activity: Activity, { before, at }: Turn, to: Audience) => ({
  activity,
  to,
  dueAt: at,
  cause: `${before.id}:${before.version + 1}`,
});
const one = (memberId: string): Audience => ({ kind: "members", memberIds: [memberId] });
const shiftOf = (need: Cover.Info, words: Words) => ({
  post: words.postOf(need),
  shiftPeriod: period(need.from, need.to),
});

function toldOut(activity: Activity, turn: Turn, words: Words): Effect[] {
  const { before, after } = turn;
  const left = leftOut(before, after);
  if (!left || left.how === "declined") return [];
  const said = about(activity, turn, one(left.memberId));
  const shift = shiftOf(after, words);
  if (left.how === "silence") return [tell({ ...said, template: "cover.expired" }, shift)];
  if (left.how === "notConfirmed")
    return [tell({ ...said, template: "cover.notConfirmed" }, { ...shift, reason: left.reason ?? "" })];
  return [tell({ ...said, template: "cover.withdrawn" }, { ...shift, name: words.nameOf(after.participantId) })];
}

function toldIn(activity: Activity, turn: Turn, words: Words): Effect[] {
  const { before, after } = turn;
  const coverer = Cover.covererOf(after);
  if (coverer === undefined || (before.status === after.status && Cover.covererOf(before) === coverer)) return [];
  const shift = shiftOf(after, words);
  const covered = words.nameOf(after.participantId);
  const name = words.nameOf(coverer);
  const said = about(activity, turn, one(coverer));
  switch (after.status) {
    case "offered":
      return [tell({ ...said, template: "cover.offered" }, { ...shift, name: covered, expiresAt: after.expiresAt })];
    case "accepted": {
      const head = words.headOf(after);
      const to = head === undefined ? holders("alliance") : one(head);
      const asked = { ...shift, name, covered, confirmUntilAt: after.from };
      return [tell({ ...said, to, template: "cover.confirmationAsked" }, asked)];
    }
    case "confirmed":
      return [
        tell({ ...said, template: "cover.confirmed" }, { ...shift, name: covered }),
        tell({ ...said, to: one(after.participantId), template: "cover.arranged" }, { ...shift, name }),
      ];
    default:
      return [];
  }
}

/** Who was asked or had agreed and is out now, without having said no themselves. */
function leftOut(before: Cover.Info, after: Cover.Info) {
  const memberId = Cover.covererOf(before);
  if (memberId === undefined || memberId === Cover.covererOf(after)) return undefined;
  const decline = after.declinedBy.slice(before.declinedBy.length).findLast((one) => one.memberId === memberId);
  if (!decline) return { memberId, how: "withdrawn" as const };
  return { memberId, how: decline.how, ...(decline.reason === undefined ? {} : { reason: decline.reason }) };
}
