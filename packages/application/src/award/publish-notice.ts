import type { Awards } from "@yigong/core/award/award.store.ts";
import { seedOf } from "@yigong/core/award/draw.ts";
import { settleNotice } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { instantText, type Language, text } from "@yigong/core/language/index.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { decimal } from "@yigong/core/points/rules.ts";
import { isRejected } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import type { AwardDeps } from "./award-stores.ts";
import { type Honoured, honouredOf } from "./find-honoured.ts";

type Decided = Extract<Run.Info, { objections: unknown }>;
export const isDecided = (run: Run.Info): run is Decided => "objections" in run;

/** A notice to everybody as text. */
export interface Rendered {
  title: string;
  paragraphs: string[];
}

/**
 * Words a notice: who the five are, by what they are ordered, and until when and how to object.
 *
 * @param five - with names as they are now
 */
export function renderNotice(
  language: Language,
  { run, kind, five }: { run: Decided; kind: Run.NoticeKind; five: readonly Honoured[] },
  { alliance, zone }: { alliance: string; zone: string },
): Rendered {
  const year = String(run.year);
  const until = instantText(language, Run.noticeUntil(run) ?? run.decision.at, { zone });
  const list = five.map(({ place, name, points }) =>
    text(language, "award.notice.place", { place, name, points: decimal(points) }),
  );
  return {
    title: text(language, `award.notice.${kind}.title`, { year }),
    paragraphs: [
      text(language, `award.notice.${kind}.intro`, { year, alliance }),
      list.length > 0 ? list.join("\n") : text(language, "award.notice.nobody"),
      text(language, "award.notice.draw", { seed: seedOf(run.year, run.manifest.draw) }),
      ...(run.run > 1 ? [text(language, "award.notice.corrected", { run: run.run })] : []),
      ...(kind === "proposed" ? [text(language, "award.notice.proposed.until", { until })] : []),
    ],
  };
}

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
    zone: string;
    now: () => string;
  }) =>
  async ({ year, run: number, notice: kind }: EffectOf<"award.notice">): Promise<Handled> => {
    const run = await deps.awards.get({ year, run: number });
    if (!isDecided(run) || run.notices[kind]?.status !== "queued") return done;
    const rendered = renderNotice(
      "zh-CN",
      { run, kind, five: await honouredOf(deps, run) },
      { alliance: await deps.allianceName(), zone: deps.zone },
    );
    const settle = (status: "published" | "refused", code?: string) =>
      deps.awards.change(run, deps.now(), (row) => ({
        item: settleNotice(row, kind, { status, settledAt: deps.now(), ...(code === undefined ? {} : { code }) }),
      }));
    try {
      await deps.channels.board?.post({ key: `${Run.idOf(run)}-${kind}`, ...rendered });
      await settle("published");
    } catch (error) {
      if (!isRejected(error)) throw error;
      await settle("refused", error.code);
    }
    return done;
  };
