import { entryOf } from "@yigong/core/audit/audit.ts";
import { announce, endNotice, enter, finish, requireCarrier } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { OUTSTANDING_VOLUNTEER } from "@yigong/core/certificate/certificate.ts";
import { systemReason } from "@yigong/core/language/system-reason.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { notify, only, tell, unprintableTold } from "./award-effects.ts";
import type { AwardDeps, Conferral, HeldBack } from "./award-stores.ts";
import { checkStale } from "./detect-stale-run.ts";
import { idsOf } from "./read-frozen-people.ts";
import { type Decided, isDecided } from "./run-states.ts";

/** The ids of the five, in the order of their places. @throws `member.missing` for who was not on the frozen roster */
export async function holdersOf(deps: AwardDeps, run: Decided): Promise<string[]> {
  const pseudonyms = run.decision.honours.map(({ pseudonym }) => pseudonym);
  const ids = await idsOf(deps, run, new Set(pseudonyms));
  return pseudonyms.map((pseudonym) => {
    const id = ids.get(pseudonym);
    if (!id) throw memberRefusal("member.missing");
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

/** What a run's holders are given: the same for each that publishes it. */
export const conferralOf = (run: Decided, holders: readonly string[], at: string): Conferral => ({
  runId: Run.idOf(run),
  year: run.year,
  holders: holders.map((memberId) => ({ memberId, honour: OUTSTANDING_VOLUNTEER })),
  at,
});

function published(
  run: Decided,
  { told, heldBack }: { told: readonly string[]; heldBack: readonly HeldBack[] },
  at: string,
): Effect[] {
  const without = new Set(heldBack.map(({ memberId }) => memberId));
  const honoured = told.filter((id) => !without.has(id));
  const waiting = told.filter((id) => without.has(id));
  return [
    notify(run, "published", at),
    ...(honoured.length > 0 ? [tell({ row: run, template: "award.honoured", to: only(...honoured), at }, {})] : []),
    ...(waiting.length > 0 ? [tell({ row: run, template: "award.honouredLater", to: only(...waiting), at }, {})] : []),
    ...unprintableTold(run, heldBack, { at, when: "published" }),
  ];
}

/**
 * Publishes a run whose objection window is over: certificates, notice, messages, in that order. Whose name cannot be
 * printed has the honour now and the certificate later.
 *
 * Safe to run twice: certificates are told apart by run and member, all else is written with the run's last state.
 * @throws `stage.early` while objections are taken or open, or points came after the freeze, `award.superseded`, `award.withdrawn`
 */
export async function publishRun(
  deps: AwardDeps,
  key: Run.Key & { generation: number },
  at: string,
): Promise<Run.Info> {
  const { generation } = key;
  const found = await deps.awards.get(key);
  if (found.status === "noticed") await checkStale(deps, found, at);
  const run = await deps.awards.change(key, at, (row) => {
    requireCarrier(row, generation);
    return { item: enter(endNotice(row, at), "Publish", at) };
  });
  if (!isDecided(run) || run.status !== "publishing") return run;
  const holders = await holdersOf(deps, run);
  const conferral = conferralOf(run, holders, at);
  if (run.run > 1) await deps.certificates.revokeOthers({ ...conferral, reason: systemReason("yearCorrected") });
  const { numbers, heldBack } = await deps.certificates.issue(conferral);
  const told = await newlyHonoured(deps, run, holders);
  const by = { actorId: "system" };
  const entry = entryOf(deps.newId, { subjectId: Run.idOf(run), at, action: "award.publish", by });
  return deps.awards.change(key, at, (row) => {
    if (row.status !== "publishing") return { item: row };
    const item = announce(finish(row, { certificates: numbers, at }), "published", at);
    return { item, effects: published(run, { told, heldBack }, at), audit: [entry] };
  });
}
