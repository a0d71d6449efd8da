import { type Info as Activity, endOf } from "@yigong/core/activity/activity.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Entry, entryId, issuerOf, personOf } from "@yigong/core/points/points.ts";
import { type Line, type RuleSet, ruleSetAt, scoreCovers, scoreService, totalOf } from "@yigong/core/points/rules.ts";
import type { Grade } from "@yigong/core/survey/grade.ts";
import { chunksOf, inParallel } from "../lib/parallel.ts";

/** What one person did in an activity, with the keys of the rows that prove it. */
export interface Service {
  memberId: string;
  attendances: number;
  halfDays: number;
  evidence: readonly string[];
}

export interface PointSources {
  served: (activity: Activity) => Promise<readonly Service[]>;
  covered: (activityId: string) => Promise<readonly { memberId: string; needId: string }[]>;
  gradeOf: (activity: Activity) => Promise<Grade | undefined>;
  members: { getMany(ids: readonly string[]): Promise<Member[]> };
  ledger: Ledger;
  zone: string;
}

const TOLD_AT_ONCE = 100;

type Cause = { memberId: string; kind: Entry["kind"]; lines: Line[]; evidence: readonly string[] };

const causesOf = (
  served: readonly Service[],
  covered: readonly { memberId: string; needId: string }[],
  grade: Grade | undefined,
  rules: RuleSet,
): Cause[] => {
  const services = served.map(({ memberId, evidence, ...service }) => ({
    memberId,
    evidence,
    kind: "service" as const,
    lines: scoreService({ ...service, grade }, rules),
  }));
  const covers = [...Map.groupBy(covered, ({ memberId }) => memberId)].map(([memberId, needs]) => ({
    memberId,
    kind: "cover" as const,
    lines: scoreCovers(needs.length, rules),
    evidence: needs.map(({ needId }) => `need#${needId}`),
  }));
  return [...services, ...covers].filter(({ lines }) => lines.length > 0);
};

/** What is told: to those who served and to those who covered, each with their own points. */
function told(activity: Activity, causes: readonly Cause[], at: string): Effect[] {
  const toOf = (kind: Entry["kind"]) => causes.filter((cause) => cause.kind === kind).map(({ memberId }) => memberId);
  return (["service", "cover"] as const).flatMap((kind) =>
    chunksOf(toOf(kind), TOLD_AT_ONCE).map((memberIds, part): Effect => {
      const to = { kind: "members" as const, memberIds };
      const template = kind === "service" ? "points.posted" : "points.coverPosted";
      return {
        kind: "message.send",
        id: `message.send#${template}#${activity.id}.${part}`,
        dueAt: at,
        template,
        to,
        activityId: activity.id,
        params: { title: activity.title },
      };
    }),
  );
}

/**
 * Posts what an activity earned its people: from check-ins, workdays and the grade, and for covers done.
 *
 * Safe to run twice: an entry's id is its cause, and it moves the balance in the same transaction.
 * @param at - when it is posted, ISO-8601 UTC; the year is that of the activity's end
 * @returns how many entries stand, and their sum in 0.01 points
 * @source docs/domain.md I2
 */
export const postPoints =
  (deps: PointSources) =>
  async (activity: Activity, at: string): Promise<{ people: number; points: number; told: Effect[] }> => {
    const [served, covered, grade] = await Promise.all([
      deps.served(activity),
      deps.covered(activity.id),
      deps.gradeOf(activity),
    ]);
    const rules = ruleSetAt(endOf(activity));
    const causes = causesOf(served, covered, grade, rules);
    const members = new Map(
      (await deps.members.getMany(causes.map(({ memberId }) => memberId))).map((member) => [
        member.id as string,
        member,
      ]),
    );
    const year = yearOf(endOf(activity), deps.zone);
    const entries = causes.flatMap(({ memberId, kind, lines, evidence }): Entry[] => {
      const pseudonym = members.get(memberId)?.pseudonym;
      if (pseudonym === undefined) return [];
      const id = entryId({ activityId: activity.id, pseudonym, kind, revision: 1 });
      const [debit, credit] = [issuerOf(activity.id), personOf(pseudonym)];
      return [
        {
          id,
          debit,
          credit,
          points: totalOf(lines),
          year,
          kind,
          lines,
          ruleSet: rules.version,
          evidence: [...evidence],
          postedAt: at,
        },
      ];
    });
    await inParallel(entries, 16, (entry) => deps.ledger.post(entry));
    const points = entries.reduce((sum, entry) => sum + entry.points, 0);
    return { people: entries.length, points, told: told(activity, causes, at) };
  };
