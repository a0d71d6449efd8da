import { readFileSync } from "node:fs";
import { isSame, type Report } from "@yigong/local/transfer/report.ts";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { difference } from "./compare.ts";
import { importInto, linesIn, pathIn, RELEASES } from "./data-directory.ts";
import type { Row } from "./end-state.ts";
import type { Step } from "./replay.ts";
import { maskOf, type Outcome, runRelease } from "./run-release.ts";
import { type Entity, rewrittenIn, storedRows, unknownIn } from "./stored-rows.ts";
import { changesIn } from "./written-rows.ts";

const created = vi.hoisted((): unknown[] => []);
vi.mock("electrodb", async (original) => {
  const real = await original<{ Entity: new (...args: never[]) => object }>();
  const construct = (target: object, args: unknown[], as: unknown) => {
    const entity: object = Reflect.construct(target as never, args, as as never);
    created.push(entity);
    return entity;
  };
  return { ...real, Entity: new Proxy(real.Entity, { construct }) };
});
/** The entities that the machine has used, by name. */
const entitiesUsed = () => new Map((created as Entity[]).map((entity) => [entity.schema.model.entity, entity]));

/** On a machine that runs everything else at once. */
const LONG = 240_000;

/** Requests whose answers differ from the recorded ones. */
function changedAnswers(release: string, { answers }: Outcome): string[] {
  const steps = JSON.parse(maskOf(release)(JSON.stringify(linesIn<Step>(release, "requests.jsonl")))) as Step[];
  return steps.flatMap(({ at, ask, status, answer }, number) => {
    const found = difference({ status, answer }, answers[number] ?? {});
    return found ? [`${at} ${ask?.method ?? "upload"} ${ask?.path ?? ""} ${found}`] : [];
  });
}

describe.each(RELEASES)("an export of release %s", (release) => {
  let report: Report;
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await runRelease(release, async (dataDir) => {
      report = await importInto(dataDir, release);
    });
  }, LONG);

  it("is imported whole", () => {
    expect(report.checks.filter((check) => !isSame(check))).toEqual([]);
    expect(report.done).toBe(true);
  });

  it("answers every recorded request as it did", () => {
    expect(changedAnswers(release, outcome)).toEqual([]);
  });

  it("comes to the same end", () => {
    expect(outcome.failed).toEqual([]);
    expect(outcome.end).toMatchObject(JSON.parse(readFileSync(pathIn(release, "end.json"), "utf8")));
  });

  it("has only rows that the code knows, and writes each as it was read", () => {
    const [rows, entities] = [storedRows(release), entitiesUsed()];

    expect(rows.length).toBeGreaterThan(500);
    expect(unknownIn(rows, entities)).toEqual([]);
    expect(rewrittenIn(rows, entities)).toEqual([]);
  });

  it("writes the rows that it wrote", () => {
    expect(changesIn(linesIn<Row>(release, "written-rows.jsonl"), outcome.written)).toEqual([]);
  });
});
