import { covererOf, isHeld } from "@yigong/core/cover/cover.ts";
import { overlaps } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { COUNTED } from "./model.ts";
import type { Week } from "./week.ts";

const pairs = <Row>(rows: readonly Row[]): (readonly [Row, Row])[] =>
  rows.flatMap((one, at) => rows.slice(at + 1).map((two) => [one, two] as const));

/** What must hold at every instant. @returns what does not, in words */
export async function faultsNow(week: Week): Promise<string[]> {
  const { house, model, activities } = week;
  const name = (memberId: string) => house.whoIs(memberId);
  const standing = week.standing.places.filter((row) => !model.cancelledAt.has(row.activityId));
  const faults: string[] = [];
  const stored = await Promise.all(activities.map(({ id }) => house.machine.app.useCases.activities.get(id)));
  for (const position of stored.flatMap(({ sessions }) => sessions.flatMap(({ positions }) => positions))) {
    const placed = standing.filter((row) => row.state === "placed" && row.positionId === position.id);
    if (placed.length > position.headCount) faults.push(`${placed.length} in ${position.headCount} places`);
  }
  const keys = standing.map((row) => `${row.sessionId} ${row.memberId}`);
  if (new Set(keys).size < keys.length) faults.push("somebody has a place twice");
  for (const [one, two] of pairs(standing.filter(isActive))) {
    if (one.memberId !== two.memberId) continue;
    if (!overlaps({ from: one.startsAt, to: one.endsAt }, { from: two.startsAt, to: two.endsAt })) continue;
    const key = `${one.memberId} ${[one.sessionId, two.sessionId].sort().join(" ")}`;
    if (!model.clashes.has(key)) faults.push(`${name(one.memberId)} is in two places at once`);
  }
  const { needs } = week.standing;
  for (const [one, two] of pairs(needs)) {
    const [a, b] = [covererOf(one), covererOf(two)];
    if (a === undefined || b === undefined) continue;
    if (one.shiftId === two.shiftId && a !== b) faults.push(`two people cover one shift of ${name(one.participantId)}`);
    if (a === b && isHeld(one) && isHeld(two) && one.shiftId !== two.shiftId && overlaps(one, two))
      faults.push(`${name(a)} covers two shifts at once`);
  }
  for (const memberId of model.leftAt.keys()) {
    const left = model.leftAt.get(memberId) ?? "";
    // Today is still their day.
    const tomorrow = new Date(Date.parse(left) + 8 * 3_600_000).toISOString().slice(0, 10);
    const after = new Date(`${tomorrow}T16:00:00.000Z`).toISOString();
    for (const row of standing)
      if (row.memberId === memberId && isActive(row) && row.startsAt >= after)
        faults.push(`${name(memberId)} has left and holds a place`);
    for (const need of needs)
      if (covererOf(need) === memberId && need.from >= after) faults.push(`${name(memberId)} has left and covers`);
  }
  return faults;
}

/** What may still be said about an activity that was called off: that it was, and to those whom it frees or answers. */
const AFTER_CANCELLING: readonly string[] = [
  ...["activity.cancelled", "cover.withdrawn", "cover.lost"],
  ...["leave.approved", "leave.refused"],
];

async function messagesOf({ house, activities }: Week) {
  const { messages, members } = house.machine.app.useCases;
  const ids = new Set(activities.map(({ id }) => id));
  const of = async (memberId: string) => (await messages.list(memberId, { limit: 1_000 })).items;
  const all = (await Promise.all((await members.all()).map(({ id }) => of(id)))).flat();
  return all.filter(({ activityId }) => activityId !== undefined && ids.has(activityId));
}

/** What must hold when a week is over. @returns what does not, in words */
export async function faultsAtEnd(week: Week): Promise<string[]> {
  const { house, model, taken } = week;
  const messages = await messagesOf(week);
  const faults = house.faults.map((line) => `reported: ${line}`);
  const keys = taken.map(({ key }) => key);
  for (const key of new Set(keys.filter((one, at) => keys.indexOf(one) !== at)))
    faults.push(`sent twice: ${messages.find(({ id }) => id === key)?.template ?? key}`);
  const sent = new Set(keys);
  for (const { id, template, memberId, delivery } of messages) {
    if (delivery !== "delivered" || !sent.has(id)) faults.push(`lost: ${template} to ${house.whoIs(memberId)}`);
  }
  const due = await house.machine.app.useCases.outbox.nextDueAt();
  if (due !== undefined && due <= house.machine.now()) faults.push(`an effect of ${due} was not carried out`);
  for (const { activityId = "", memberId, template, at } of messages) {
    const cancelled = model.cancelledAt.get(activityId);
    if (cancelled !== undefined && at > cancelled && !AFTER_CANCELLING.includes(template) && !Message.isAlarm(template))
      faults.push(`${template} about a cancelled activity`);
    const left = model.leftAt.get(memberId);
    if (left !== undefined && at > left && !template.startsWith("participation.left"))
      faults.push(`${template} to ${house.whoIs(memberId)}, who has left`);
  }
  return [...faults, ...untold(week, messages)];
}

/** Everybody whom a change concerns is told of it once: neither never nor twice. */
function untold({ house, model, activities }: Week, messages: Awaited<ReturnType<typeof messagesOf>>): string[] {
  const numberOf = (id: string) => activities.findIndex((activity) => activity.id === id) + 1;
  const keyOf = (activityId: string, memberId: string, template: string) => `${activityId} ${memberId} ${template}`;
  const told = Map.groupBy(
    messages.filter(({ template }) => COUNTED.includes(template)),
    ({ activityId = "", memberId, template }) => keyOf(activityId, memberId, template),
  );
  const faults: string[] = [];
  const firm = model.owed.toSorted((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));
  for (const { activityId, memberId, templates, why, optional } of firm) {
    if (model.leftAt.has(memberId)) continue;
    const found = templates.find((template) => told.get(keyOf(activityId, memberId, template))?.length);
    if (found) told.get(keyOf(activityId, memberId, found))?.pop();
    else if (!optional) faults.push(`${house.whoIs(memberId)} was not told: ${why}`);
  }
  for (const rest of told.values())
    for (const { memberId, activityId = "", template } of rest)
      if (!model.leftAt.has(memberId))
        faults.push(`${house.whoIs(memberId)} was told for nothing: ${template} of ${numberOf(activityId)}`);
  return faults;
}
