import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { storeRefusal } from "@yigong/core/lib/store.refusals.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Box, Messages, Place, Where } from "@yigong/core/message/message.store.ts";
import type { Info as Message } from "@yigong/core/message/message.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect, Row } from "@yigong/core/outbox/outbox.ts";
import * as z from "zod";

export const STATES = ["waiting", "sent", "delivered", "read", "failed"] as const;
export type State = (typeof STATES)[number];

/** Which messages are listed. `kind` is a template, or the kind of an effect that goes to no member. */
export interface OutboxFilter {
  state?: State | undefined;
  activityId?: string | undefined;
  memberId?: string | undefined;
  kind?: string | undefined;
}

/** Something in the list: a message to one person, or an effect on its way that is no person's message yet. */
export type Listed =
  | { kind: "message"; message: Message; row: Row | undefined; member: Member | undefined }
  | { kind: "effect"; row: Row; member: Member | undefined };

export interface OutboxDeps {
  messages: Pick<Messages, "before">;
  outbox: Pick<OutboxRows, "waiting" | "getMany">;
  members: Pick<Members, "getMany">;
  now: () => string;
}

/** How many times rows are looked through before a short page is answered. */
const LOOKS = 8;
/** The longest that a failed effect waits for its next try. */
const RETRIED_WITHIN_HOURS = 0.25;
const SHOWN: readonly Effect["kind"][] = ["message.send", "survey.send", "announcement.publish", "award.notice"];

/** How a message stands. A channel that took it has sent it; whether it arrived is known where the channel tells. */
export const stateOf = (message: Message): State => {
  if (message.delivery === "queued") return "waiting";
  if (message.delivery === "failed") return "failed";
  if (message.readAt !== undefined) return "read";
  return message.receivedAt === undefined ? "sent" : "delivered";
};

const Position = z.object({ phase: z.enum(["effects", "messages"]), at: z.string(), id: z.string() });
type Position = z.infer<typeof Position>;

/**
 * Messages to people and what else goes out: first effects that wait, the one that is due soonest first, then messages,
 * newest first. Without a state, effects that are not due yet are left out, since there are many reminders.
 *
 * A filtered page may be shorter than asked for; its cursor goes on.
 * @throws `page.bad_cursor`
 */
export async function listOutbox(
  deps: OutboxDeps,
  filter: OutboxFilter,
  { limit, cursor }: PageRequest,
): Promise<Page<Listed>> {
  const from = cursor === undefined ? undefined : positionOf(cursor);
  const withEffects = (filter.state ?? "waiting") === "waiting" && from?.phase !== "messages";
  const effects = withEffects ? await effectsAfter(deps, filter, { limit, from }) : { rows: [] };
  if (effects.next) return { items: await shown(deps, effects.rows, []), cursor: cursorOf(effects.next) };
  const start = from?.phase === "messages" ? from : undefined;
  const left = limit - effects.rows.length;
  const { found, next } = await messagesBefore(deps, filter, { limit: left, from: start });
  return { items: await shown(deps, effects.rows, found), cursor: next && cursorOf(next) };
}

const activityOf = (effect: Effect): string | undefined =>
  "activityId" in effect && typeof effect.activityId === "string" ? effect.activityId : undefined;

/** The one member whom an effect is for; undefined for a group or nobody of the roster. */
export const onlyMemberOf = (effect: Effect): string | undefined =>
  effect.kind === "message.send" && effect.to.kind === "members" && effect.to.memberIds.length === 1
    ? effect.to.memberIds[0]
    : undefined;

/** Whether those whom a message did not reach yet are listed one by one. */
const isListedByPerson = ({ effect, lastError }: Row): boolean =>
  effect.kind === "message.send" && lastError === "message.undelivered";

async function effectsAfter(
  deps: OutboxDeps,
  { state, activityId, memberId, kind }: OutboxFilter,
  { limit, from }: { limit: number; from: Position | undefined },
): Promise<{ rows: Row[]; next?: Position }> {
  const until = state === "waiting" ? undefined : plusHours(deps.now(), RETRIED_WITHIN_HOURS);
  const fits = (row: Row): boolean => {
    const { effect } = row;
    const named = effect.kind === "message.send" ? effect.template : effect.kind;
    return (
      SHOWN.includes(effect.kind) &&
      !isListedByPerson(row) &&
      (activityId === undefined || activityOf(effect) === activityId) &&
      (memberId === undefined || onlyMemberOf(effect) === memberId) &&
      (kind === undefined || kind === named)
    );
  };
  const rows: Row[] = [];
  let after = from && { dueAt: from.at, id: from.id };
  for (let look = 0; look < LOOKS; look += 1) {
    const page = await deps.outbox.waiting("outward", after, 200);
    for (const row of page) {
      const { id, dueAt = "" } = { ...row.effect, dueAt: row.dueAt };
      if (until !== undefined && dueAt > until) return { rows };
      if (rows.length === limit)
        return { rows, ...(after && { next: { phase: "effects", at: after.dueAt, id: after.id } }) };
      if (fits(row)) rows.push(row);
      after = { dueAt, id };
    }
    if (page.length < 200) return { rows };
  }
  return { rows, ...(after && { next: { phase: "effects", at: after.dueAt, id: after.id } }) };
}

const BOXES: Record<State, readonly Box[]> = {
  waiting: ["undelivered"],
  failed: ["undelivered"],
  sent: ["sent"],
  read: ["sent"],
  delivered: ["sent"],
};

const placesOf = ({ activityId, memberId, state }: OutboxFilter): Where[] => {
  if (memberId !== undefined) return [{ memberId }];
  if (activityId !== undefined) return [{ activityId }];
  return (state ? BOXES[state] : (["undelivered", "sent"] as const)).map((box) => ({ box }));
};

async function messagesBefore(
  { messages }: OutboxDeps,
  filter: OutboxFilter,
  { limit, from }: { limit: number; from: Place | undefined },
): Promise<{ found: Message[]; next?: Position | undefined }> {
  const fits = (message: Message): boolean =>
    (!filter.state || stateOf(message) === filter.state) &&
    (!filter.activityId || message.activityId === filter.activityId) &&
    (!filter.kind || message.template === filter.kind);
  const size = Math.max(50, limit);
  const found: Message[] = [];
  let last: Place | undefined = from;
  const nextOf = (place: Place | undefined): Position | undefined =>
    place && { phase: "messages", at: place.at, id: place.id };
  for (let look = 0; look < LOOKS; look += 1) {
    const pages = await Promise.all(placesOf(filter).map((where) => messages.before(where, last, size)));
    const merged = pages.flat().sort((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : a.id > b.id ? -1 : 1));
    for (const message of merged.slice(0, size)) {
      // A page that is full says so only when more is there.
      if (found.length === limit) return { found, next: nextOf(last) ?? { phase: "messages", at: "9999", id: "" } };
      if (fits(message)) found.push(message);
      last = message;
    }
    if (merged.length < size) return { found };
  }
  return { found, next: nextOf(last) };
}

async function shown(deps: OutboxDeps, rows: readonly Row[], messages: readonly Message[]): Promise<Listed[]> {
  const waiting = messages.filter(({ delivery }) => delivery === "queued").map(({ cause }) => cause);
  const named = [
    ...messages.map(({ memberId }) => memberId),
    ...rows.flatMap(({ effect }) => onlyMemberOf(effect) ?? []),
  ];
  const [causes, people] = await Promise.all([
    waiting.length > 0 ? deps.outbox.getMany([...new Set(waiting)]) : new Map<string, Row>(),
    deps.members.getMany([...new Set(named)], recent),
  ]);
  const byId = new Map<string, Member>(people.map((member) => [member.id, member]));
  return [
    ...rows.map((row): Listed => ({ kind: "effect", row, member: byId.get(onlyMemberOf(row.effect) ?? "") })),
    ...messages.map((message): Listed => {
      const row = message.delivery === "queued" ? causes.get(message.cause) : undefined;
      return { kind: "message", message, row, member: byId.get(message.memberId) };
    }),
  ];
}

const cursorOf = (position: Position): string => Buffer.from(JSON.stringify(position)).toString("base64url");

function positionOf(cursor: string): Position {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch (cause) {
    throw storeRefusal("page.bad_cursor", {}, { cause });
  }
}
