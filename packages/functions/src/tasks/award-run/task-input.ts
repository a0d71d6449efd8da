import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";

/** What a state of a run hands to its task. Fields are only ever added. @source docs/architecture.md rule 12 */
export const RunInput = z.object({
  year: z.int(),
  run: z.int().positive(),
  generation: z.int().positive(),
  at: Instant,
});
