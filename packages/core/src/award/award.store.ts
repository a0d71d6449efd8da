import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { batchGet, type Op, put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { objectionEntity, partEntity, runEntity, tokenEntity, yearEntity } from "./award.row.ts";
import * as Objection from "./objection.ts";
import type { Part } from "./part.ts";
import * as Run from "./run.ts";
import { Year } from "./source.ts";
import * as Token from "./token.ts";

/** What a decision writes together. */
export interface Decision {
  item: Run.Info;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
  /** An objection that is new, or decided. */
  objection?: Objection.Info | undefined;
}

/** The runs of each year and what they are made of. All reads are consistent. */
export interface Awards {
  /** A year without a run has `latest` 0. */
  year(year: number): Promise<Year>;
  /** @throws `award.busy`, whatever `decide` throws */
  changeYear(year: number, decide: (year: Year) => { item: Year; audit?: readonly Entry[] }): Promise<Year>;
  /** Keeps a new run if the year is as it was read and has no such run. @returns whether it was kept */
  begin(run: Run.Info, year: Year, caused: { effects: readonly Effect[]; audit: readonly Entry[] }): Promise<boolean>;
  /** @throws `award.missing` */
  get(key: Run.Key): Promise<Run.Info>;
  /** The runs of a year, the first one first. */
  runsOf(year: Year): Promise<Run.Info[]>;
  /** @throws `award.missing`, `award.busy`, whatever `decide` throws */
  change(key: Run.Key, at: string, decide: (run: Run.Info) => Decision): Promise<Run.Info>;
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

const orderOf = ({ generation, visit, attempt }: Token.Info): string =>
  [generation, visit, attempt].map((part) => String(part).padStart(8, "0")).join(".");

const missing = (what: string) => new Refusal("missing", "award.missing", `There is no ${what}.`);

export function dynamoAwards(table: Table): Awards {
  const years = yearEntity(table);
  const runs = runEntity(table);
  const tokens = tokenEntity(table);
  const parts = partEntity(table);
  const objections = objectionEntity(table);

  async function loadYear(year: number): Promise<Year> {
    const { data } = await years.get({ year }).go({ consistent: true });
    return Year.parse(data ?? { year, latest: 0, version: 0 });
  }

  const saveYear = (before: Year, { year, latest, source }: Year): Op =>
    put(
      years
        .put({ year, latest, version: before.version + 1, ...(source ? { source } : {}) })
        .where((row, { eq, notExists }) =>
          before.version === 0 ? notExists(row.version) : eq(row.version, before.version),
        )
        .params(),
    );

  async function get({ year, run }: Run.Key): Promise<Run.Info> {
    const { data } = await runs.get({ year, run }).go({ consistent: true });
    if (!data) throw missing(`run ${run} of ${year}`);
    return Run.Info.parse(data.row);
  }

  const saveRun = (before: Run.Info, after: Run.Info): Op => {
    const version = before.version + 1;
    const { year, run } = before;
    return put(
      runs
        .put({ year, run, version, row: { ...after, version } })
        .where((row, { eq }) => eq(row.version, before.version))
        .params(),
    );
  };

  return {
    year: loadYear,
    get,
    changeYear: (year, decide) =>
      changeItem({
        load: () => loadYear(year),
        decide: (row): { item: Year; audit?: readonly Entry[] } => decide(row),
        busy: "award.busy",
        save: async (before, { item, audit = [] }) =>
          (await transact(table, [saveYear(before, item), ...auditOps(table, audit)])).ok,
      }),
    async begin(run, before, { effects, audit }) {
      const { year, run: number, version, startedAt } = run;
      const done = await transact(table, [
        put(runs.create({ year, run: number, version, row: run }).params()),
        saveYear(before, { ...before, latest: number }),
        ...effectOps(table, effects, startedAt),
        ...auditOps(table, audit),
      ]);
      return done.ok;
    },
    async runsOf({ year, latest }) {
      const keys = Array.from({ length: latest }, (_, at) => runs.get({ year, run: at + 1 }).params());
      const items = await batchGet(table, keys, { consistent: true });
      return items.flatMap((item) => (item ? [Run.Info.parse(item.row)] : []));
    },
    change: (key, at, decide) =>
      changeItem({
        load: () => get(key),
        decide: (row): Decision => decide(row),
        busy: "award.busy",
        save: async (before, { item, effects = [], audit = [], objection }) => {
          const { year, run } = key;
          const kept = objection && objections.put({ year, run, objectionId: objection.id, row: objection });
          const done = await transact(table, [
            saveRun(before, item),
            ...(kept ? [put(kept.params())] : []),
            ...effectOps(table, effects, at),
            ...auditOps(table, audit),
          ]);
          return done.ok;
        },
      }),
    async token({ year, run }) {
      const { data } = await tokens.get({ year, run }).go({ consistent: true });
      return data ? Token.Info.parse(data.row) : undefined;
    },
    async keepToken(token) {
      const order = orderOf(token);
      const kept = tokens
        .put({ year: token.year, run: token.run, order, row: token })
        .where((row, { notExists, lte }) => `${notExists(row.order)} OR ${lte(row.order, order)}`);
      return (await transact(table, [put(kept.params())])).ok;
    },
    async note(audit) {
      for (const op of auditOps(table, audit)) await transact(table, [op]);
    },
    async putPart({ year, run }, { digest, part, lines, memberIds }) {
      await transact(table, [
        put(parts.put({ year, run, digest, part, lines, ...(memberIds ? { memberIds } : {}) }).params()),
      ]);
    },
    async part({ year, run }, digest, part) {
      const { data } = await parts.get({ year, run, digest, part }).go({ consistent: true });
      return data ? { digest, part, lines: data.lines, memberIds: data.memberIds } : undefined;
    },
    async objection({ year, run }, objectionId) {
      const { data } = await objections.get({ year, run, objectionId }).go({ consistent: true });
      if (!data) throw missing(`objection ${objectionId}`);
      return Objection.Info.parse(data.row);
    },
    async objections({ year, run }, { limit, cursor }) {
      const page = objections.query.byRun({ year, run }).go({ limit, cursor: cursor ?? null, consistent: true });
      const { data, cursor: next } = await fromCursor(page);
      return { items: data.map(({ row }) => Objection.Info.parse(row)), cursor: next ?? undefined };
    },
  };
}
