import { seedOf } from "@yigong/core/award/draw.ts";
import * as Run from "@yigong/core/award/run.ts";
import { instantText, type Language, text } from "@yigong/core/language/index.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import type { Honoured } from "./find-honoured.ts";
import type { Decided } from "./run-states.ts";

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
