import type { Standing } from "@yigong/core/award/award.ts";
import type { Change } from "@yigong/core/award/diff.ts";
import { LINES } from "@yigong/core/award/part.ts";
import * as Run from "@yigong/core/award/run.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import type { Effect, EffectOf, Row } from "@yigong/core/outbox/outbox.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import { only, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { changesDigestOf } from "./rank-year.ts";
import { isDecided } from "./run-states.ts";
import { type Lines, partsFor, readPart } from "./standing-parts.ts";

const AT_ONCE = 100;
const TOLD = ["vetoed", "preferred", "belowFloor"] as const;

const idsWhere = <Value>({ values, memberIds }: Lines<Value>, holds: (value: Value) => boolean): string[] =>
  memberIds.filter((id, at) => id !== "" && values[at] !== undefined && holds(values[at]));

/** A change is told to members whose own figures changed, and to those who lost or got a place. */
const concerns = ({ own, before, after }: Change): boolean => own || before?.place !== after?.place;

interface Group {
  template: `award.${(typeof TOLD)[number] | "corrected"}`;
  memberIds: string[];
}

async function groupsOf({ awards }: Pick<AwardDeps, "awards">, run: Run.Info, part: number): Promise<Group[]> {
  if (!isDecided(run)) return [];
  const { digest, changed } = run.outcome;
  if (changed !== undefined) {
    const lines = await readPart<Change>(awards, run, { digest: changesDigestOf(digest), part });
    return [{ template: "award.corrected", memberIds: idsWhere(lines, concerns) }];
  }
  const lines = await readPart<Standing>(awards, run, { digest, part });
  return TOLD.map((what) => ({ template: `award.${what}`, memberIds: idsWhere(lines, (one) => one[what]) }));
}

/**
 * Writes messages about a run, part by part: in the first run to members who are vetoed, preferred or below the floor, in
 * later ones to members whose result changed.
 *
 * Safe to run twice: each message has an id of its own, and is due at the instant of the notice.
 */
export const tellEverybody =
  (deps: Pick<AwardDeps, "awards" | "outbox">) =>
  async ({ year, run: number, dueAt }: EffectOf<"award.tell">, { cursor }: Pick<Row, "cursor">): Promise<Handled> => {
    const run = await deps.awards.get({ year, run: number });
    if (!isDecided(run)) return done;
    const part = Number(cursor ?? 0);
    const untilAt = Run.noticeUntil(run) ?? dueAt;
    const effects = (await groupsOf(deps, run, part)).flatMap(({ template, memberIds }) =>
      chunksOf(memberIds, AT_ONCE).map(
        (some, at): Effect =>
          tell({ row: run, template, to: only(...some), at: dueAt, cause: `${part}.${at}` }, { untilAt }),
      ),
    );
    await deps.outbox.add(effects, dueAt);
    const parts = partsFor(run.outcome.changed ?? run.outcome.people, LINES);
    return part + 1 < parts ? { state: "more", cursor: String(part + 1) } : done;
  };
