import { Refusal } from "@yigong/core/lib/error.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import { type BeginDeps, beginRun } from "./begin-run.ts";

/** Begins the run after one that was withdrawn, unless it was begun already. Safe to run twice. */
export const beginNextRun =
  (deps: BeginDeps & { now: () => string }) =>
  async ({ year, run, cause }: EffectOf<"award.next">): Promise<Handled> => {
    try {
      await beginRun(deps)(year, { cause: { kind: cause, by: "system" }, at: deps.now(), after: run });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "award.superseded")) throw error;
    }
    return done;
  };
