import * as z from "zod";
import { inBoth, LANGUAGES, type Language } from "../language/index.ts";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { Day } from "../lib/time.ts";
import { organizationRefusal } from "./organization.refusals.ts";

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

const CodeText = z.string().trim().min(1).max(4000);

/** Settings of the one tenant. Series count from `foundingYear`; calendars and years are those of `zone`. @source docs/domain.md O2 */
export const Settings = z.object({
  name: z.string().min(1).max(120),
  foundingYear: z.int().min(1900).max(2200),
  zone: z.string().min(1),
  codeVersion: z.int().positive(),
  /** What people accept, in the version at hand; absent, it is the service spirit and the four-part code of the founding. */
  codeText: z.object({ "zh-CN": CodeText, en: CodeText }).optional(),
  servicePhone: z.string().max(40),
  /** What the company and its Party committee are called, where they are named; without it in general words. */
  company: z.string().trim().min(1).max(120).optional(),
  committee: z.string().trim().min(1).max(120).optional(),
  /** The languages that are offered to people; without it all that there are. */
  languages: z.array(z.enum(LANGUAGES)).min(1).max(LANGUAGES.length).optional(),
  /** Whether messages keep quiet hours, the measure of two a day and the digest; without it they go out at once. */
  quietHours: z.boolean().optional(),
  /** How many minutes the way between two places takes before somebody is warned of too little; without it `TRAVEL_MINUTES`. */
  travelMinutes: z.int().min(0).max(240).optional(),
  version: z.int().nonnegative(),
});
export type Settings = z.infer<typeof Settings>;

/** The language for somebody: the one that they chose if it is offered, else the usual one. @param offered - the usual one first */
export const spokenTo = (chosen: Language | undefined, offered: readonly Language[]): Language =>
  chosen !== undefined && offered.includes(chosen) ? chosen : (offered[0] ?? "zh-CN");

const Skills = z.array(z.string().trim().min(1).max(40)).max(50);

/** What may be said of a unit when it is made. */
export const NewUnit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("branch"), name: Unit.shape.name, hasChapter: z.boolean().default(false) }),
  z.object({ kind: z.literal("department"), name: Unit.shape.name, headId: z.string().optional() }),
  z.object({ kind: z.literal("team"), name: Unit.shape.name, skills: Skills.default([]) }),
  z.object({
    kind: z.literal("post"),
    name: Unit.shape.name,
    coverableBy: z.array(UnitId).max(50).default([]),
    headId: z.string().optional(),
  }),
]);
export type NewUnit = z.infer<typeof NewUnit>;

/** What may be changed of a unit, at the version that was read. `headId: null` leaves it without a head. */
export const UnitPatch = z.object({
  version: z.int().nonnegative(),
  name: Unit.shape.name.optional(),
  endedOn: Day.nullable().optional(),
  hasChapter: z.boolean().optional(),
  headId: z.string().nullable().optional(),
  skills: Skills.optional(),
  coverableBy: z.array(UnitId).max(50).optional(),
});
export type UnitPatch = z.infer<typeof UnitPatch>;

const FIELDS: Record<UnitKind, readonly (keyof UnitPatch)[]> = {
  branch: ["hasChapter"],
  department: ["headId"],
  team: ["skills"],
  post: ["headId", "coverableBy"],
};

/**
 * Changes a unit.
 *
 * @throws `edit.changed` when it is no longer at that version, `unit.field_unknown` for a field that its kind has not
 */
export function reviseUnit(unit: UnitInfo, { version, ...patch }: UnitPatch): UnitInfo {
  requireVersion(unit, version);
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const known = ["name", "endedOn", ...FIELDS[unit.kind]];
  const foreign = given.find(([field]) => !known.includes(field));
  if (foreign) throw organizationRefusal("unit.field_unknown", { kind: inBoth(`unit.kind.${unit.kind}`) });
  const cleared = new Set(given.filter(([, value]) => value === null).map(([field]) => field));
  const kept = Object.entries({ ...unit, ...Object.fromEntries(given) }).filter(([field]) => !cleared.has(field));
  return UnitInfo.parse(Object.fromEntries(kept));
}

/** What may be changed of the settings, at the version that was read. */
export const SettingsPatch = Settings.omit({ version: true }).partial().extend({ version: z.int().nonnegative() });
export type SettingsPatch = z.infer<typeof SettingsPatch>;

/**
 * Changes the settings.
 *
 * @throws `edit.changed`, `organization.zone_fixed`, `organization.code_version_behind`, `organization.code_version_due`,
 * `organization.founding_year_fixed` once the settings were saved
 * @source docs/domain.md O2
 */
export function reviseSettings(settings: Settings, { version, ...patch }: SettingsPatch): Settings {
  requireVersion(settings, version);
  const after = Settings.parse({ ...settings, ...patch });
  if (after.foundingYear !== settings.foundingYear && settings.version > 0)
    throw organizationRefusal("organization.founding_year_fixed");
  if (after.codeVersion < settings.codeVersion)
    throw organizationRefusal("organization.code_version_behind", { version: settings.codeVersion });
  if (!sameText(after, settings) && after.codeVersion === settings.codeVersion)
    throw organizationRefusal("organization.code_version_due", { version: settings.codeVersion + 1 });
  if (after.zone !== settings.zone) throw organizationRefusal("organization.zone_fixed");
  return after;
}

/** Whether people who accepted one text have accepted the other. */
const sameText = ({ codeText: one }: Settings, { codeText: other }: Settings): boolean =>
  one?.["zh-CN"] === other?.["zh-CN"] && one?.en === other?.en;
