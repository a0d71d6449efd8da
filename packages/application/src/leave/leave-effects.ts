import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { turning } from "@yigong/core/card/turning.ts";
import { isOpen, type Info as Leave } from "@yigong/core/leave/leave.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";

interface About {
  activity: Activity;
  leave: Leave;
  member: Pick<Member, "id" | "name">;
}

/** The cause of a message: one for each request, so that a second request after a refusal is told again. */
const causeOf = ({ activityId, memberId, earlier }: Leave): string => `${activityId}.${memberId}.${earlier.length + 1}`;

/** Tells those of the branch who may decide, or the alliance, of a request for leave. */
export function asked({
  activity,
  leave,
  member,
  until,
  deciders,
}: About & { until: string | undefined; deciders: readonly string[] }): Effect[] {
  const { title } = activity;
  const common = { cause: causeOf(leave), dueAt: leave.request.at, activityId: activity.id };
  const params = { name: member.name, title, startsAt: startOf(activity) };
  const page = PAGE.approval("leave", activity.id, member.id);
  if (leave.status === "requested")
    return [
      tell({
        ...common,
        page,
        template: "leave.requested",
        params: { ...params, decideUntilAt: until ?? startOf(activity) },
        to: { kind: "members", memberIds: [...deciders].slice(0, 100) },
      }),
    ];
  return [tell({ ...common, page, template: "leave.forAlliance", params, to: { kind: "role", role: "alliance" } })];
}

/** Tells the member what became of a request, and the alliance what now waits for it. */
export function answered({ activity, leave, member, at }: About & { at: string }): Effect[] {
  const { title } = activity;
  const startsAt = startOf(activity);
  const common = { cause: causeOf(leave), dueAt: at, activityId: activity.id };
  const to = { kind: "members" as const, memberIds: [member.id] };
  switch (leave.status) {
    case "approved":
      return [tell({ ...common, template: "leave.approved", params: { title, startsAt }, to })];
    case "refused": {
      const reason = leave.decision.reason ?? "";
      return [tell({ ...common, template: "leave.refused", params: { title, startsAt, reason }, to })];
    }
    case "escalated": {
      const params = { name: member.name, title, startsAt };
      const page = PAGE.approval("leave", activity.id, member.id);
      return [
        tell({ ...common, template: "leave.passedOn", params: { title, startsAt }, to }),
        tell({ ...common, page, template: "leave.escalated", params, to: { kind: "role", role: "alliance" } }),
      ];
    }
    case "requested":
    case "withdrawn":
      return [];
  }
}

/** Those who were asked to decide may have a card of it. */
export const turned = ({ before, after, at }: { before: Leave; after: Leave; at: string }) =>
  isOpen(before)
    ? [
        turning(
          { activityId: after.activityId, subjectId: after.memberId },
          `${after.status}.${after.earlier.length + 1}`,
          at,
        ),
      ]
    : [];
