import { type Info as Activity, endOf } from "@yigong/core/activity/activity.ts";
import { chunksOf, inParallel } from "@yigong/core/lib/parallel.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Draft, entryId, issuerOf, type Line, personOf, pseudonymOf } from "@yigong/core/points/points.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { type RuleSet, ruleSetAt, scoreCovers, scoreService, totalOf } from "@yigong/core/points/rules.ts";
import type { Graded } from "./grade-activity.ts";

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
  gradeOf: (activity: Activity) => Promise<Graded>;
  members: { getMany(ids: readonly string[], reading?: Reading): Promise<Member[]> };
  ledger: Pick<Ledger, "enlist" | "post">;
  ruleSets: Pick<RuleSets, "adopted">;
  zone: string;
}

const TOLD_AT_ONCE = 100;

type Kind = "service" | "cover";
type Cause = { memberId: string; kind: Kind; lines: Line[]; evidence: readonly string[] } & Graded;

/** The key of an attendance without its person: the ledger knows nobody but by pseudonym. */
export const impersonal = (key: string, memberId: string): string => key.replace(`#${memberId}`, "");

const causesOf = (
  served: readonly Service[],
  covered: readonly { memberId: string; needId: string }[],
  graded: Graded,
  rules: RuleSet,
): Cause[] => {
  const services = served.map(({ memberId, evidence, ...service }) => ({
    memberId,
    evidence: evidence.map((key) => impersonal(key, memberId)),
    kind: "service" as const,
    lines: scoreService({ ...service, grade: graded.grade }, rules),
    ...graded,
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
function told({ id, title }: Activity, causes: readonly Cause[], at: string): Effect[] {
  const common = { params: { title }, dueAt: at, activityId: id };
  const toOf = (kind: Kind) => causes.filter((cause) => cause.kind === kind).map(({ memberId }) => memberId);
  const attended = { kind: "activity", activityId: id, who: "attended" } as const;
  const served = { ...common, kind: "message.send", id: `message.send#points.posted#${id}` } as const;
  const covered = chunksOf(toOf("cover"), TOLD_AT_ONCE).map(
    (memberIds, part): Effect => ({
      ...common,
      kind: "message.send",
      id: `message.send#points.coverPosted#${id}.${part}`,
      template: "points.coverPosted",
      to: { kind: "members", memberIds },
    }),
  );
  // One row for all: who attended is who has points for service, and a row with their ids would be some kilobytes.
  return toOf("service").length === 0 ? covered : [{ ...served, template: "points.posted", to: attended }, ...covered];
}

const draftOf = (
  { memberId: _, lines, evidence, ...cause }: Cause,
  {
    activityId,
    pseudonym,
    ...posting
  }: Pick<Draft, "year" | "ruleSet" | "postedAt"> & {
    activityId: string;
    pseudonym: string;
  },
): Draft => ({
  id: entryId({ activityId, pseudonym, kind: cause.kind, revision: 1 }),
  debit: issuerOf(activityId),
  credit: personOf(pseudonym),
  points: totalOf(lines),
  ...posting,
  ...cause,
  lines,
  evidence: [...evidence],
});

/**
 * Posts what an activity earned its people: from check-ins, workdays and the grade, and for covers done.
 *
 * Safe to run twice: an entry's id is its cause, and it moves the account in the same transaction.
 * @param at - when it is posted, ISO-8601 UTC; the year is that of the activity's end
 * @returns how many entries stand, and their sum in 0.01 points
 * @source docs/domain.md I2
 */
export const postPoints =
  (deps: PointSources) =>
  async (activity: Activity, at: string): Promise<{ people: number; points: number; told: Effect[] }> => {
    const [served, covered, graded, sets] = await Promise.all([
      deps.served(activity),
      deps.covered(activity.id),
      deps.gradeOf(activity),
      deps.ruleSets.adopted(),
    ]);
    const rules = ruleSetAt(endOf(activity), sets);
    const causes = causesOf(served, covered, graded, rules);
    const found = await deps.members.getMany(
      causes.map(({ memberId }) => memberId),
      recent,
    );
    const pseudonyms = new Map(found.map(({ id, pseudonym }) => [id as string, pseudonym]));
    const posting = {
      activityId: activity.id,
      year: yearOf(endOf(activity), deps.zone),
      ruleSet: rules.version,
      postedAt: at,
    };
    const drafts = causes.flatMap((cause) => {
      const pseudonym = pseudonyms.get(cause.memberId);
      return pseudonym === undefined ? [] : [draftOf(cause, { ...posting, pseudonym })];
    });
    const accounts = await deps.ledger.enlist(drafts.map(pseudonymOf));
    await inParallel(drafts, 16, (draft) => {
      const from = accounts.get(pseudonymOf(draft));
      // Somebody's second entry goes on from the first.
      accounts.delete(pseudonymOf(draft));
      return deps.ledger.post(draft, from);
    });
    const points = drafts.reduce((sum, draft) => sum + draft.points, 0);
    return { people: drafts.length, points, told: told(activity, causes, at) };
  };
