import type * as z from "zod";
import { refuseInput } from "./refuse-input.ts";

/** A Step Functions task: parse what came in, run, hand back plain JSON. */
export const task =
  <Schema extends z.ZodType, Result>(schema: Schema, run: (input: z.output<Schema>) => Promise<Result>) =>
  async (event: unknown): Promise<Result> => {
    const parsed = schema.safeParse(event);
    if (!parsed.success) throw refuseInput(parsed.error.issues);
    return run(parsed.data);
  };
