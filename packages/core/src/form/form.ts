import { createHash } from "node:crypto";
import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { formRefusal } from "./form.refusals.ts";
import { COMMENT_LENGTH, HIGHEST, KINDS, LOWEST, MOMENTS, QUESTION_SET, QUESTIONS } from "./questions.ts";

export const Id = idOf("frm");
export type Id = z.infer<typeof Id>;

export const Kind = z.enum(KINDS);
export type Kind = z.infer<typeof Kind>;

/** A department as it is told apart in the results, with how many of it were asked. */
const Part = z.object({ unitId: z.string(), asked: z.int().nonnegative() });

/** What of a form is said when it is opened. */
const Opened = z.object({
  id: Id,
  kind: Kind,
  /** What it is about as those who are asked read it. */
  title: plainText(1, 120),
  /** The programme, the class or the year that it is about: `prg_…`, `cls_…` or `2026`. */
  aboutId: z.string(),
  moment: z.enum(MOMENTS).exactOptional(),
  /** Whose it is besides the alliance: the trainers. */
  ownerIds: z.array(z.string()),
  /** Who is asked; without it, everybody who is employed on the day on which it opens. */
  memberIds: z.array(z.string()).exactOptional(),
  /** How many are asked. */
  asked: z.int().positive(),
  /** Departments with at least five who are asked. */
  parts: z.array(Part).exactOptional(),
  /** Answers are taken from here on. */
  opensAt: Instant,
  /** And until here, exclusive. */
  closesAt: Instant,
});
type Opened = z.infer<typeof Opened>;

/**
 * A short form that some people are asked to fill in, each once and without their names.
 *
 * Who has answered stands in rows of its own, and an answer's row holds neither person nor time.
 */
export const Info = Opened.extend({
  createdAt: Instant,
  createdBy: z.string(),
  calledOff: z.object({ at: Instant, by: z.string(), reason: z.string() }).exactOptional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

const Comment = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
  .pipe(z.string().max(COMMENT_LENGTH))
  .transform((text) => text || undefined)
  .optional();

/** What somebody answers: each question, in order, and a free word if they like. */
export const Answer = z.strictObject({
  items: z.array(z.int().min(LOWEST).max(HIGHEST)).min(1).max(20),
  comment: Comment,
});
export type Answer = z.infer<typeof Answer>;

/** An answer as it is kept. */
export const Given = z.object({
  questions: z.literal(QUESTION_SET),
  items: z.array(z.int()),
  comment: z.string().exactOptional(),
  /** The department, where that tells nobody. */
  part: z.string().exactOptional(),
});
export type Given = z.infer<typeof Given>;

interface Acting {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** Opens a form. @throws `form.times_wrong` unless it ends later than it begins, and later than now */
export function open(opened: Opened, { by, at }: Acting): Info {
  if (opened.closesAt <= opened.opensAt || opened.closesAt <= at) throw formRefusal("form.times_wrong");
  return { ...opened, createdAt: at, createdBy: by, version: 0 };
}

/** Whether a form takes answers. @param at - ISO-8601 UTC */
export const takesAnswers = ({ opensAt, closesAt, calledOff }: Info, at: string): boolean =>
  !calledOff && opensAt <= at && at < closesAt;

/**
 * What is kept of somebody's answer.
 *
 * @throws `form.called_off`, `form.not_open`, `form.closed`, `form.items_wrong` unless each question is answered
 */
export function answered(
  form: Info,
  { items, comment }: Answer,
  { at, unitId }: { at: string; unitId?: string },
): Given {
  const { kind, opensAt, closesAt, calledOff } = form;
  if (calledOff) throw formRefusal("form.called_off", { reason: calledOff.reason });
  if (at < opensAt) throw formRefusal("form.not_open", { opensAt });
  if (at >= closesAt) throw formRefusal("form.closed", { closesAt });
  if (items.length !== QUESTIONS[kind]) throw formRefusal("form.items_wrong", { count: QUESTIONS[kind] });
  const isPart = unitId !== undefined && form.parts?.some((part) => part.unitId === unitId);
  return { questions: QUESTION_SET, items, ...(comment && { comment }), ...(isPart && { part: unitId }) };
}

/** Calls a form off: nobody is asked any more, and nothing of it is shown. @throws `form.called_off`, `form.closed` */
export function callOff(form: Info, { by, at, reason }: Acting & { reason: string }): Info {
  if (form.calledOff) throw formRefusal("form.called_off", { reason: form.calledOff.reason });
  if (at >= form.closesAt) throw formRefusal("form.closed", { closesAt: form.closesAt });
  return { ...form, calledOff: { at, by, reason } };
}

/** When those who have not answered are reminded, once: at half-time. */
export const remindAt = ({ opensAt, closesAt }: Pick<Info, "opensAt" | "closesAt">): string =>
  new Date((Date.parse(opensAt) + Date.parse(closesAt)) / 2).toISOString();

/** The id of a form of which there is one: derived, so that opening it twice is once. @param turn - counted up when one was called off */
export function idFor(kind: Kind, { aboutId, moment, turn }: { aboutId: string; moment?: string; turn: number }): Id {
  const digest = createHash("sha256")
    .update(`${kind}\n${aboutId}\n${moment ?? ""}\n${turn}`)
    .digest("hex");
  return Id.parse(`frm_${BigInt(`0x${digest}`).toString(36).slice(0, 26).padStart(26, "0")}`);
}
