import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { ROLES } from "./roles.ts";

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/**
 * `own`: anybody, about what is theirs. `steward`: whom the organizer of an activity named, there. Every other rule is a
 * role; a branch or team grant reaches its unit only.
 */
export type Rule = Role | "own" | "steward" | "anybody";

/** Where a role holds: everywhere, in one branch or in one team. */
export const Scope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("branch"), unitId: z.string() }),
  z.object({ kind: z.literal("team"), unitId: z.string() }),
]);
export type Scope = z.infer<typeof Scope>;

/** A role held by a member from an instant on, until another; `deputyFor` names whom a deputy stands in for. @source docs/domain.md Roles */
export const Grant = z.object({
  role: Role,
  scope: Scope,
  from: Instant,
  until: Instant.optional(),
  deputyFor: z.string().optional(),
});
export type Grant = z.infer<typeof Grant>;
