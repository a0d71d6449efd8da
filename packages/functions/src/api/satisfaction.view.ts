import { z } from "@hono/zod-openapi";
import { Answered, ItemResult, OpenedForm } from "./form.view.ts";

const Count = z.int().nonnegative();

/** The index of employee satisfaction by year: numbers of a hundred with one decimal, as text. */
export const SatisfactionYears = z
  .object({
    years: z.array(
      z.object({
        year: z.int(),
        index: z.string(),
        /** In points against the year before; absent where nothing is known of it. */
        change: z.string().optional(),
        /** The year before came by another way. */
        isOtherWay: z.boolean().optional(),
        from: z.enum(["typed", "import", "survey"]),
        source: z.string().optional(),
        version: z.int().optional(),
        corrections: z
          .array(z.object({ index: z.string(), source: z.string(), at: z.string(), reason: z.string() }))
          .optional(),
      }),
    ),
    surveys: z.array(
      z.object({
        year: z.int(),
        form: OpenedForm,
        isOpen: z.boolean(),
        answered: Answered.optional(),
        index: z.string().optional(),
        interval: z.object({ low: z.string(), high: z.string() }).optional(),
        items: z.array(ItemResult).optional(),
        comments: z.array(z.string()).optional(),
        parts: z.array(z.object({ unitId: z.string(), n: Count, index: z.string() })).optional(),
      }),
    ),
  })
  .openapi("SatisfactionYears");
