import * as z from "zod";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { mentoringRefusal } from "./mentoring.refusals.ts";
import * as Mentoring from "./mentoring.ts";
import { Ranking } from "./ranking.ts";

/** What a change of a mentoring writes together. */
export interface Decision extends Caused {
  item: Mentoring.Info;
}

/** Rankings, and who helps whom. */
export interface Mentorings {
  /** Keeps a ranking. @returns false when there is one of its department, period and measure */
  rank(ranking: Ranking, caused: Caused): Promise<boolean>;
  /** Takes a ranking out again. */
  withdraw(ranking: Ranking, caused: Caused, at: string): Promise<void>;
  /** @throws `mentoring.ranking_missing` */
  ranking(rankingId: string): Promise<Ranking>;
  /** All rankings, by period. */
  rankings(): Promise<Ranking[]>;
  /** @throws `mentoring.missing` */
  get(id: string): Promise<Mentoring.Info>;
  /** Proposes a pair. @throws `mentoring.mentor_full`, `mentoring.mentee_has`, `store.busy` */
  propose(one: Mentoring.Info, caused: Caused): Promise<Mentoring.Info>;
  /** Saves; a place of mentor and mentee comes free when it is over. @throws `mentoring.missing`, `store.busy`, whatever `decide` throws */
  change(id: string, at: string, decide: (one: Mentoring.Info) => Decision): Promise<Mentoring.Info>;
  all(): Promise<Mentoring.Info[]>;
  ofMember(memberId: string): Promise<Mentoring.Info[]>;
  /** Those of a member that are proposed or go on, consistently. */
  openOf(memberId: string): Promise<Mentoring.Info[]>;
  /** Keeps that somebody read what few may. */
  keep(audit: readonly Entry[]): Promise<void>;
  /** The one person of the alliance who sees who is last. */
  officer(): Promise<string | undefined>;
  nameOfficer(memberId: string, caused: Caused, at: string): Promise<void>;
}

const ALL = "all";

export const rankingDocuments = documents({
  entity: "ranking",
  schema: Ranking,
  attributes: { rankingId: "string", departmentId: "string", metric: "string", period: "string", all: "string" },
  key: { pk: "rankings#${departmentId}#${metric}", sk: "${period}" },
  indexes: {
    every: { on: "gsi1", pk: "rankings#${all}", sk: "${period}#${rankingId}" },
    byId: { on: "gsi2", pk: "ranking#${rankingId}", sk: "${period}" },
  },
  guard: "period",
  itemOf: ({ id, departmentId, metric, period }) => ({ rankingId: id, departmentId, metric, period, all: ALL }),
});

export const mentoringDocuments = documents({
  entity: "mentoring",
  schema: Mentoring.Info,
  attributes: { mentoringId: "string", mentorId: "string", menteeId: "string", all: "string", version: "number" },
  key: { pk: "mentoring#${mentoringId}", sk: "detail" },
  indexes: {
    byMentor: { on: "gsi1", pk: "mentorings#${mentorId}", sk: "mentor#${mentoringId}" },
    byMentee: { on: "gsi2", pk: "mentorings#${menteeId}", sk: "mentee#${mentoringId}" },
  },
  itemOf: ({ id, mentorId, menteeId, version }) => ({ mentoringId: id, mentorId, menteeId, all: ALL, version }),
  missing: () => mentoringRefusal("mentoring.missing"),
});

/** What somebody takes part in that is open: what keeps a third mentee and a second mentor away. */
export const mentorLoadDocuments = documents({
  entity: "mentorLoad",
  schema: z.object({
    memberId: z.string(),
    mentors: z.array(z.string()),
    mentored: z.array(z.object({ kind: Mentoring.Kind, id: z.string() })),
    version: z.int().nonnegative(),
  }),
  attributes: { memberId: "string", version: "number" },
  key: { pk: "member#${memberId}", sk: "mentorload" },
  itemOf: ({ memberId, version }) => ({ memberId, version }),
  empty: ({ memberId }) => ({ memberId, mentors: [], mentored: [], version: 0 }),
});

/** Ids of all mentorings: a company has some hundreds. */
export const mentoringListDocuments = documents({
  entity: "mentoringListed",
  schema: z.object({ mentoringId: z.string() }),
  attributes: { all: "string", mentoringId: "string" },
  key: { pk: "mentorings#${all}", sk: "${mentoringId}" },
  guard: "mentoringId",
  itemOf: ({ mentoringId }) => ({ all: ALL, mentoringId }),
});

export const mentoringOfficerDocuments = documents({
  entity: "mentoringOfficer",
  schema: z.object({ memberId: z.string(), version: z.int().nonnegative() }),
  attributes: { all: "string", version: "number" },
  key: { pk: "mentoringofficer#${all}", sk: "detail" },
  itemOf: ({ version }) => ({ all: ALL, version }),
});

export function dynamoMentorings(table: Table): Mentorings {
  const rankings = rankingDocuments(table);
  const rows = mentoringDocuments(table);
  const loads = mentorLoadDocuments(table);
  const listed = mentoringListDocuments(table);
  const officers = mentoringOfficerDocuments(table);

  const loadsOf = ({ mentorId, menteeId }: Mentoring.Info) =>
    Promise.all([loads.get({ memberId: mentorId }), loads.get({ memberId: menteeId })]);

  return {
    rank: (ranking, caused) => rankings.create(ranking, causedOps(table, caused, ranking.createdAt)),
    async withdraw({ departmentId, metric, period }, caused, at) {
      await transact(table, [rankings.ops.remove({ departmentId, metric, period }), ...causedOps(table, caused, at)]);
    },
    async ranking(rankingId) {
      const [found] = await rankings.all("byId", { rankingId });
      if (!found) throw mentoringRefusal("mentoring.ranking_missing");
      return found;
    },
    rankings: () => rankings.all("every", { all: ALL }),
    get: (id) => rows.get({ mentoringId: id }),
    propose: (one, caused) =>
      untilSaved<Mentoring.Info>(async () => {
        const [mentor, mentee] = await loadsOf(one);
        if (mentor.mentors.length >= Mentoring.MOST_MENTEES) throw mentoringRefusal("mentoring.mentor_full");
        if (mentee.mentored.some(({ kind }) => kind === one.kind)) throw mentoringRefusal("mentoring.mentee_has");
        const outcome = await transact(table, [
          rows.ops.create(one),
          listed.ops.create({ mentoringId: one.id }),
          loads.ops.save(mentor, { ...mentor, mentors: [...mentor.mentors, one.id] }),
          loads.ops.save(mentee, { ...mentee, mentored: [...mentee.mentored, { kind: one.kind, id: one.id }] }),
          ...causedOps(table, caused, one.proposedAt),
        ]);
        return outcome.ok ? one : CLASH;
      }),
    change: (id, at, decide) =>
      rows.change({ mentoringId: id }, decide, async (decision, before) => {
        const freed = Mentoring.isOpen(before) && !Mentoring.isOpen(decision.item) ? await loadsOf(before) : undefined;
        const [mentor, mentee] = freed ?? [];
        return [
          ...(mentor
            ? [loads.ops.save(mentor, { ...mentor, mentors: mentor.mentors.filter((one) => one !== id) })]
            : []),
          ...(mentee
            ? [loads.ops.save(mentee, { ...mentee, mentored: mentee.mentored.filter((one) => one.id !== id) })]
            : []),
          ...causedOps(table, decision, at),
        ];
      }),
    async all() {
      const ids = await listed.all("key", { all: ALL });
      return rows.getMany(ids.map(({ mentoringId }) => ({ mentoringId })));
    },
    async openOf(memberId) {
      const { mentors, mentored } = await loads.get({ memberId });
      const ids = [...mentors, ...mentored.map(({ id }) => id)];
      return rows.getMany(ids.map((mentoringId) => ({ mentoringId })));
    },
    async ofMember(memberId) {
      const found = await Promise.all([
        rows.all("byMentor", { mentorId: memberId }),
        rows.all("byMentee", { menteeId: memberId }),
      ]);
      return found.flat();
    },
    async keep(audit) {
      for (const op of auditOps(table, audit)) await transact(table, [op]);
    },
    officer: async () => (await officers.find({ all: ALL }))?.memberId,
    async nameOfficer(memberId, caused, at) {
      await officers.changeOrCreate(
        { all: ALL },
        (before) => ({ item: { memberId, version: before?.version ?? 0 } }),
        () => causedOps(table, caused, at),
      );
    },
  };
}
