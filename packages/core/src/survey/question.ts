import * as z from "zod";
import { COMMENT_LENGTH, QUESTION_SET } from "./question-set.ts";

const OneToFive = z.int().min(1).max(5);

const Comment = z
  .string()
  .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
  .pipe(z.string().max(COMMENT_LENGTH))
  .transform((text) => text || undefined)
  .optional();

/**
 * What a served client answers.
 *
 * Only the overall satisfaction is asked for: a partial answer is worth more than none. It is the one score behind CSAT
 * and the grade. `solved` asks whether the real difficulty was solved, not only how it felt.
 * @source docs/domain.md E6
 */
export const Answer = z.strictObject({
  satisfaction: OneToFive,
  solved: z.enum(["yes", "partly", "no"]).optional(),
  attitude: OneToFive.optional(),
  punctuality: OneToFive.optional(),
  recommend: z.int().min(0).max(10).optional(),
  comment: Comment,
});
export type Answer = z.infer<typeof Answer>;

/** How happy a volunteer was to have served, asked at the same time as the survey. @source docs/domain.md F2 */
export const Happiness = z.strictObject({ score: OneToFive, comment: Comment });
export type Happiness = z.infer<typeof Happiness>;

/** An answer as it is kept: by which way it came and on which day (UTC), not from whom. */
export const Given = z.discriminatedUnion("channel", [
  z.object({ channel: z.literal("link"), questions: z.literal(QUESTION_SET), answer: Answer, on: z.iso.date() }),
  z.object({
    channel: z.literal("phone"),
    questions: z.literal(QUESTION_SET),
    answer: Answer,
    on: z.iso.date(),
    enteredBy: z.string().min(1),
  }),
  z.object({
    channel: z.literal("paper"),
    questions: z.literal(QUESTION_SET),
    answer: Answer,
    on: z.iso.date(),
    enteredBy: z.string().min(1),
    /** The number of a form that was handed out without a name. */
    sheet: z.int().positive().optional(),
  }),
]);
export type Given = z.infer<typeof Given>;
export type Channel = Given["channel"];
