import type { Awards } from "@yigong/core/award/award.store.ts";
import { settleNotice } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";
import { boardAlarm } from "../message/board-alarm.ts";
import { isRejected } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import type { AwardDeps } from "./award-stores.ts";
import { honouredOf } from "./find-honoured.ts";
import { renderNotice } from "./render-notice.ts";
import { isDecided } from "./run-states.ts";

/**
 * Posts a run's notice to the office system's board, in Chinese as all notices there; it is readable here in any case.
 *
 * Safe to run twice: a published one is not posted again, and the same notice has the same key.
 * @throws `channel.unavailable`, so that the outbox comes again
 */
export const publishNotice =
  (deps: {
    awards: Awards;
    members: AwardDeps["members"];
    channels: Channels;
    allianceName: () => Promise<string>;
    /** Where people reach us, without a slash at the end. */
    origin: () => string;
    zone: string;
    now: () => string;
  }) =>
  async (
    { year, run: number, notice: kind }: EffectOf<"award.notice">,
    { signal }: Pick<Attempt, "signal"> = {},
  ): Promise<Handled> => {
    const run = await deps.awards.get({ year, run: number });
    if (!isDecided(run) || run.notices[kind]?.status !== "queued") return done;
    const rendered = renderNotice(
      "zh-CN",
      { run, kind, five: await honouredOf(deps, run) },
      { alliance: await deps.allianceName(), zone: deps.zone },
    );
    const link = `${deps.origin()}${PAGE.points}`;
    const settle = (status: "published" | "refused", code?: string, effects: readonly Effect[] = []) =>
      deps.awards.change(run, deps.now(), (row) => ({
        item: settleNotice(row, kind, { status, settledAt: deps.now(), ...(code === undefined ? {} : { code }) }),
        effects,
      }));
    try {
      await deps.channels.board?.post({ key: `${Run.idOf(run)}-${kind}`, ...rendered, link }, signal);
      await settle("published");
    } catch (error) {
      if (!isRejected(error)) throw error;
      const cause = `${Run.idOf(run)}-${kind}`;
      const about = { template: "alarm.noticeRefused", title: rendered.title, answer: error.answer, cause } as const;
      await settle("refused", error.code, await boardAlarm({ ...about, at: deps.now() }, deps));
    }
    return done;
  };
