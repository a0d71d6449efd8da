import type { PageRequest } from "@yigong/core/lib/page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Corrections } from "@yigong/core/points/correction.store.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import { lineText, workdaysText } from "@yigong/core/points/explain.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Entry, issuerIdOf } from "@yigong/core/points/points.ts";
import { isWarned } from "@yigong/core/points/progress.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { tallyOf } from "@yigong/core/points/tally.ts";
import { missingText, type Way } from "@yigong/core/points/way.ts";
import type { Issuers } from "../manifest/scorer.ts";
import { standInYear } from "./stand-in-year.ts";

/** An entry with its reasons: the issuer, what was counted, the grade, the rules, and why it was corrected. */
export type ExplainedEntry = Omit<Entry, "points" | "lines"> & {
  /** The issuer's id, also when that is no activity: clients know it by this name. */
  activityId: string;
  title?: string | undefined;
  /** Two decimals, such as 4.50. */
  points: string;
  workdays: string;
  lines: (Omit<Entry["lines"][number], "points"> & { points: string; text: Record<"zh-CN" | "en", string> })[];
  /** Why it was corrected, as it was asked for. */
  reason?: string | undefined;
};

export interface YearDeps {
  issuers: Issuers;
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
  activityId: issuerIdOf(entry),
  points: decimal(entry.points),
  workdays: workdaysText(tallyOf(entry).halfDays),
  lines: entry.lines.map(textsOf(entry)),
});

async function reasonOf(deps: Pick<YearDeps, "corrections">, entry: Entry): Promise<string | undefined> {
  const correctionId = entry.kind === "correction" ? entry.id.split(":").at(-1) : undefined;
  if (correctionId === undefined) return undefined;
  return (await deps.corrections.get(issuerIdOf(entry), correctionId)).reason;
}

/** Entries with the titles of their issuers and the reasons of corrections. */
export async function explainEntries(
  deps: Pick<YearDeps, "issuers" | "corrections">,
  entries: readonly Entry[],
): Promise<ExplainedEntry[]> {
  const ids = [...new Set(entries.map(issuerIdOf))];
  const found = await Promise.all(ids.map((id) => deps.issuers.find(id)));
  const titles = new Map(found.flatMap((issuer) => (issuer ? [[issuer.id, issuer.title]] : [])));
  return Promise.all(
    entries.map(async (entry) => ({
      ...bare(entry),
      title: titles.get(issuerIdOf(entry)),
      reason: await reasonOf(deps, entry),
    })),
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
) {
  const [standing, { items, cursor }] = await Promise.all([
    standInYear(deps, member, { year, at }),
    deps.ledger.entriesOf(member.pseudonym, year, page),
  ]);
  const { points, balance, status, rules, progress, ways } = standing;
  const { attendances = 0, halfDays = 0, covers = 0 } = balance ?? {};
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
    ...(floor
      ? {
          floor: {
            ...floor,
            warned,
            points: decimal(floor.points),
            missing: decimal(floor.missing),
            change: changeOf(floor.missing, ways.floor),
          },
        }
      : {}),
    preference: {
      ...preference,
      line: decimal(preference.line),
      missing: decimal(preference.missing),
      change: changeOf(preference.missing, ways.preference),
    },
    entries: { items: await explainEntries(deps, items), cursor },
  };
}

/** What would be enough, in words; nothing where nothing is missing, or nothing can come any more. */
const changeOf = (missing: number, ways: readonly Way[]) =>
  ways.length === 0
    ? undefined
    : { ways, text: { "zh-CN": missingText("zh-CN", missing, ways), en: missingText("en", missing, ways) } };
