import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { archiveRefusal } from "./archive.refusals.ts";
import type * as Archive from "./archive.ts";
import { By } from "./register.ts";

/** Why something was chosen, or is none any more. */
export const Why = z.string().trim().min(2).max(1000);

const Choice = z.object({ at: Instant, by: By, why: Why });
const TakenBack = z.object({ at: Instant, by: By, reason: Why });

/**
 * That an activity is a typical case, with its choices before. It stands beside the archive, since a filed one never changes.
 *
 * @source docs/domain.md S7
 */
export const Info = z.object({
  activityId: z.string(),
  chosen: Choice,
  takenBack: TakenBack.optional(),
  earlier: z.array(z.object({ chosen: Choice, takenBack: TakenBack })).max(50),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** Whether it is a typical case now. */
export const stands = (typical: Info | undefined): boolean => typical !== undefined && typical.takenBack === undefined;

type Said = { at: string; by: By };

/**
 * Chooses an activity as a typical case; once taken back it can be chosen again, and both stay on record.
 *
 * @param archive - of the activity: what is shown as an example has been filed
 * @throws `typical.not_filed`, `typical.chosen`, `typical.too_often`
 */
export function choose(
  before: Info | undefined,
  { archive, why, ...said }: Said & { archive: Archive.Info; why: string },
): Info {
  if (archive.status !== "filed") throw archiveRefusal("typical.not_filed");
  const chosen = { ...said, why };
  if (!before) return { activityId: archive.activityId, chosen, earlier: [], version: 0 };
  const { takenBack, ...rest } = before;
  if (!takenBack) throw archiveRefusal("typical.chosen");
  if (before.earlier.length >= 50) throw archiveRefusal("typical.too_often");
  return { ...rest, chosen, earlier: [...before.earlier, { chosen: before.chosen, takenBack }] };
}

/** Takes a choice back and says why. @throws `typical.none` */
export function takeBack(before: Info | undefined, { reason, ...said }: Said & { reason: string }): Info {
  if (!before || before.takenBack) throw archiveRefusal("typical.none");
  return { ...before, takenBack: { ...said, reason } };
}
