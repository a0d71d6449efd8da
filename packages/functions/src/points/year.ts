import { z } from "@hono/zod-openapi";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { personOf } from "@yigong/core/award/roster.ts";
import type { PageRequest } from "@yigong/core/lib/page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { type Info as Member, PoliticalStatus } from "@yigong/core/member/member.ts";
import { GENESIS } from "@yigong/core/points/canonical.ts";
import type { Corrections } from "@yigong/core/points/correction.store.ts";
import { lineText, workdaysText } from "@yigong/core/points/explain.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { activityOf, type Entry, Entry as EntrySchema } from "@yigong/core/points/points.ts";
import { isWarned, progressOf } from "@yigong/core/points/progress.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { decimal, ruleSetOfYear } from "@yigong/core/points/rules.ts";
import { tallyOf } from "@yigong/core/points/tally.ts";
import { pageOf } from "../lib/edge.ts";

export const Points = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe("points with two decimals, such as 4.50");
const Workdays = z.string().regex(/^-?\d+\.[05]$/);
const Both = z.object({ "zh-CN": z.string(), en: z.string() });
const line = EntrySchema.shape.lines.element.extend({ points: Points, text: Both });

/** An entry with its reasons: the activity, what was counted, the grade, the rules, and why it was corrected. */
export const EntryView = EntrySchema.pick({
  id: true,
  seq: true,
  year: true,
  kind: true,
  ruleSet: true,
  grade: true,
  evidence: true,
  corrects: true,
  code: true,
  postedAt: true,
})
  .extend({
    activityId: z.string(),
    title: z.string().optional(),
    points: Points,
    workdays: Workdays,
    lines: z.array(line),
    /** Why it was corrected, as it was asked for. */
    reason: z.string().optional(),
  })
  .openapi("PointEntry");
export type EntryView = z.output<typeof EntryView>;

const Missing = { missing: Points };

export const YearView = z
  .object({
    memberId: z.string(),
    year: z.int(),
    points: Points,
    attendances: z.int(),
    workdays: Workdays,
    covers: z.int(),
    /** The status whose line counts: the last one of the year. */
    status: PoliticalStatus,
    /** The version whose floor and preference line hold for the year. */
    ruleSet: z.int(),
    /** I4: false without points. */
    mayStand: z.boolean(),
    /** I3: for party volunteers; `warned` in the last quarter. */
    floor: z.object({ points: Points, reached: z.boolean(), warned: z.boolean(), ...Missing }).optional(),
    /** I5: more than the line; `missing` is what it takes to exceed it. */
    preference: z.object({ line: Points, exceeded: z.boolean(), ...Missing }),
    entries: pageOf(EntryView),
  })
  .openapi("PointYear");

export interface YearDeps {
  activities: Pick<Activities, "find">;
  corrections: Pick<Corrections, "get">;
  ledger: Pick<Ledger, "balances" | "entriesOf">;
  ruleSets: Pick<RuleSets, "adopted">;
  zone: string;
}

const textsOf = (entry: Entry) => (each: Entry["lines"][number]) => ({
  ...each,
  points: decimal(each.points),
  text: { "zh-CN": lineText("zh-CN", each, entry.grade), en: lineText("en", each, entry.grade) },
});

/** What an entry says by itself. */
const bare = (entry: Entry) => ({
  ...entry,
  activityId: activityOf(entry),
  points: decimal(entry.points),
  workdays: workdaysText(tallyOf(entry).halfDays),
  lines: entry.lines.map(textsOf(entry)),
});

async function reasonOf(deps: Pick<YearDeps, "corrections">, entry: Entry): Promise<string | undefined> {
  const correctionId = entry.kind === "correction" ? entry.id.split(":").at(-1) : undefined;
  if (correctionId === undefined) return undefined;
  return (await deps.corrections.get(activityOf(entry), correctionId)).reason;
}

/** Entries with the titles of their activities and the reasons of corrections. */
export async function entriesView(
  deps: Pick<YearDeps, "activities" | "corrections">,
  entries: readonly Entry[],
): Promise<EntryView[]> {
  const ids = [...new Set(entries.map(activityOf))];
  const found = await Promise.all(ids.map((id) => deps.activities.find(id)));
  const titles = new Map(found.flatMap((activity) => (activity ? [[activity.id as string, activity.title]] : [])));
  return Promise.all(
    entries.map(async (entry) =>
      EntryView.parse({ ...bare(entry), title: titles.get(activityOf(entry)), reason: await reasonOf(deps, entry) }),
    ),
  );
}

/**
 * A person's year explained: every entry with its reasons, and where the sum stands against floor and preference line.
 *
 * @param at - now, ISO-8601 UTC
 * @source docs/domain.md I2–I5
 */
export async function yearOfMember(
  deps: YearDeps,
  member: Member,
  { year, page, at }: { year: number; page: PageRequest; at: string },
): Promise<z.output<typeof YearView>> {
  const [balances, sets, { items, cursor }] = await Promise.all([
    deps.ledger.balances([member.pseudonym], year),
    deps.ruleSets.adopted(),
    deps.ledger.entriesOf(member.pseudonym, year, page),
  ]);
  const { points = 0, attendances = 0, halfDays = 0, covers = 0 } = balances.get(member.pseudonym) ?? {};
  const { status, volunteer } = personOf(member, year, { entries: 0, head: GENESIS });
  const rules = ruleSetOfYear(year, sets, deps.zone);
  const progress = progressOf(points, { partyMember: status === "partyMember", volunteer }, rules);
  const { floor, preference, mayStand } = progress;
  const warned = isWarned(progress, year, dayOf(at, deps.zone));
  return {
    memberId: member.id,
    year,
    points: decimal(points),
    attendances,
    workdays: workdaysText(halfDays),
    covers,
    status,
    ruleSet: rules.version,
    mayStand,
    ...(floor ? { floor: { ...floor, warned, points: decimal(floor.points), missing: decimal(floor.missing) } } : {}),
    preference: { ...preference, line: decimal(preference.line), missing: decimal(preference.missing) },
    entries: { items: await entriesView(deps, items), cursor },
  };
}
