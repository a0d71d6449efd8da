import { z } from "@hono/zod-openapi";
import { Form } from "@yigong/core/form/index.ts";

const Count = z.int().nonnegative();

export const Bin = z.object({ from: z.int(), to: z.int(), n: Count });
export const Answered = z.object({ n: Count, percent: z.string() });
export const ItemResult = z.object({ mean: z.string(), bins: z.array(Bin) });

/** What may be seen of a form's answers; of fewer than five only how many were asked. */
export const FormResults = z
  .object({
    asked: Count,
    answered: Answered.optional(),
    items: z.array(ItemResult).optional(),
    comments: z.array(z.string()).optional(),
  })
  .openapi("FormResults");

/** A form as whoever opened it sees it; nobody is named. */
export const OpenedForm = z
  .object({
    id: Form.Id,
    kind: Form.Kind,
    title: z.string(),
    moment: z.enum(["before", "after"]).optional(),
    asked: Count,
    opensAt: z.string(),
    closesAt: z.string(),
    calledOff: z.object({ at: z.string(), reason: z.string() }).optional(),
  })
  .openapi("OpenedForm");

/** A form as somebody who is asked sees it. */
export const AskedForm = z
  .object({
    id: Form.Id,
    kind: Form.Kind,
    title: z.string(),
    /** Of the yearly survey of employees. */
    year: z.int().optional(),
    moment: z.enum(["before", "after"]).optional(),
    /** How many questions there are; they are numbered from 1. */
    questions: Count,
    opensAt: z.string(),
    closesAt: z.string(),
    state: z.enum(["early", "open", "closed", "calledOff"]),
    hasAnswered: z.boolean(),
  })
  .openapi("AskedForm");

export const openedView = (form: Form.Info): z.output<typeof OpenedForm> => {
  const { id, kind, title, moment, asked, opensAt, closesAt, calledOff } = form;
  const shown = { id, kind, title, asked, opensAt, closesAt, ...(moment && { moment }) };
  return calledOff ? { ...shown, calledOff: { at: calledOff.at, reason: calledOff.reason } } : shown;
};
