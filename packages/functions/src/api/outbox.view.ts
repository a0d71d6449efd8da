import { z } from "@hono/zod-openapi";
import { type Listed, onlyMemberOf, STATES, type State, stateOf } from "@yigong/application/message/list-outbox.ts";
import { isHeld } from "@yigong/application/message/retry-message.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";

/** A message, or what is on its way, as those who answer for it see it. What it says is its reader's. */
export const OutboxView = z
  .object({
    id: z.string(),
    /** The template, or the kind of what goes to no member. */
    kind: z.string(),
    title: z.string(),
    /** A member; or a group, in the reader's language. */
    to: z.union([
      z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() }),
      z.object({ client: z.string() }),
      z.object({ group: z.string() }),
    ]),
    channel: Message.Channel.optional(),
    state: z.enum(STATES),
    tries: z.int(),
    nextAt: z.string().optional(),
    /** Why it did not arrive or waits, in the reader's language. */
    reason: z.string().optional(),
    createdAt: z.string(),
    sentAt: z.string().optional(),
    readAt: z.string().optional(),
    activityId: z.string().optional(),
    canRetry: z.boolean(),
  })
  .openapi("OutboxMessage");
type OutboxView = z.output<typeof OutboxView>;

/** How a client of the API names a message: by its id and whose it is, or as an effect. */
export const retriedOf = (id: string) => {
  const [messageId, memberId] = id.split(".");
  if (messageId?.startsWith("msg_") && memberId) return { messageId, memberId };
  return { effectId: Buffer.from(id, "base64url").toString() };
};
const idOf = (message: Message.Info): string => `${message.id}.${message.memberId}`;

/** What the list shows, at an instant and in a language. */
export const outboxView =
  (moment: Moment) =>
  (listed: Listed): OutboxView =>
    listed.kind === "message" ? messageView(listed, moment) : effectView(listed, moment);

interface Moment {
  language: Language;
  now: string;
  zone: string;
}

const receiver = (memberId: string, member: Member | undefined) => ({
  memberId,
  name: member?.name ?? memberId,
  employeeNumber: member?.employeeNumber ?? "",
});

function messageView({ message, row, member }: Extract<Listed, { kind: "message" }>, { language, now }: Moment) {
  const state: State = stateOf(message);
  return OutboxView.parse({
    ...message,
    id: idOf(message),
    kind: message.template,
    title: message.subject,
    to: receiver(message.memberId, member),
    state,
    tries: row ? Math.max(row.attempts, message.tries ?? 1) : (message.tries ?? 1),
    nextAt: row?.dueAt,
    reason: message.delivery === "delivered" ? undefined : reasonOf(message.code, language),
    createdAt: message.at,
    canRetry: message.delivery !== "delivered" && now < Message.untilOf(message),
  });
}

function effectView({ row, member }: Extract<Listed, { kind: "effect" }>, moment: Moment): OutboxView {
  const { language, now } = moment;
  const { effect, attempts, createdAt, dueAt } = row;
  const only = onlyMemberOf(effect);
  return OutboxView.parse({
    id: Buffer.from(effect.id).toString("base64url"),
    kind: effect.kind === "message.send" ? effect.template : effect.kind,
    title: titleOf(effect, moment),
    to: only === undefined ? groupOf(effect, language) : receiver(only, member),
    state: "waiting",
    tries: attempts,
    nextAt: dueAt,
    reason: isHeld(row, now)
      ? reasonOf("message.quiet", language)
      : row.lastError
        ? reasonOf(row.lastError, language)
        : undefined,
    createdAt,
    activityId: "activityId" in effect ? effect.activityId : undefined,
    canRetry: !isHeld(row, now) && (attempts > 0 || (dueAt ?? effect.dueAt) <= now),
  });
}

/** What an effect says, without what is filled in for each person. */
function titleOf(effect: Effect, { language, zone }: Moment): string {
  switch (effect.kind) {
    case "survey.send":
    case "announcement.publish":
    case "award.notice":
      return text(language, `message.kind.${effect.kind}`);
    case "message.send":
      return Message.subjectOf(language, effect, { zone, asOf: effect.dueAt });
    default:
      return effect.kind;
  }
}

function groupOf(effect: Effect, language: Language): { client: string } | { group: string } {
  if (effect.kind === "survey.send") return { client: text(language, "message.audience.clients") };
  if (effect.kind !== "message.send") return { group: text(language, "message.audience.everybody") };
  const { to } = effect;
  switch (to.kind) {
    case "members":
      return { group: text(language, "message.audience.members", { count: to.memberIds.length }) };
    case "activity":
      return { group: text(language, `message.audience.${to.who}`) };
    case "role":
      return { group: text(language, `role.${to.role}` as "role.alliance") };
  }
}

const REASONS = {
  "channel.unavailable": "message.reason.unavailable",
  "message.undelivered": "message.reason.unavailable",
  "channel.rejected": "message.reason.rejected",
  "message.no_address": "message.reason.noAddress",
  "message.too_late": "message.reason.tooLate",
  "message.resent": "message.reason.resent",
  "message.digest": "message.reason.digest",
  "message.quiet": "message.reason.quiet",
  "message.pointless": "message.reason.pointless",
} as const;

const reasonOf = (code: string, language: Language): string =>
  Object.hasOwn(REASONS, code)
    ? text(language, REASONS[code as keyof typeof REASONS])
    : text(language, "message.reason.other", { code });
