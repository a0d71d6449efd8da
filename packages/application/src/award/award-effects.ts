import * as Run from "@yigong/core/award/run.ts";
import { correlation } from "@yigong/core/lib/correlation.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Audience, Effect } from "@yigong/core/outbox/outbox.ts";

/** Tells a waiting execution to look at the rows. */
export const nudge = ({ year, run, version }: Run.Info, at: string): Effect => ({
  kind: "award.nudge",
  id: `nudge:${Run.idOf({ year, run })}:${version + 1}`,
  dueAt: at,
  year,
  run,
});

/**
 * Starts the execution of the run's generation at its stage; the exact input is kept, so that a second try is the same
 * start. It carries the correlation of the cause.
 */
export const start = (row: Run.Info, at: string): Effect => {
  const { year, run, generation, plan } = row;
  const shards = "shards" in row ? row.shards : 0;
  return {
    kind: "award.start",
    id: `start:${Run.idOf(row)}:${generation}`,
    dueAt: at,
    year,
    run,
    generation,
    input: JSON.stringify({
      year,
      run,
      generation,
      stage: Run.stageOf(row),
      plan,
      shards,
      correlation: correlation(),
    }),
  };
};

/** Begins the year's next run after this one. */
export const next = ({ year, run }: Run.Key, cause: "correction" | "objection", at: string): Effect => ({
  kind: "award.next",
  id: `next:${Run.idOf({ year, run })}`,
  dueAt: at,
  year,
  run,
  cause,
});

/** Posts a notice to everybody. */
export const notify = ({ year, run }: Run.Key, notice: Run.NoticeKind, at: string): Effect => ({
  kind: "award.notice",
  id: `notice:${Run.idOf({ year, run })}:${notice}`,
  dueAt: at,
  year,
  run,
  notice,
});

/** Tells everybody whom a run concerns, part by part. */
export const tellEverybody = ({ year, run }: Run.Key, at: string): Effect => ({
  kind: "award.tell",
  id: `tell:${Run.idOf({ year, run })}`,
  dueAt: at,
  year,
  run,
});

interface Telling<T extends Message.Template> {
  row: Run.Key;
  template: T;
  to: Audience;
  at: string;
  /** Part of the id, besides the run, which makes the message idempotent. */
  cause?: string;
}

/** A message about a run, which says its year by itself. */
export const tell = <T extends Message.Template>(
  { row, template, to, at, cause = "1" }: Telling<T>,
  params: Omit<Message.Params<T>, "year">,
): Effect =>
  Message.tell({
    template,
    params: { year: String(row.year), ...params } as Message.Params<T>,
    to,
    dueAt: at,
    cause: `${Run.idOf(row)}.${cause}`,
    page: pageOf(template, row),
  } as Message.Telling<T> & Message.PageOf<T>);

/** The page of a message about a run, where the run has to be known for it. */
function pageOf(template: Message.Template, { year, run }: Run.Key): string | undefined {
  if (template === "award.objected") return PAGE.approval("awardObjection", String(year), String(run));
  const decides = template === "award.toDecide" || template === "award.stale";
  return decides ? PAGE.approval("award", String(year), String(run)) : undefined;
}

const codePoint = (character: string): string =>
  `${character} U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** Tells the alliance and the committee of names that no certificate can print, a message for each name. */
export const unprintableTold = (
  row: Run.Key,
  names: readonly { memberId: string; name: string; characters: readonly string[] }[],
  { at, when }: { at: string; when: "ranked" | "published" },
): Effect[] =>
  names.flatMap(({ memberId, name, characters }) =>
    [committee, alliance].map((to) => {
      const cause = `${when}.${memberId}.${to.kind === "role" ? to.role : ""}`;
      const params = { name, characters: characters.map(codePoint).join(" ") };
      return tell({ row, template: "award.unprintable", to, at, cause }, params);
    }),
  );

export const committee: Audience = { kind: "role", role: "committee" };
export const alliance: Audience = { kind: "role", role: "alliance" };
export const only = (...memberIds: string[]): Audience => ({ kind: "members", memberIds });
