import type { SFNClient } from "@aws-sdk/client-sfn";
import type { Handled } from "@yigong/application/ports/effect-handler.ts";
import type { Awards } from "@yigong/core/award/award.store.ts";
import { idOf } from "@yigong/core/award/run.ts";
import { answerFor } from "@yigong/core/award/token.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { answerToken } from "./nudge.ts";
import { startNamed } from "./start-execution.ts";

/** Looks at a run's rows and tells its execution what they say, if it waits for that. Safe to run twice. @source docs/architecture.md rules 8 and 9 */
export const nudgeRun =
  (deps: { awards: Pick<Awards, "token" | "get">; sfn: SFNClient; now: () => string }) =>
  ({ year, run, dueAt }: EffectOf<"award.nudge">): Promise<Handled> =>
    answerToken(deps, {
      dueAt,
      newestToken: () => deps.awards.token({ year, run }),
      answerTo: async (token) => answerFor(token, await deps.awards.get({ year, run })),
    });

/** Starts a run's execution. Safe to run twice: the name is the run and its generation. @source docs/architecture.md rule 2 */
export const startRun =
  ({ sfn, awardStateMachineArn }: { sfn: SFNClient; awardStateMachineArn: string }) =>
  ({ year, run, generation, input }: EffectOf<"award.start">): Promise<Handled> =>
    startNamed(sfn, { stateMachineArn: awardStateMachineArn, name: `${idOf({ year, run })}-${generation}`, input });
