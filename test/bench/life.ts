import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Machine, openMachine } from "@yigong/local/machine.ts";
import { archive, FILES } from "./archive.ts";
import { cover } from "./cover.ts";
import { found } from "./found.ts";
import { type History, historyOf } from "./history.ts";
import type { Invocations } from "./invocations.ts";
import { type Held, INSTANTS, publish, recruit } from "./recruit.ts";
import { type Cast, castOf, type Size } from "./roster.ts";
import { type Scene, sceneOn } from "./scene.ts";
import { serve } from "./serve.ts";
import { survey } from "./survey.ts";
import { type Spent, spending } from "./units.ts";

/** What one whole life came to. */
export interface Run extends Size, History {
  /** From publishing to done; the import of the roster is not in it. */
  writeUnits: number;
  floorWriteUnits: number;
  readUnits: number;
  seconds: number;
  /** The numbers that the floor is made of. */
  counts: { answers: number; leaves: number; covers: number; files: number; diaries: number };
  byStage: Record<string, { writeUnits: number; readUnits: number; seconds: number }>;
  byRow: Spent;
  invocations: Pick<Invocations, "functions" | "files">;
  /** A sweep that finds nothing to do, in the end. */
  idle: { readUnits: number; ms: number };
}

/**
 * What an activity costs at least, in write units: sign-up, award and answer are transactions of two items.
 *
 * Check-in and out, messages, audit, outbox and index rows come on top.
 */
const floorOf = ({ participants, clients }: Size, { answers, leaves, covers, files, diaries }: Run["counts"]): number =>
  14 + 8 * participants + 4 * (leaves + covers) + clients + 4 * answers + files + diaries;

/** Measures a stage of the story by the machine's meter. */
const stopwatch = (machine: Machine, byStage: Run["byStage"]) =>
  async function measured<Result>(stage: string, play: () => Promise<Result>): Promise<Result> {
    const [{ writeUnits, readUnits }, began] = [{ ...machine.meter }, performance.now()];
    const result = await play();
    byStage[stage] = {
      writeUnits: machine.meter.writeUnits - writeUnits,
      readUnits: machine.meter.readUnits - readUnits,
      seconds: (performance.now() - began) / 1_000,
    };
    return result;
  };

/** Plays an activity from publishing until its points are posted. */
async function play(scene: Scene, cast: Cast, size: Size) {
  const { machine } = scene;
  const byStage: Run["byStage"] = {};
  const stage = stopwatch(machine, byStage);
  const held: Held = await stage("publish", () => publish(scene, size));
  await stage("recruit", () => recruit(scene, held, cast, size));
  const covers = await stage("cover", () => (size.proposal ? Promise.resolve(0) : cover(scene, held)));
  await stage("execute", () => serve(scene, held, cast));
  const diaries = await stage("archive", () => archive(scene, held, cast, size));
  const answers = await stage("survey", () => survey(scene, held, cast));
  await stage("award", () => machine.advanceTo(INSTANTS.over));
  const { status } = await scene.call<{ status: string }>(held.lead, "GET", `/activities/${held.id}`);
  if (status !== "done") throw new Error(`The activity ended up ${status}.`);
  const leaves = size.proposal ? 0 : cast.onLeave.length;
  return { held, byStage, counts: { answers, leaves, covers, files: FILES, diaries } };
}

/** Shares of a transaction are fractions; the sum of many rows is told in whole units. */
const whole = (units: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(units).map(([kind, count]) => [kind, Math.round(count)]));

async function idleSweep({ app, meter }: Machine): Promise<Run["idle"]> {
  const [{ readUnits }, began] = [{ ...meter }, performance.now()];
  await app.outbox.run();
  return { readUnits: meter.readUnits - readUnits, ms: performance.now() - began };
}

async function live(machine: Machine, size: Size, inFlight: number): Promise<Run> {
  const [scene, cast] = [sceneOn(machine, inFlight), castOf(size)];
  await found(scene, cast);
  scene.invocations.forget();
  const byRow = spending(machine.app.useCases.table.client);
  const [{ writeUnits, readUnits }, began] = [{ ...machine.meter }, performance.now()];
  const { held, counts, byStage } = await play(scene, cast, size);
  const [after, seconds] = [{ ...machine.meter }, (performance.now() - began) / 1_000];
  const idle = await idleSweep(machine);
  return {
    ...size,
    ...(await historyOf(machine, held.id)),
    writeUnits: after.writeUnits - writeUnits,
    floorWriteUnits: floorOf(size, counts),
    readUnits: after.readUnits - readUnits,
    seconds,
    counts,
    byStage,
    byRow: { writeUnits: whole(byRow.writeUnits), readUnits: whole(byRow.readUnits) },
    invocations: scene.invocations,
    idle,
  };
}

/** Requests of a crowd. */
const CROWD = 16;

/**
 * Lets one activity of a size live on a machine of its own, in virtual time, and tells what it cost.
 *
 * @param inFlight - requests at the same time; with 1 each is over, with all that it causes, before the next begins
 */
export async function lifeOf(size: Size, log: (line: string) => void, inFlight = CROWD): Promise<Run> {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-bench-"));
  const machine = await openMachine({
    dataDir,
    time: { kind: "virtual", startAt: INSTANTS.published },
    origin: () => "http://localhost",
    env: process.env,
    log,
  });
  try {
    return await live(machine, size, inFlight);
  } finally {
    await machine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
