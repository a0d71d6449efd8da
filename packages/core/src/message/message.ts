import { createHash } from "node:crypto";
import * as z from "zod";
import { LANGUAGES, type Language, text } from "../language/index.ts";
import { idOf } from "../lib/id.ts";
import { Instant, plusHours } from "../lib/time.ts";
import { Only } from "../outbox/effect-fields.ts";
import type { Audience, EffectOf } from "../outbox/outbox.ts";
import { KINDS } from "./kind.ts";
import type { Lead, PageOf } from "./lead.ts";
import { messageRefusal } from "./message.refusals.ts";
import type { Params, Rendered, Template } from "./template.ts";

export { KINDS, type Kind, kindOf, usualKindOf } from "./kind.ts";
export { leadOf, type PageOf } from "./lead.ts";
export {
  clip,
  type Params,
  paramIn,
  period,
  type Rendered,
  render,
  subjectOf,
  TEMPLATES,
  type Template,
  textsOf,
} from "./template.ts";

export const Id = idOf("msg");
export type Id = z.infer<typeof Id>;

export const Channel = z.enum(["im", "sms", "mail"]);
export type Channel = z.infer<typeof Channel>;

const Base = z.object({
  id: Id,
  memberId: z.string(),
  /** The effect that caused it. */
  cause: z.string(),
  template: z.string(),
  activityId: z.string().exactOptional(),
  language: z.enum(LANGUAGES),
  subject: z.string(),
  body: z.string(),
  /** The page that it leads to, beginning with a slash. */
  page: z.string().exactOptional(),
  /** When its cause fell due, ISO-8601 UTC. */
  at: Instant,
  readAt: Instant.exactOptional(),
  /** When a channel took it; rows of before have none. */
  sentAt: Instant.exactOptional(),
  /** When a channel told that it reached the person. */
  receivedAt: Instant.exactOptional(),
  /** Channels that took it and told later that it did not reach the person. */
  passed: z.array(Channel).exactOptional(),
  /** How often it was tried. */
  tries: z.int().exactOptional(),
  /** Until when it is worth sending. */
  until: Instant.exactOptional(),
  /** Its kind when it was made; rows of before have none. */
  kind: z.enum(KINDS).exactOptional(),
  /** When it still makes sense, judged by rows when it is sent again. */
  only: Only.exactOptional(),
});

/**
 * What one person was told, as it was worded then.
 *
 * It is in the person's own list whatever becomes of its delivery: by the first channel that takes it, waiting for one
 * that is down, or refused by all that the person can be reached by.
 */
export const Info = z.discriminatedUnion("delivery", [
  Base.extend({ delivery: z.literal("queued"), code: z.string() }),
  Base.extend({ delivery: z.literal("delivered"), channel: Channel }),
  Base.extend({ delivery: z.literal("failed"), code: z.string() }),
]);
export type Info = z.infer<typeof Info>;

/** What a message's reader sees of it. */
export const View = Base.omit({
  memberId: true,
  cause: true,
  sentAt: true,
  receivedAt: true,
  passed: true,
  tries: true,
  until: true,
  kind: true,
  only: true,
}).meta({
  id: "Message",
});
export type View = z.infer<typeof View>;

/** Until when a recorded message is worth sending, ISO-8601 UTC. */
export const untilOf = ({ until, at }: Pick<Info, "until" | "at">): string => until ?? plusHours(at, HELPS_HOURS);

/**
 * A message that did not arrive as one that waits to be sent once more.
 *
 * @throws `message.sent_already`, `message.too_late` when it helps nobody any more
 */
export function again(message: Info, at: string): Extract<Info, { delivery: "queued" }> {
  if (message.delivery === "delivered") throw messageRefusal("message.sent_already");
  if (at >= untilOf(message)) throw messageRefusal("message.too_late", { until: untilOf(message) });
  return { ...message, delivery: "queued", code: RESENT };
}

/**
 * A message whose channel tells later that it did not reach the person: it goes by the next one while it helps.
 *
 * @returns undefined when that channel's word changes nothing any more
 */
export function bounced(message: Info, { at, channel }: { at: string; channel: Channel }): Info | undefined {
  if (message.delivery !== "delivered" || message.channel !== channel) return undefined;
  if (message.readAt !== undefined || message.receivedAt !== undefined) return undefined;
  const { channel: _, sentAt: __, ...kept } = message;
  const passed = [...(message.passed ?? []), channel];
  if (at >= untilOf(message)) return { ...kept, passed, delivery: "failed", code: "channel.rejected" };
  return { ...kept, passed, tries: (message.tries ?? 1) + 1, delivery: "queued", code: RESENT };
}

/** By what a channel names a message in what it tells of it. */
export const referenceOf = ({ id, memberId }: Pick<Info, "id" | "memberId">): string => `${id}.${memberId}`;

/** What a message waits for that joins the digest of its reader. */
export const IN_DIGEST = "message.digest";

/** What a message waits for that somebody sends once more. */
export const RESENT = "message.resent";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const base32 = (value: bigint, length: number): string =>
  Array.from({ length }, (_, at) => ALPHABET[Number((value >> BigInt(5 * (length - 1 - at))) & 31n)]).join("");

/**
 * The id of the message that an effect is to one person: derived, so that telling twice is one row.
 *
 * It begins with the instant, as ids do that sort by time.
 */
export function idFor(effect: Pick<EffectOf<"message.send">, "id" | "dueAt" | "of">, memberId: string): Id {
  const digest = createHash("sha256")
    .update(`${effect.of ?? effect.id}\n${memberId}`)
    .digest();
  const eightyBits = (digest.readBigUInt64BE(0) << 16n) | BigInt(digest.readUInt16BE(8));
  return Id.parse(`msg_${base32(BigInt(Date.parse(effect.dueAt)), 10)}${base32(eightyBits, 16)}`);
}

/** A message with the address of the page that it leads to. @param origin - where people reach us, without a slash at the end */
export const leading = (
  language: Language,
  { subject, body }: Rendered,
  { how, page, origin }: { how: Lead["how"]; page: string; origin: string },
): Rendered => ({ subject, body: text(language, `message.lead.${how}`, { body, link: `${origin}${page}` }) });

/** The words of a message without the address of its page, for what leads there by itself. */
export function withoutLead(
  { language, body }: Pick<Info, "language" | "body">,
  { how, page, origin }: { how: Lead["how"]; page: string; origin: string },
): string {
  const tail = text(language, `message.lead.${how}`, { body: "", link: `${origin}${page}` });
  return body.endsWith(tail) ? body.slice(0, -tail.length).trimEnd() : body;
}

/** Whether a message is itself about something that was not delivered or stopped. */
export const isAlarm = (template: string): boolean => template.startsWith("alarm.");

/** How long a message helps that speaks of no instant to come. */
const HELPS_HOURS = 7 * 24;

/**
 * Until when a message is worth sending, ISO-8601 UTC: the last of the instants that it speaks of, as long as that is to
 * come when it falls due; else a week.
 *
 * @source docs/domain.md Messages
 */
export function helpsUntil({
  template,
  params,
  dueAt,
}: Pick<EffectOf<"message.send">, "template" | "params" | "dueAt">): string {
  // What an alarm speaks of is over.
  const spoken = isAlarm(template) ? [] : Object.entries(params);
  const named = spoken.flatMap(([name, value]) => {
    if (name.endsWith("At")) return [value];
    return name.endsWith("Period") ? [value.split("/")[1] ?? ""] : [];
  });
  const last = named.sort().at(-1);
  return last !== undefined && last > dueAt ? last : plusHours(dueAt, HELPS_HOURS);
}

/** The instants that a message speaks of, ends of spans left out. */
export const spokenOf = ({ template, params }: Pick<EffectOf<"message.send">, "template" | "params">): string[] =>
  isAlarm(template)
    ? []
    : Object.entries(params).flatMap(([name, value]) => {
        if (name.endsWith("At")) return [value];
        return name.endsWith("Period") ? [value.split("/")[0] ?? ""] : [];
      });

/** What somebody is to be told, and what causes it. */
export interface Telling<T extends Template> {
  template: T;
  params: Params<T>;
  to: Audience;
  /** What makes it one message and not two, such as `act_…#2` for the second schedule of an activity. */
  cause: string;
  /** Not told before this instant, ISO-8601 UTC. */
  dueAt: string;
  activityId?: string | undefined;
  only?: EffectOf<"message.send">["only"];
  /** The page that it leads to, for those in `lead.ts` that say so. */
  page?: string | undefined;
  /** Whether it is urgent whatever its template says, as a drop-out of today is. */
  urgent?: boolean | undefined;
  /** The channel that it goes by last, since it says that this one is down. */
  avoid?: string | undefined;
}

/** The effect that tells people something; its id comes from the template and the cause. */
export const tell = <T extends Template>({
  template,
  params,
  to,
  cause,
  dueAt,
  activityId,
  only,
  page,
  urgent,
  avoid,
}: Telling<T> & PageOf<T>) =>
  ({
    kind: "message.send",
    id: `message.send#${template}#${cause}`,
    dueAt,
    template,
    params,
    to,
    ...(activityId === undefined ? {} : { activityId }),
    ...(only === undefined ? {} : { only }),
    ...(page === undefined ? {} : { page }),
    ...(avoid === undefined ? {} : { avoid }),
    ...(urgent ? { as: "urgent" as const } : {}),
  }) satisfies EffectOf<"message.send">;
