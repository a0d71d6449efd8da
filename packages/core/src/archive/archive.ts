import * as z from "zod";
import { fill } from "../language/catalogue.ts";
import { requireVersion } from "../lib/edit.ts";
import type { InBoth } from "../lib/error.ts";
import { lengthOf, plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { archiveRefusal } from "./archive.refusals.ts";
import { archiveWords } from "./archive.words.ts";
import { SUMMARY_MAXIMUM, SUMMARY_MINIMUM } from "./limits.ts";
import * as Material from "./material.ts";
import { By, type Entry, RegisterOwner } from "./register.ts";

export { SUMMARY_MAXIMUM, SUMMARY_MINIMUM } from "./limits.ts";

const Base = z.object({
  activityId: z.string(),
  version: z.int().nonnegative(),
  updatedAt: Instant.optional(),
  updatedBy: z.string().optional(),
});

/** An activity's record: open to changes until it is filed, then fixed with exactly the materials it names. @source docs/domain.md E1, E2, E4 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({
    status: z.literal("draft"),
    summary: plainText(0, SUMMARY_MAXIMUM),
    owner: RegisterOwner.optional(),
  }),
  Base.extend({
    status: z.literal("filed"),
    summary: plainText(SUMMARY_MINIMUM, SUMMARY_MAXIMUM),
    owner: RegisterOwner,
    materialIds: z.array(Material.Id).min(1),
    year: z.int(),
    number: z.int().positive(),
    filedAt: Instant,
    filedBy: By,
  }),
]);
export type Info = z.infer<typeof Info>;
export type Draft = Extract<Info, { status: "draft" }>;
export type Filed = Extract<Info, { status: "filed" }>;

/** What is written of a draft; `version` is the one that was read, 0 before the first. */
export const Writing = z.object({
  summary: plainText(0, SUMMARY_MAXIMUM),
  owner: RegisterOwner.optional(),
  version: z.int().nonnegative(),
});
export type Writing = z.infer<typeof Writing>;

/** What keeps an archive from being filed; `processing` means that a file is still being checked, `money` that a grant is not settled. */
export const Missing = z.enum(["summary", "material", "owner", "processing", "money"]);
export type Missing = z.infer<typeof Missing>;

/** The archive of an activity for which nothing was written yet. */
export const empty = (activityId: string): Draft => ({ activityId, status: "draft", summary: "", version: 0 });

/**
 * Lets an archive be changed, or refuses.
 * @throws `archive.filed`
 */
export function requireDraft(archive: Info): Draft {
  if (archive.status === "draft") return archive;
  throw archiveRefusal("archive.filed");
}

/**
 * Replaces what a draft says.
 * @param at - instant of the change, ISO-8601 UTC
 * @throws `archive.filed`, `edit.changed` when somebody else wrote since `version` was read
 */
export function write(archive: Info, { version, ...said }: Writing, { at, by }: { at: string; by: string }): Draft {
  const draft = requireDraft(archive);
  requireVersion(draft, version);
  return { ...said, activityId: draft.activityId, status: "draft", version, updatedAt: at, updatedBy: by };
}

/** What an archive is judged by besides its own text. */
export interface Contents {
  materials: readonly Material.Info[];
  /** Whether money was granted that is not settled. */
  moneyOpen: boolean;
}

/** Everything that keeps an archive from being filed, at once; nothing for a filed one. @source docs/domain.md A9, E2, E4 */
export function missingParts(archive: Info, { materials, moneyOpen }: Contents): Missing[] {
  if (archive.status === "filed") return [];
  const missing: Missing[] = [];
  if (lengthOf(archive.summary) < SUMMARY_MINIMUM) missing.push("summary");
  if (!materials.some(({ status }) => status === "ready")) missing.push("material");
  if (!archive.owner) missing.push("owner");
  if (materials.some(({ status }) => status === "processing")) missing.push("processing");
  if (moneyOpen) missing.push("money");
  return missing;
}

const lackOf = (part: Missing): InBoth => {
  const lack = (language: "zh-CN" | "en") =>
    fill(archiveWords[language][`archive.missing.${part}`], { minimum: SUMMARY_MINIMUM });
  return { "zh-CN": lack("zh-CN"), en: lack("en") };
};

/** What filing takes besides the archive; `year` is the local year in which the activity ended. */
export interface Filing {
  title: string;
  year: number;
  number: number;
  at: string;
  by: By;
}

/**
 * Files an archive: fixes it with the materials that are ready, and makes its entry in the register.
 *
 * Files that were never uploaded or were rejected stay outside.
 * @throws `archive.filed`, `archive.incomplete` naming every missing part
 * @source docs/domain.md A9, E2, E4
 */
export function file(archive: Info, contents: Contents, filing: Filing): { archive: Filed; entry: Entry } {
  const { activityId, summary, owner, version } = requireDraft(archive);
  const missing = missingParts(archive, contents);
  if (missing.length > 0 || !owner) throw archiveRefusal("archive.incomplete", { missing: missing.map(lackOf) });
  const { title, year, number, at, by } = filing;
  const materialIds = contents.materials.filter(({ status }) => status === "ready").map(({ id }) => id);
  const filed = { year, number, filedAt: at, filedBy: by };
  return {
    archive: {
      activityId,
      status: "filed",
      summary,
      owner,
      materialIds,
      version,
      updatedAt: at,
      updatedBy: by.actorId,
      ...filed,
    },
    entry: { activityId, owner, title, materials: materialIds.length, ...filed },
  };
}
