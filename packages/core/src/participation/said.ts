import * as z from "zod";
import { Instant } from "../lib/time.ts";

/** How somebody said what another person writes down for them. */
export const How = z.enum(["telephone", "inPerson"]);
export type How = z.infer<typeof How>;

/** Who wrote down what a person without a phone said, and for whom they acted then. They decide nothing of it. */
export const Said = z.object({
  by: z.string(),
  how: How,
  at: Instant,
  role: z.string().exactOptional(),
  deputyFor: z.string().exactOptional(),
});
export type Said = z.infer<typeof Said>;
