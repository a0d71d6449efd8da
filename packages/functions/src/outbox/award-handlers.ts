import type { SFNClient } from "@aws-sdk/client-sfn";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { beginRun } from "@yigong/application/award/begin-run.ts";
import { publishNotice } from "@yigong/application/award/publish-notice.ts";
import { tellEverybody } from "@yigong/application/award/tell-standings.ts";
import type { Channels } from "@yigong/application/ports/channels.ts";
import { done, type Handled } from "@yigong/application/ports/effect-handler.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { nudgeRun, startRun } from "./award-execution.ts";

export interface AwardHandlerDeps extends AwardDeps {
  sfn: SFNClient;
  awardStateMachineArn: string;
  channels: Channels;
  allianceName: () => Promise<string>;
  now: () => string;
}

/** Begins the run after one that was withdrawn, unless somebody has begun it already. */
const beginNext =
  (deps: AwardHandlerDeps) =>
  async ({ year, run, cause }: EffectOf<"award.next">): Promise<Handled> => {
    try {
      await beginRun(deps)(year, { cause: { kind: cause, by: "system" }, at: deps.now(), after: run });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "award.superseded")) throw error;
    }
    return done;
  };

/** What each kind of effect of the awards does; every handler is safe to run twice. */
export const awardHandlers = (deps: AwardHandlerDeps) => ({
  "award.start": startRun(deps),
  "award.nudge": nudgeRun(deps),
  "award.next": beginNext(deps),
  "award.notice": publishNotice(deps),
  "award.tell": tellEverybody(deps),
});
