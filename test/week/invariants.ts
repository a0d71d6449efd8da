import { endOf } from "@yigong/core/activity/activity.ts";
import { covererOf, isHeld } from "@yigong/core/cover/cover.ts";
import { overlaps } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { holdsSeat, isActive, type Info as Place } from "@yigong/core/participation/participation.ts";
import { COUNTED } from "./model.ts";
import { faultsOfMoney } from "./money.ts";
import type { Week } from "./week.ts";

const pairs = <Row>(rows: readonly Row[]): (readonly [Row, Row])[] =>
  rows.flatMap((one, at) => rows.slice(at + 1).map((two) => [one, two] as const));

/** No position has more people than places, and nobody is in what was called off. */
async function faultsOfPlaces({ house, activities }: Week, standing: readonly Place[]): Promise<string[]> {
  const stored = await Promise.all(activities.map(({ id }) => house.machine.app.useCases.activities.get(id)));
  const sessions = stored.flatMap((activity) => activity.sessions);
  const faults: string[] = [];
  for (const position of sessions.flatMap(({ positions }) => positions)) {
    const placed = standing.filter((row) => holdsSeat(row) && row.positionId === position.id);
    if (placed.length > position.headCount) faults.push(`${placed.length} in ${position.headCount} places`);
  }
  const off = new Set<string>(sessions.filter(({ cancelled }) => cancelled).map(({ id }) => id));
  for (const row of standing)
    if (isActive(row) && off.has(row.sessionId))
      faults.push(`${house.whoIs(row.memberId)} has a place in a cancelled session`);
  return faults;
}

/** Nobody has a place twice, nor two at one time but where a move made it so. */
function faultsOfPeople({ house, model }: Week, standing: readonly Place[]): string[] {
  const keys = standing.map((row) => `${row.sessionId} ${row.memberId}`);
  const faults = new Set(keys).size < keys.length ? ["somebody has a place twice"] : [];
  for (const [one, two] of pairs(standing.filter(isActive))) {
    if (one.memberId !== two.memberId) continue;
    if (!overlaps({ from: one.startsAt, to: one.endsAt }, { from: two.startsAt, to: two.endsAt })) continue;
    const key = `${one.memberId} ${[one.sessionId, two.sessionId].sort().join(" ")}`;
    if (!model.clashes.has(key)) faults.push(`${house.whoIs(one.memberId)} is in two places at once`);
  }
  return faults;
}

/** No shift has two who work it, and nobody works two at once. */
function faultsOfCovers({ house, standing: { needs } }: Week): string[] {
  const faults: string[] = [];
  for (const [one, two] of pairs(needs)) {
    const [a, b] = [covererOf(one), covererOf(two)];
    if (a === undefined || b === undefined) continue;
    if (one.shiftId === two.shiftId && a !== b)
      faults.push(`two people cover one shift of ${house.whoIs(one.participantId)}`);
    if (a === b && isHeld(one) && isHeld(two) && one.shiftId !== two.shiftId && overlaps(one, two))
      faults.push(`${house.whoIs(a)} covers two shifts at once`);
  }
  return faults;
}

/** Who has left holds nothing of the days after. */
function faultsOfLeavers({ house, model, standing: { needs } }: Week, standing: readonly Place[]): string[] {
  const faults: string[] = [];
  for (const [memberId, leftAt] of model.leftAt) {
    // Their last day ends at midnight in Shanghai, eight hours ahead.
    const lastDay = new Date(Date.parse(leftAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const after = `${lastDay}T16:00:00.000Z`;
    if (standing.some((row) => row.memberId === memberId && isActive(row) && row.startsAt >= after))
      faults.push(`${house.whoIs(memberId)} has left and holds a place`);
    if (needs.some((need) => covererOf(need) === memberId && need.from >= after))
      faults.push(`${house.whoIs(memberId)} has left and covers`);
  }
  return faults;
}

/** What must hold at every instant. @returns what does not, in words */
export async function faultsNow(week: Week): Promise<string[]> {
  const standing = week.standing.places.filter((row) => !week.model.cancelledAt.has(row.activityId));
  return [
    ...(await faultsOfPlaces(week, standing)),
    ...faultsOfPeople(week, standing),
    ...faultsOfCovers(week),
    ...faultsOfLeavers(week, standing),
    ...(await faultsOfMoney(week)),
  ];
}

/** What may still be said about an activity that was called off: that it was, and to those whom it frees or answers. */
const AFTER_CANCELLING: readonly string[] = [
  ...["activity.cancelled", "cover.withdrawn", "cover.lost"],
  // What was spent before is settled all the same.
  ...["expense.handedIn", "expense.returned", "expense.settled"],
];

/** What is said of an activity only until its last session ends; it may be cancelled, and that told, afterwards. */
const UNTIL_END =
  /^(activity\.(?!cancelled)|recruit\.)|^participation\.(offered|promoted|placed|waiting)$|^cover\.(offered|asked|assigned)/;

/** Nothing is asked or told of service that is over. */
async function faultsOfOver({ house, activities }: Week, messages: Awaited<ReturnType<typeof messagesOf>>) {
  const stored = await house.machine.app.useCases.activities.getMany(activities.map(({ id }) => id));
  const ends = new Map<string, string>(stored.map((activity) => [activity.id, endOf(activity)]));
  return messages
    .filter(({ template, at, activityId = "" }) => UNTIL_END.test(template) && at > (ends.get(activityId) ?? at))
    .map(({ template, memberId }) => `${template} to ${house.whoIs(memberId)} when all was over`);
}

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
  return [...faults, ...(await faultsOfOver(week, messages)), ...untold(week, messages)];
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
