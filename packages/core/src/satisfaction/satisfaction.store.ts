import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { storeRefusal } from "../lib/store.refusals.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { endSteps, type StepOps, stageSteps, viewing } from "../staging/head.row.ts";
import type { Step, Steps } from "../staging/head.ts";
import { satisfactionRefusal } from "./satisfaction.refusals.ts";
import * as Satisfaction from "./satisfaction.ts";

const ALL = "all";

/** What a change of a year writes together. */
export interface Decision extends Caused {
  item: Satisfaction.Info;
}

/** The satisfaction of years as somebody stated it; there are a few dozen at most. */
export interface Satisfactions {
  all(): Promise<Satisfaction.Info[]>;
  find(year: number): Promise<Satisfaction.Info | undefined>;
  /** States a year where there may be nothing yet. @throws `store.busy`, whatever `decide` throws */
  state(
    year: number,
    at: string,
    decide: (held: Satisfaction.Info | undefined) => Decision,
  ): Promise<Satisfaction.Info>;
  /** @throws `satisfaction.missing`, `store.busy`, whatever `decide` throws */
  correct(year: number, at: string, decide: (held: Satisfaction.Info) => Decision): Promise<Satisfaction.Info>;
  /** The three moves of an import; see `staging/head.ts`. */
  stage(writeId: string, steps: Steps<Satisfaction.Info>): Promise<boolean>;
  settle(writeId: string, steps: Steps<Satisfaction.Info>): Promise<void>;
  abandon(writeId: string, steps: Steps<Satisfaction.Info>): Promise<void>;
}

const Row = z.object({
  year: z.int(),
  version: z.int(),
  now: z.unknown().optional(),
  staged: z.unknown().optional(),
  stagedBy: z.string().optional(),
  since: z.string().optional(),
});
type Row = z.infer<typeof Row>;

/** A year: the value that counts, and beside it the one that an import stages. */
export const satisfactionDocuments = documents({
  entity: "satisfaction",
  schema: Row,
  attributes: {
    all: "string",
    year: { digits: 4 },
    version: "number",
    now: "json?",
    staged: "json?",
    stagedBy: "string?",
    since: "string?",
  },
  key: { pk: "satisfactions#${all}", sk: "year#${year}" },
  body: "none",
  itemOf: (row) => ({ all: ALL, ...row }),
});

type Rows = ReturnType<typeof satisfactionDocuments>["ops"];

export function dynamoSatisfactions(table: Table): Satisfactions {
  const rows = satisfactionDocuments(table);
  const ops = stepsOf(rows.ops);
  const view = viewing(table);
  const seen = async (row: Row | undefined) => {
    const [value] = row ? await view([row]) : [];
    return value === undefined ? undefined : Satisfaction.Info.parse(value);
  };
  const change = async (
    year: number,
    at: string,
    decide: (held: Satisfaction.Info | undefined) => Decision,
  ): Promise<Satisfaction.Info> => {
    const key = { all: ALL, year };
    const held = await seen(await rows.find(key));
    let decided: Decision | undefined;
    await rows.changeOrCreate(
      key,
      (row) => {
        // An import that is under way has the row; it is a matter of seconds.
        if (row?.stagedBy !== undefined) throw storeRefusal("store.busy/record");
        decided = decide(held);
        const item = row !== undefined && decided.item === held ? row : { year, version: 0, now: next(held, decided) };
        return { item };
      },
      () => causedOps(table, decided ?? {}, at),
    );
    return next(held, decided as Decision);
  };
  return {
    all: async () =>
      (await view(await rows.all("key", { all: ALL })))
        .filter((value) => value !== undefined)
        .map((value) => Satisfaction.Info.parse(value)),
    find: async (year) => seen(await rows.find({ all: ALL, year })),
    state: change,
    correct: (year, at, decide) =>
      change(year, at, (held) => {
        if (!held) throw satisfactionRefusal("satisfaction.missing");
        return decide(held);
      }),
    stage: (writeId, steps) => stageSteps(table, { writeId, steps, ops }),
    settle: (writeId, steps) => endSteps(table, "settle", { writeId, steps, ops }),
    abandon: (writeId, steps) => endSteps(table, "abandon", { writeId, steps, ops }),
  };
}

const next = (held: Satisfaction.Info | undefined, { item }: Decision): Satisfaction.Info =>
  item === held ? item : { ...item, version: (held?.version ?? 0) + 1 };

/** How an import changes a year. */
const stepsOf = (rows: Rows): StepOps<Satisfaction.Info> => {
  const yearOf = ({ before, after }: Step<Satisfaction.Info>): number => (after ?? before)?.year ?? 0;
  const end = (keep: Satisfaction.Info | undefined, step: Step<Satisfaction.Info>, write: string) =>
    keep
      ? [
          rows.put({ year: yearOf(step), version: keep.version, now: keep }, ({ stagedBy }, { eq }) =>
            eq(stagedBy, write),
          ),
        ]
      : [
          rows.remove(
            { all: ALL, year: yearOf(step) },
            ({ stagedBy, since }, { eq }) => `${eq(stagedBy, write)} OR ${eq(since, write)}`,
          ),
        ];
  return {
    stage(step, write) {
      const { before, after } = step;
      const year = yearOf(step);
      if (!before)
        return [
          rows.put(
            { year, version: after?.version ?? 1, now: after, since: write },
            (row, { eq, notExists }) => `${notExists(row.year)} OR ${eq(row.since, write)}`,
          ),
        ];
      return [
        rows.put(
          { year, version: before.version, stagedBy: write, now: before, ...(after && { staged: after }) },
          (row, { eq, notExists }) =>
            `${eq(row.version, before.version)} AND (${notExists(row.stagedBy)} OR ${eq(row.stagedBy, write)})`,
        ),
      ];
    },
    settle: (step, write) => (step.before ? end(step.after, step, write) : []),
    abandon: (step, write) => end(step.before, step, write),
  };
};
