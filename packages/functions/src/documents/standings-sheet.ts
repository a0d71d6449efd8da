import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import type { Ranked } from "@yigong/application/award/run-states.ts";
import { partsFor, partsOf } from "@yigong/application/award/standing-parts.ts";
import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import type { Standing } from "@yigong/core/award/award.ts";
import { canonicalText } from "@yigong/core/award/canonical.ts";
import { rounded } from "@yigong/core/award/mean.ts";
import { LINES, SHARD } from "@yigong/core/award/part.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import { type ColumnSpec, writeTable } from "./table/write-table.ts";

type Source = Pick<AwardDeps, "awards">;

async function* textsOf({ awards }: Source, run: Ranked, where: { digest: string; parts: number }) {
  for (let part = 0; part < where.parts; part += 1) {
    const found = await awards.part(run, where.digest, part);
    if (!found) throw awardRefusal("award.part_missing", { part });
    yield found.lines;
  }
}

/**
 * Everything that a run was computed from and came to, as JSON Lines in canonical form, a part at a time.
 *
 * @source docs/awards.md, canonical form
 */
export async function* awardLines(deps: Source, run: Ranked): AsyncGenerator<string> {
  const { manifest, outcome } = run;
  const line = (value: Parameters<typeof canonicalText>[0]) => `${canonicalText(value)}\n`;
  yield line(manifest);
  const activities = { digest: manifest.activitiesDigest, parts: partsFor(manifest.activities, LINES) };
  yield* textsOf(deps, run, activities);
  yield* textsOf(deps, run, { digest: manifest.peopleDigest, parts: partsFor(manifest.people, SHARD) });
  yield* textsOf(deps, run, { digest: outcome.digest, parts: partsFor(outcome.people, LINES) });
  for (const place of outcome.places) yield line(place);
  yield line({ kind: "result", digest: outcome.digest });
}

const COLUMNS = [
  ["rank", 8, "whole"],
  ["name", 16, "text"],
  ["employeeNumber", 14, "text"],
  ["status", 12, "text"],
  ["points", 10, "hundredths"],
  ["workdays", 10, "tenths"],
  ["attendances", 10, "whole"],
  ["mean", 10, "four decimals"],
  ["decidedBy", 16, "text"],
  ["vetoed", 12, "text"],
  ["preferred", 12, "text"],
  ["belowFloor", 12, "text"],
  ["place", 16, "whole"],
  ["lot", 30, "text"],
  ["pseudonym", 30, "text"],
] as const;

/** The standings with names, for people to read; cells have types, so no text is taken for a formula. */
export async function awardSheet(deps: Pick<AwardDeps, "awards" | "members">, run: Ranked, language: Language) {
  const say = (key: (typeof COLUMNS)[number][0] | "yes" | "title") => text(language, `award.sheet.${key}`);
  const columns = COLUMNS.map(([key, width, kind]): ColumnSpec => ({ header: say(key), kind, width }));
  const people = new Map((await deps.members.all()).map((member) => [member.id as string, member]));
  const honours = "decision" in run && run.decision ? run.decision.honours : run.outcome.places;
  const placeOf = new Map(honours.map(({ pseudonym, place }) => [pseudonym, place]));
  const mark = (holds: boolean) => (holds ? say("yes") : "");
  const rows: (string | number)[][] = [];
  const where = { digest: run.outcome.digest, parts: partsFor(run.outcome.people, LINES) };
  for await (const { values, memberIds } of partsOf<Standing>(deps.awards, run, where))
    for (const [at, one] of values.entries()) {
      const member = people.get(memberIds[at] ?? "");
      rows.push([
        one.rank,
        member?.name ?? "",
        member?.employeeNumber ?? "",
        text(language, `member.politicalStatus.${one.status}`),
        one.points / 100,
        one.halfDays / 2,
        one.attendances,
        one.mean === null ? "" : rounded(one.mean),
        one.decidedBy ? text(language, `award.criterion.${one.decidedBy}`) : "",
        mark(one.vetoed),
        mark(one.preferred),
        mark(one.belowFloor),
        placeOf.get(one.pseudonym) ?? "",
        one.lot,
        one.pseudonym,
      ]);
    }
  return writeTable({ sheet: `${run.year} ${say("title")}`, columns, rows });
}
