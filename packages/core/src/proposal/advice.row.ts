import * as z from "zod";
import { Instant } from "../lib/time.ts";

/** Somebody whom the alliance asks for advice before it decides. */
export const Asked = z.object({ memberId: z.string(), by: z.string(), at: Instant });

export const Stance = z.enum(["for", "against", "conditions"]);
export type Stance = z.infer<typeof Stance>;

/** What an adviser says of a plan; it decides nothing. */
export const Advice = z.object({
  by: z.string(),
  at: Instant,
  stance: Stance,
  text: z.string().trim().min(1).max(1000),
});
export type Advice = z.infer<typeof Advice>;

export const MOST_ASKED = 10;
export const MOST_ADVICE = 50;
