import { nudge } from "@yigong/application/award/award-effects.ts";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import { enter, lapse, prepare, requireCarrier } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { answerFor } from "@yigong/core/award/token.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import * as z from "zod";
import { task } from "../../lib/task.ts";
import { RunInput } from "./task-input.ts";

const Input = RunInput.extend({
  token: z.string().min(1),
  attempt: z.int().nonnegative(),
  visit: z.int().nonnegative(),
  plan: Run.Plan,
});

/** What entering a stage adds to the run, and what it sends; written once. */
export interface Opening {
  item: Run.Info;
  effects: readonly Effect[];
}

/**
 * The entry of a stage of a run that waits for its token.
 *
 * Order: check the generation; move the run's row; write its messages once; end a window that is over; keep the token
 * unless a newer one is there; then read the row, and nudge if it calls for an answer.
 * Safe to run twice at every step. The return value is not used.
 * @throws `award.superseded`, `award.withdrawn`, `stage.early`
 * @source docs/architecture.md rules 5 and 6
 */
export const waitingTask = (
  deps: Pick<AwardDeps, "awards" | "outbox" | "wake">,
  stage: Run.Waiting,
  open: (run: Run.Info, at: string) => Opening | Promise<Opening>,
) =>
  task(Input, async ({ year, run, generation, at, ...visit }) => {
    const { awards, outbox, wake } = deps;
    const key = { year, run };
    await awards.change(key, at, (row) => {
      requireCarrier(row, generation);
      if (row.status === "done") throw awardRefusal("award.superseded/over");
      return { item: enter(row, stage, at) };
    });
    await awards.change(key, at, async (row) => {
      if (Run.isOver(row) || Run.stageOf(row) !== stage || row.prepared.includes(stage)) return { item: row };
      const { item, effects } = await open(row, at);
      return { item: prepare(item, stage), effects };
    });
    if (stage === "Notice") await awards.change(key, at, (row) => ({ item: lapse(row, at) }));
    const token = { ...visit, year, run, generation, stage, at };
    await awards.keepToken(token);
    const seen = await awards.get(key);
    if (answerFor(token, seen)) {
      const id = `nudge:${Run.idOf(key)}:${generation}.${visit.visit}.${visit.attempt}`;
      await outbox.add([{ ...nudge(seen, at), id }], at);
    }
    wake();
    return {};
  });
