import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import {
  objectionDocuments,
  orderOf,
  partDocuments,
  runDocuments,
  tokenDocuments,
  yearDocuments,
} from "./award.row.ts";
import type * as Objection from "./objection.ts";
import type { Part } from "./part.ts";
import type * as Run from "./run.ts";
import type { Year } from "./source.ts";
import type * as Token from "./token.ts";

/** What a decision writes together. */
export interface Decision extends Caused {
  item: Run.Info;
  /** An objection that is new, or decided. */
  objection?: Objection.Info | undefined;
}

/** The runs of each year and what they are made of. All reads are consistent. */
export interface Awards {
  /** A year without a run has `latest` 0. */
  year(year: number): Promise<Year>;
  /** @throws `store.busy`, whatever `decide` throws */
  changeYear(year: number, decide: (year: Year) => { item: Year; audit?: readonly Entry[] }): Promise<Year>;
  /** Keeps a new run if the year is as it was read and has no such run. @returns whether it was kept */
  begin(run: Run.Info, year: Year, caused: Required<Caused>): Promise<boolean>;
  /** @throws `award.missing` */
  get(key: Run.Key): Promise<Run.Info>;
  /** The runs of a year, the first one first. */
  runsOf(year: Year): Promise<Run.Info[]>;
  /** @throws `award.missing`, `store.busy`, whatever `decide` throws */
  change(key: Run.Key, at: string, decide: (run: Run.Info) => Decision | Promise<Decision>): Promise<Run.Info>;
  token(key: Run.Key): Promise<Token.Info | undefined>;
  /** Keeps a token unless one of a later generation, visit or attempt is there. @returns whether it was kept */
  keepToken(token: Token.Info): Promise<boolean>;
  /** Keeps audit entries of what changes nothing, such as an export. */
  note(audit: readonly Entry[]): Promise<void>;
  putPart(key: Run.Key, part: Part): Promise<void>;
  part(key: Run.Key, digest: string, part: number): Promise<Part | undefined>;
  /** @throws `award.missing` */
  objection(key: Run.Key, id: string): Promise<Objection.Info>;
  objections(key: Run.Key, page: PageRequest): Promise<Page<Objection.Info>>;
}

export function dynamoAwards(table: Table): Awards {
  const years = yearDocuments(table);
  const runs = runDocuments(table);
  const tokens = tokenDocuments(table);
  const parts = partDocuments(table);
  const objections = objectionDocuments(table);

  return {
    year: (year) => years.get({ year }),
    changeYear: (year, decide) => years.change({ year }, decide, ({ audit = [] }) => auditOps(table, audit)),
    async begin(run, before, caused) {
      const done = await transact(table, [
        runs.ops.create(run),
        years.ops.save(before, { ...before, latest: run.run }),
        ...causedOps(table, caused, run.startedAt),
      ]);
      return done.ok;
    },
    get: ({ year, run }) => runs.get({ year, run }),
    runsOf: ({ year, latest }) => runs.getMany(Array.from({ length: latest }, (_, at) => ({ year, run: at + 1 }))),
    change: ({ year, run }, at, decide) =>
      runs.change({ year, run }, decide, ({ objection, ...caused }) => [
        ...(objection ? [objections.ops.put(objection)] : []),
        ...causedOps(table, caused, at),
      ]),
    token: ({ year, run }) => tokens.find({ year, run }),
    async keepToken(token) {
      const newest = tokens.ops.put(
        token,
        ({ order }, { notExists, lte }) => `${notExists(order)} OR ${lte(order, orderOf(token))}`,
      );
      return (await transact(table, [newest])).ok;
    },
    async note(audit) {
      for (const op of auditOps(table, audit)) await transact(table, [op]);
    },
    async putPart({ year, run }, { digest, part, lines, memberIds }) {
      const stored = { year, run, digest, part, lines, ...(memberIds && { memberIds }) };
      await transact(table, [parts.ops.put(stored)]);
    },
    async part({ year, run }, digest, part) {
      const found = await parts.find({ year, run, digest, part });
      return found && { digest, part, lines: found.lines, memberIds: found.memberIds };
    },
    objection: ({ year, run }, objectionId) => objections.get({ year, run, objectionId }),
    objections: ({ year, run }, page) => objections.list("key", { year, run }, page),
  };
}
