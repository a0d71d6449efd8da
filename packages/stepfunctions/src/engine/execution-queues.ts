import { Fault } from "../lib/fault.ts";
import { endExecution } from "../run/end-branch.ts";
import type { Effect, Run, Services } from "../run/run.ts";
import { drive } from "../states/transitions.ts";
import type { Committer } from "../store/committer.ts";
import type { Store } from "../store/store.ts";
import type { Busy } from "./in-flight.ts";

/** Transitions of one execution between two commits, so that a loop of Pass states cannot keep the others waiting. */
const transitionsPerTurn = 64;

interface Lane {
  run: Run;
  tail: Promise<unknown>;
  users: number;
}

export interface LaneParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly services: Services;
  readonly busy: Busy;
  load(id: number): Run | undefined;
  launch(run: Run, effects: readonly Effect[]): void;
}

export type Lanes = ReturnType<typeof openLanes>;

/** One lane per execution that something is happening to: work on it runs alone, is followed by the transitions it makes
 * possible, and counts once all that is on disk. Executions that only wait are not in memory. */
export function openLanes({ store, committer, services, busy, load, launch }: LaneParts) {
  const lanes = new Map<number, Lane>();

  const laneOf = (id: number): Lane | undefined => {
    const known = lanes.get(id);
    if (known) return known;
    const run = load(id);
    return run && open(run);
  };
  const open = (run: Run): Lane => {
    const lane = { run, tail: Promise.resolve(), users: 0 };
    lanes.set(run.execution.id, lane);
    return lane;
  };
  const hold = (lane: Lane) => {
    lane.users += 1;
    busy.enter();
  };
  const release = (lane: Lane) => {
    lane.users -= 1;
    if (lane.users === 0) lanes.delete(lane.run.execution.id);
    busy.leave();
  };

  const save = (lane: Lane, more: boolean): Promise<void> => {
    const effects = lane.run.effects.splice(0);
    return committer.commit(store.writesOf(lane.run)).then(() => {
      launch(lane.run, effects);
      if (more) take(lane, () => undefined).catch(() => undefined);
    });
  };
  const turn = async <T>(
    lane: Lane,
    work: (run: Run) => Promise<T> | T,
  ): Promise<{ answer: T; saved: Promise<void> }> => {
    try {
      const answer = await work(lane.run);
      const more = await drive(lane.run, services, transitionsPerTurn);
      return { answer, saved: save(lane, more) };
    } catch (error) {
      if (error instanceof Fault) throw error;
      await giveUp(lane, error);
      throw error;
    }
  };
  /** A defect of ours must not leave an execution half changed: it is read again and fails. */
  const giveUp = async (lane: Lane, error: unknown) => {
    committer.flush();
    const { isNew } = lane.run;
    const again = isNew ? undefined : load(lane.run.execution.id);
    if (again?.execution.status !== "RUNNING") return;
    lane.run = again;
    endExecution(again, "FAILED", services.now(), {
      error: "States.Runtime",
      cause: `The engine failed: ${String(error)}`,
    });
    await save(lane, false);
  };
  const take = async <T>(lane: Lane, work: (run: Run) => Promise<T> | T): Promise<T> => {
    hold(lane);
    try {
      const mine = lane.tail.then(() => turn(lane, work));
      lane.tail = mine.catch(() => undefined);
      const { answer, saved } = await mine;
      await saved;
      return answer;
    } finally {
      release(lane);
    }
  };
  return {
    /** Works on an execution and resolves when the outcome is on disk; undefined when there is no such execution. */
    on: async <T>(id: number, work: (run: Run) => Promise<T> | T): Promise<T | undefined> => {
      const lane = laneOf(id);
      return lane && take(lane, work);
    },
    begin: (run: Run): Promise<void> => take(open(run), () => undefined),
    /** Keeps an execution in memory while `work` goes on outside of its lane. */
    during: async (run: Run, work: () => Promise<void>): Promise<void> => {
      const lane = laneOf(run.execution.id);
      if (!lane) return;
      hold(lane);
      try {
        await work();
      } finally {
        release(lane);
      }
    },
  };
}
