import { entryOf } from "@yigong/core/audit/audit.ts";
import { announce, endNotice, enter, finish, requireCarrier } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { OUTSTANDING_VOLUNTEER } from "@yigong/core/certificate/certificate.ts";
import { systemReason } from "@yigong/core/language/system-reason.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { notify, only, tell } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { idsOf } from "./read-frozen-people.ts";
import { type Decided, isDecided } from "./run-states.ts";

/** The ids of the five, in the order of their places. @throws `member.missing` for who was not on the frozen roster */
async function holdersOf(deps: AwardDeps, run: Decided): Promise<string[]> {
  const pseudonyms = run.decision.honours.map(({ pseudonym }) => pseudonym);
  const ids = await idsOf(deps, run, new Set(pseudonyms));
  return pseudonyms.map((pseudonym) => {
    const id = ids.get(pseudonym);
    if (!id) throw new Refusal("missing", "member.missing", `Nobody is behind ${pseudonym}.`);
    return id;
  });
}

/** Those who had no place in the published run before, who are told; the others know already. */
async function newlyHonoured(deps: AwardDeps, run: Decided, holders: readonly string[]): Promise<string[]> {
  const before = new Set<string>();
  for (let earlier = run.run - 1; earlier > 0; earlier -= 1) {
    const row = await deps.awards.get({ year: run.year, run: earlier });
    if (row.status !== "done") continue;
    for (const id of await holdersOf(deps, row)) before.add(id);
    break;
  }
  return holders.filter((id) => !before.has(id));
}

const published = (run: Decided, told: readonly string[], at: string): Effect[] => [
  notify(run, "published", at),
  ...(told.length > 0 ? [tell({ row: run, template: "award.honoured", to: only(...told), at }, {})] : []),
];

/**
 * Publishes a run whose objection window is over: certificates, notice, messages, in that order.
 *
 * Safe to run twice: certificates are told apart by run and member, all else is written with the run's last state.
 * @throws `stage.early` while objections are taken or open, `award.superseded`, `award.withdrawn`
 */
export async function publishRun(
  deps: AwardDeps,
  key: Run.Key & { generation: number },
  at: string,
): Promise<Run.Info> {
  const { generation } = key;
  const run = await deps.awards.change(key, at, (row) => {
    requireCarrier(row, generation);
    return { item: enter(endNotice(row, at), "Publish", at) };
  });
  if (!isDecided(run) || run.status !== "publishing") return run;
  const holders = await holdersOf(deps, run);
  const conferral = {
    runId: Run.idOf(run),
    year: run.year,
    holders: holders.map((memberId) => ({ memberId, honour: OUTSTANDING_VOLUNTEER })),
    at,
  };
  if (run.run > 1) {
    await deps.certificates.revokeOthers({ ...conferral, reason: systemReason("yearCorrected") });
  }
  const { numbers } = await deps.certificates.issue(conferral);
  const told = await newlyHonoured(deps, run, holders);
  const by = { actorId: "system" };
  const entry = entryOf(deps.newId, { subjectId: Run.idOf(run), at, action: "award.publish", by });
  return deps.awards.change(key, at, (row) => {
    if (row.status !== "publishing") return { item: row };
    const item = announce(finish(row, { certificates: numbers, at }), "published", at);
    return { item, effects: published(run, told, at), audit: [entry] };
  });
}
