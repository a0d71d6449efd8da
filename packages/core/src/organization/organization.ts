import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Day } from "../lib/time.ts";

export const UnitId = idOf("unit");
export type UnitId = z.infer<typeof UnitId>;

const Unit = z.object({
  id: UnitId,
  name: z.string().trim().min(1).max(80),
  endedOn: Day.optional(),
  version: z.int().nonnegative().default(0),
});

/**
 * A branch, a department, a team or a post.
 *
 * Posts list the posts whose holders may cover them; teams list the skills their members bring.
 * @source docs/domain.md O1, A7
 */
export const UnitInfo = z.discriminatedUnion("kind", [
  Unit.extend({ kind: z.literal("branch"), hasChapter: z.boolean().default(false) }),
  Unit.extend({ kind: z.literal("department"), headId: z.string().optional() }),
  Unit.extend({ kind: z.literal("team"), skills: z.array(z.string()).default([]) }),
  Unit.extend({ kind: z.literal("post"), coverableBy: z.array(UnitId).default([]), headId: z.string().optional() }),
]);
export type UnitInfo = z.infer<typeof UnitInfo>;
export type UnitKind = UnitInfo["kind"];

/** Settings of the one tenant. Series count from `foundingYear`; calendars and years are those of `zone`. @source docs/domain.md O2 */
export const Settings = z.object({
  name: z.string().min(1).max(120),
  foundingYear: z.int().min(1900).max(2200),
  zone: z.string().min(1),
  codeVersion: z.int().positive(),
  servicePhone: z.string().max(40),
  version: z.int().nonnegative(),
});
export type Settings = z.infer<typeof Settings>;
