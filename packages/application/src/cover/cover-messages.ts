import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { turning } from "@yigong/core/card/turning.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { isUrgent } from "@yigong/core/cover/urgent.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Audience, Effect } from "@yigong/core/outbox/outbox.ts";
import { holders, people, tell } from "../lifecycle/lifecycle-effects.ts";
import type { CoverNames } from "./cover-names.ts";

/** A need as it was and as it became. */
export interface Change {
  before: Cover.Info;
  after: Cover.Info;
  /** When it moved, ISO-8601 UTC. */
  at: string;
}

/** What people are told when a need moved: who is out, and who is asked, agreed or confirmed now. */
export const messagesOf = (activity: Activity, change: Change, names: CoverNames): Effect[] => [
  ...toldOut(activity, change, names),
  ...toldDroppedOut(activity, change, names),
  ...toldLost(activity, change, names),
  ...toldIn(activity, change, names),
  ...turned(change),
];

/** Whoever was asked, or had to confirm, may have a card of it. */
const turned = ({ before, at }: Change): Effect[] =>
  before.status === "offered" || before.status === "accepted"
    ? [turning({ activityId: before.activityId, subjectId: before.id }, String(before.version + 1), at)]
    : [];

const about = (activity: Activity, { before, at }: Change, to: Audience) => ({
  activity,
  to,
  dueAt: at,
  cause: `${before.id}:${before.version + 1}`,
});
const one = (memberId: string): Audience => ({ kind: "members", memberIds: [memberId] });
const shiftOf = (need: Cover.Info, names: CoverNames) => ({
  post: names.postOf(need),
  shiftPeriod: period(need.from, need.to),
});

function toldOut(activity: Activity, change: Change, names: CoverNames): Effect[] {
  const { before, after } = change;
  const left = leftOut(before, after);
  if (!left) return [];
  const said = about(activity, change, one(left.memberId));
  const shift = shiftOf(after, names);
  if (left.how === "declined" || left.how === "droppedOut") {
    if (left.by === undefined) return [];
    const put = {
      ...shift,
      by: names.nameOf(left.by),
      name: names.nameOf(after.participantId),
      reason: left.reason ?? "",
    };
    return [tell({ ...said, cause: `${said.cause}:out`, template: "cover.putOut" }, put)];
  }
  if (left.how === "silence") return [tell({ ...said, template: "cover.expired" }, shift)];
  if (left.how === "notConfirmed")
    return [tell({ ...said, template: "cover.notConfirmed" }, { ...shift, reason: left.reason ?? "" })];
  return [tell({ ...said, template: "cover.withdrawn" }, { ...shift, name: names.nameOf(after.participantId) })];
}

/** Those who arrange covers learn at once that one was given back; whoever is several of them is told once. */
function toldDroppedOut(activity: Activity, change: Change, names: CoverNames): Effect[] {
  const { before, after } = change;
  const left = leftOut(before, after);
  if (left?.how !== "droppedOut") return [];
  const head = names.headOf(before);
  const audiences: [string, Audience][] = [
    ["alliance", holders("alliance")],
    ["organizer", people(activity, "organizer")],
    ...(head === undefined ? [] : [["head", one(head)] satisfies [string, Audience]]),
    ...(before.branchId === undefined
      ? []
      : [
          ["secretary", { kind: "role", role: "branchSecretary", unitId: before.branchId }] satisfies [
            string,
            Audience,
          ],
        ]),
  ];
  const params = {
    ...shiftOf(after, names),
    name: names.nameOf(left.memberId),
    covered: names.nameOf(after.participantId),
    reason: left.reason ?? "",
  };
  const page = PAGE.phoneList(activity.id, after.id);
  const said = about(activity, change, holders("alliance"));
  const of = `message.send#cover.droppedOut#${activity.id}.${said.cause}`;
  return audiences.map(([who, to]) => ({
    ...tell({ ...said, to, page, cause: `${said.cause}:${who}`, template: "cover.droppedOut" }, params),
    of,
  }));
}

/** Who was told that their shift is covered learns that it is not any more, while they still serve. */
function toldLost(activity: Activity, change: Change, names: CoverNames): Effect[] {
  const { before, after } = change;
  if (before.status !== "confirmed" || after.status === "void" || Cover.covererOf(after) === before.memberId) return [];
  const said = about(activity, change, one(after.participantId));
  const cause = `${said.cause}:lost`;
  const params = { ...shiftOf(after, names), name: names.nameOf(before.memberId) };
  return [tell({ ...said, cause, template: "cover.lost" }, params)];
}

function toldIn(activity: Activity, change: Change, names: CoverNames): Effect[] {
  const { before, after, at } = change;
  const coverer = Cover.covererOf(after);
  if (coverer === undefined || (before.status === after.status && Cover.covererOf(before) === coverer)) return [];
  const shift = shiftOf(after, names);
  const covered = names.nameOf(after.participantId);
  const name = names.nameOf(coverer);
  const said = about(activity, change, one(coverer));
  const page = PAGE.cover(after.id);
  switch (after.status) {
    case "offered":
      return [
        tell(
          { ...said, page, template: isUrgent(after, at) ? "cover.askedUrgently" : "cover.offered" },
          { ...shift, name: covered, expiresAt: after.expiresAt },
        ),
      ];
    case "accepted": {
      const head = names.headOf(after);
      const to = head === undefined ? holders("alliance") : one(head);
      const asked = { ...shift, name, covered, confirmUntilAt: after.from };
      const told = after.assigned
        ? [
            tell(
              { ...said, page, template: "cover.assigned" },
              { ...shift, name: covered, reason: after.assigned.reason },
            ),
          ]
        : [];
      const card = PAGE.approval("cover", after.activityId, after.id);
      return [...told, tell({ ...said, to, page: card, template: "cover.confirmationAsked" }, asked)];
    }
    case "confirmed":
      return [
        tell({ ...said, page, template: "cover.confirmed" }, { ...shift, name: covered }),
        tell({ ...said, to: one(after.participantId), template: "cover.arranged" }, { ...shift, name }),
      ];
    default:
      return [];
  }
}

/** Who was asked or had agreed and is out now. */
function leftOut(
  before: Cover.Info,
  after: Cover.Info,
): (Pick<Cover.Decline, "memberId" | "reason" | "by"> & { how: Cover.Decline["how"] | "withdrawn" }) | undefined {
  const memberId = Cover.covererOf(before);
  if (memberId === undefined || memberId === Cover.covererOf(after)) return undefined;
  const decline = after.declinedBy.slice(before.declinedBy.length).findLast((one) => one.memberId === memberId);
  if (!decline) return { memberId, how: "withdrawn" as const };
  return decline;
}
