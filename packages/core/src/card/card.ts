import * as z from "zod";
import { LANGUAGES } from "../language/catalogue.ts";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { OFFICES } from "../member/accounts.ts";
import { cardRefusal } from "./card.refusals.ts";

export const Id = idOf("crd");
export type Id = z.infer<typeof Id>;

/**
 * What a card asks: whether leave is granted, whether somebody covers, whether their cover is confirmed, whether somebody
 * takes a place that came free.
 */
export const KINDS = ["leave", "cover", "coverConfirmation", "offer"] as const;
export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** What a no asks for that two buttons cannot take: it is written on the page. */
export const NEEDS_REASON: readonly Kind[] = ["leave", "coverConfirmation"];

export const Reply = z.enum(["yes", "no"]);
export type Reply = z.infer<typeof Reply>;

/** What became of a question. */
export const OUTCOMES = [
  "approved",
  "refused",
  "escalated",
  "withdrawn",
  "accepted",
  "declined",
  "confirmed",
  "notConfirmed",
  "taken",
  "expired",
  "cancelled",
  "over",
] as const;
export const Outcome = z.object({
  code: z.enum(OUTCOMES),
  /** Who decided, when that was somebody. */
  by: z.string().exactOptional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** What a question is about: leave of a member, a need for cover, or a place in a session. */
export const Question = z.object({
  kind: Kind,
  activityId: z.string(),
  subjectId: z.string(),
});
export type Question = z.infer<typeof Question>;

const Base = Question.extend({
  id: Id,
  /** Whom it was sent to; nobody else answers it. */
  memberId: z.string(),
  provider: z.enum(OFFICES),
  /** What the office app calls them. */
  account: z.string(),
  /** Which asking it is, so that a card of an earlier one does not answer a later one. */
  round: z.string(),
  /** What each button says back: not to be guessed, and of this card alone. */
  passes: z.object({ yes: z.string(), no: z.string() }),
  language: z.enum(LANGUAGES),
  title: z.string(),
  body: z.string(),
  /** The page where the same is done, beginning with a slash. */
  page: z.string(),
  /** When it was made, ISO-8601 UTC. */
  at: Instant,
  /** How often it was sent: an app takes each reference once. */
  tries: z.int().nonnegative(),
  /** By what the app changes it later, when it told one. */
  handle: z.string().exactOptional(),
  sentAt: Instant.exactOptional(),
  version: z.int().nonnegative(),
});

/**
 * A message with two buttons in an office app.
 *
 * `claimed`: an answer is being carried out; `spent`: its question is answered or over, and it takes no answer any more.
 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("open") }),
  Base.extend({ status: z.literal("claimed"), reply: Reply, claimedAt: Instant }),
  Base.extend({
    status: z.literal("spent"),
    reply: Reply.exactOptional(),
    spentAt: Instant,
    outcome: Outcome,
    /** When the app was told to show the outcome. */
    turnedAt: Instant.exactOptional(),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Spent = Extract<Info, { status: "spent" }>;

/** Longer than any function that carries an answer out. */
const CLAIM_MS = 60_000;

/** The id of a message's card: derived, so that sending twice is one card. */
export const idFor = (messageId: string): Id => Id.parse(`crd_${messageId.replace(/^msg_/, "")}`);

/** The message that a card is. */
export const messageIdOf = ({ id }: Pick<Info, "id">): string => id.replace(/^crd_/, "msg_");

/** By what an app names a card in a callback; one for each try. */
export const referenceOf = ({ id, tries }: Pick<Info, "id" | "tries">): string => `${id}-${tries}`;

/** The card that a reference names; undefined for what is none of ours. */
export const idIn = (reference: string): Id | undefined => {
  const parsed = Id.safeParse(/^(crd_[0-9a-z]{26})-\d{1,6}$/.exec(reference)?.[1]);
  return parsed.success ? parsed.data : undefined;
};

const openOf = ({ status: _, ...card }: Info): Extract<Info, { status: "open" }> => {
  const { reply: __, claimedAt: ___, ...kept } = card as typeof card & { reply?: unknown; claimedAt?: unknown };
  return { ...kept, status: "open" };
};

/**
 * Takes one answer: whoever answers with the other one meanwhile waits until it is carried out. The same answer once more
 * is the same claim, since the first may have been cut off.
 *
 * @param at - ISO-8601 UTC
 * @throws `card.answered` when the other answer is being carried out
 */
export function claim(card: Exclude<Info, Spent>, reply: Reply, at: string): Info {
  const isHeld = card.status === "claimed" && Date.parse(at) - Date.parse(card.claimedAt) < CLAIM_MS;
  if (isHeld && card.reply !== reply) throw cardRefusal("card.answered");
  return { ...openOf(card), status: "claimed", reply, claimedAt: at };
}

/** Gives a claim back whose answer was refused, so that the other one may be given. */
export const release = (card: Info, reply: Reply): Info =>
  card.status === "claimed" && card.reply === reply ? openOf(card) : card;

/** Ends a card. What it ended with first stays. Safe to run twice. */
export function spend(card: Info, outcome: Outcome, at: string): Spent {
  if (card.status === "spent") return card;
  const reply = card.status === "claimed" ? { reply: card.reply } : {};
  return { ...openOf(card), ...reply, status: "spent", spentAt: at, outcome };
}
