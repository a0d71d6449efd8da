import type { Entry } from "@yigong/core/audit/audit.ts";
import type { Info as Need } from "@yigong/core/cover/cover.ts";
import type { Info as Leave } from "@yigong/core/leave/leave.ts";
import { STAGES, type Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Item, Row, RuleId } from "./timeline-item.ts";

/** Whose name stands in entries that nobody made. */
const SYSTEM = "system";

/** The rule by which something was done without anybody, by its action. */
const RULES: Readonly<Record<string, RuleId>> = {
  "leave.escalated": "A5",
  "leave.approved": "A5",
  "absence.excuseLeaver": "A5",
  "attendance.void": "L3",
};

/** What is done for many people one by one: a day's of one person is one item. */
const MANY = new Set([
  "attendance.rollCall",
  "attendance.syncRollCall",
  "attendance.admit",
  "attendance.walkIn",
  "attendance.checkOut",
  "attendance.stateHalfDays",
  "attendance.void",
  "survey.addServed",
  "survey.answerByPhone",
]);

const stageIn = (detail: Entry["detail"]): Stage | undefined => STAGES.find((stage) => stage === detail?.stage);

/** The action as people call it: closing a stage has several ways, deciding a proposal several verdicts. */
function actionOf({ action, detail }: Entry): string {
  if (action === "proposal.decide" && typeof detail?.verdict === "string") return `proposal.${detail.verdict}`;
  if (action !== "lifecycle.close") return action;
  if (detail?.kind === "filed") return "lifecycle.file";
  return detail?.kind === "skipped" ? "lifecycle.skip" : action;
}

const personIn = ({ detail, actorId }: Entry): Row[] =>
  typeof detail?.memberId === "string" && detail.memberId !== actorId ? [{ memberId: detail.memberId }] : [];

function itemOf(entry: Entry, rows: readonly Row[]): Item {
  const { at, detail, actorId, role, deputyFor, reason } = entry;
  const [action, stage] = [actionOf(entry), stageIn(detail)];
  if (actorId === SYSTEM) return { kind: "automatic", at, action, detail, stage, rule: RULES[action], rows };
  return { kind: "person", at, action, detail, stage, rows, by: { actorId, role, deputyFor }, reason };
}

/** What people did, from audit entries in whatever order. */
export function deedsOf(entries: readonly Entry[]): Item[] {
  const keyOf = (entry: Entry) =>
    MANY.has(entry.action) ? `${entry.action} ${entry.actorId} ${entry.at.slice(0, 10)}` : entry.id;
  const groups = Map.groupBy(
    entries.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))),
    keyOf,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { reason: _, ...anyReason } = first;
    if (group.length === 1) return [itemOf(first, personIn(first))];
    return [itemOf(anyReason, [{ name: "times", values: { n: group.length }, tab: "people" }])];
  });
}

/** How people answered offers to cover, which the needs keep and no audit entry. */
export const answersOf = (needs: readonly Need[]): Item[] =>
  needs.flatMap((need): Item[] => {
    const about = [{ memberId: need.participantId }];
    const declined = need.declinedBy
      .filter(({ how }) => how === "declined")
      .map(
        ({ memberId, at, reason }): Item => ({
          kind: "person",
          at,
          action: "cover.decline",
          stage: "Cover",
          rows: about,
          by: { actorId: memberId },
          reason,
        }),
      );
    const isHeld = need.status === "accepted" || need.status === "confirmed";
    if (!isHeld || need.assigned) return declined;
    const by = { actorId: need.memberId };
    return [
      ...declined,
      { kind: "person", at: need.acceptedAt, action: "cover.accept", stage: "Cover", rows: about, by },
    ];
  });

/** Who asked for leave, and when. Why stands in the request alone, which fewer people may read. */
export const leavesAsked = (leaves: readonly Leave[]): Item[] =>
  leaves.flatMap(({ memberId, request, earlier }) =>
    [...earlier.map((one) => one.request.at), request.at].map(
      (at): Item => ({ kind: "person", at, action: "leave.asked", rows: [], by: { actorId: memberId } }),
    ),
  );
