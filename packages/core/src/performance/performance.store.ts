import * as z from "zod";
import { documents } from "../lib/documents.ts";
import type { Table } from "../lib/table.ts";
import { endSteps, type StepOps, stageSteps, viewing } from "../staging/head.row.ts";
import type { Step, Steps } from "../staging/head.ts";
import * as Performance from "./performance.ts";

/** Results by programme and period. They come and go with imports only. */
export interface Performances {
  /** The results of one programme in one period. */
  of(set: Performance.Scope): Promise<Performance.Info[]>;
  /** The programmes and periods of which there may be results, by name; one whose import was given up has none. */
  sets(): Promise<Performance.Scope[]>;
  /** The three moves of an import; see `staging/head.ts`. */
  stage(writeId: string, steps: Steps<Performance.Info>): Promise<boolean>;
  settle(writeId: string, steps: Steps<Performance.Info>): Promise<void>;
  abandon(writeId: string, steps: Steps<Performance.Info>): Promise<void>;
}

/** A result: the value that counts, and beside it the one that an import stages. */
export const performanceDocuments = documents({
  entity: "performance",
  schema: z.object({
    programme: z.string(),
    period: z.string(),
    memberId: z.string(),
    now: z.unknown().optional(),
    staged: z.unknown().optional(),
    stagedBy: z.string().optional(),
    since: z.string().optional(),
  }),
  attributes: {
    programme: "string",
    period: "string",
    memberId: "string",
    now: "json?",
    staged: "json?",
    stagedBy: "string?",
    since: "string?",
  },
  key: { pk: "performance#${period}#${programme}", sk: "${memberId}" },
  body: "none",
  itemOf: (row) => row,
});

const ALL = "all";

/** That there are results of a programme in a period. */
export const performanceSetDocuments = documents({
  entity: "performanceSet",
  schema: Performance.Scope,
  attributes: { all: "string", programme: "string", period: "string" },
  key: { pk: "performancesets#${all}", sk: "${period}#${programme}" },
  itemOf: ({ programme, period }) => ({ all: ALL, programme, period }),
});

type Rows = ReturnType<typeof performanceDocuments>["ops"];

export function dynamoPerformances(table: Table): Performances {
  const rows = performanceDocuments(table);
  const sets = performanceSetDocuments(table);
  const ops = performanceSteps(rows.ops);
  const view = viewing(table);
  return {
    of: async ({ programme, period }) =>
      (await view(await rows.all("key", { programme, period })))
        .filter((value) => value !== undefined)
        .map((value) => Performance.Info.parse(value)),
    sets: () => sets.all("key", { all: ALL }),
    async stage(writeId, steps) {
      const named = new Map<string, Performance.Scope>();
      const isStaged = await stageSteps(table, { writeId, steps: noting(steps, named), ops });
      await sets.putMany([...named.values()]);
      return isStaged;
    },
    settle: (writeId, steps) => endSteps(table, "settle", { writeId, steps, ops }),
    abandon: (writeId, steps) => endSteps(table, "abandon", { writeId, steps, ops }),
  };
}

/** The steps as they are taken, which is once: a large import is not held. */
async function* noting(steps: Steps<Performance.Info>, named: Map<string, Performance.Scope>) {
  for await (const step of steps) {
    const { programme, period } = keyOf(step);
    named.set(`${period} ${programme}`, { programme, period });
    yield step;
  }
}

function keyOf({ before, after }: Step<Performance.Info>) {
  const result = after ?? before;
  if (!result) throw new TypeError("A step needs a value before or after");
  const { programme, period, memberId } = result;
  return { programme, period, memberId };
}

/** How an import changes a result. Results come with imports alone, one at a time, so what is there is not compared. */
const performanceSteps = (rows: Rows): StepOps<Performance.Info> => {
  const end = (keep: Performance.Info | undefined, step: Step<Performance.Info>, write: string) =>
    keep
      ? [rows.put({ ...keyOf(step), now: keep }, ({ stagedBy }, { eq }) => eq(stagedBy, write))]
      : [rows.remove(keyOf(step), ({ stagedBy, since }, { eq }) => `${eq(stagedBy, write)} OR ${eq(since, write)}`)];
  return {
    stage(step, write) {
      const { before, after } = step;
      const key = keyOf(step);
      if (!before)
        return [
          rows.put(
            { ...key, now: after, since: write },
            ({ since, memberId }, { eq, notExists }) => `${notExists(memberId)} OR ${eq(since, write)}`,
          ),
        ];
      return [
        rows.put(
          { ...key, stagedBy: write, now: before, ...(after && { staged: after }) },
          ({ stagedBy, memberId }, { eq, notExists, exists }) =>
            `${exists(memberId)} AND (${notExists(stagedBy)} OR ${eq(stagedBy, write)})`,
        ),
      ];
    },
    settle: (step, write) => (step.before ? end(step.after, step, write) : []),
    abandon: (step, write) => end(step.before, step, write),
  };
};
