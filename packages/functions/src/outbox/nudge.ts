import { SendTaskFailureCommand, SendTaskSuccessCommand, type SFNClient } from "@aws-sdk/client-sfn";
import { done, type Handled } from "@yigong/application/ports/effect-handler.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { answerFor } from "@yigong/core/lifecycle/token.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";

/** A token that is refused may still be on its way to the row: ask again for this long, then let the watchdog see to it. */
const KEPT_HOURS = 0.25;
/** As often as the sweep comes by. */
const AGAIN_HOURS = 1 / 60;
/** Errors that say that nobody waits with this token any more. */
const GONE = new Set(["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"]);

/**
 * Looks at the rows and tells the execution what they say, if it waits for that.
 *
 * The token row is read first, the lifecycle second, both consistently. Safe to run twice.
 * @source docs/architecture.md rules 8 and 9
 */
export const sendNudge =
  (deps: { lifecycles: Lifecycles; sfn: SFNClient; now: () => string }) =>
  ({ activityId, dueAt }: EffectOf<"lifecycle.nudge">): Promise<Handled> =>
    answerToken(deps, {
      dueAt,
      newestToken: () => deps.lifecycles.token(activityId),
      answerTo: async (token) => answerFor(token, await deps.lifecycles.get(activityId)),
    });

/** What an execution that waits is told. */
type Answer = { kind: "success"; output: object } | { kind: "failure"; error: string; cause: string };

/**
 * Answers the newest token, if its row and that of its subject call for it; a refused one is asked for again for a while.
 *
 * @param nudge - `dueAt` is when it was first due; `answerTo` reads the subject's row after the token's
 * @source docs/architecture.md rules 8 and 9
 */
export async function answerToken<Token extends { token: string }>(
  deps: { sfn: SFNClient; now: () => string },
  nudge: {
    dueAt: string;
    newestToken: () => Promise<Token | undefined>;
    answerTo: (token: Token) => Promise<Answer | undefined>;
  },
): Promise<Handled> {
  const token = await nudge.newestToken();
  const answer = token && (await nudge.answerTo(token));
  if (!token || !answer) return done;
  if (await accepted(deps.sfn, token.token, answer)) return done;
  const newest = await nudge.newestToken();
  const soon = plusHours(deps.now(), AGAIN_HOURS);
  if (newest?.token !== token.token) return { state: "later", dueAt: deps.now() };
  return deps.now() < plusHours(nudge.dueAt, KEPT_HOURS) ? { state: "later", dueAt: soon } : done;
}

async function accepted(sfn: SFNClient, taskToken: string, answer: Answer): Promise<boolean> {
  try {
    if (answer.kind === "success")
      await sfn.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(answer.output) }));
    else await sfn.send(new SendTaskFailureCommand({ taskToken, error: answer.error, cause: answer.cause }));
    return true;
  } catch (error) {
    if (error instanceof Error && GONE.has(error.name)) return false;
    throw error;
  }
}
