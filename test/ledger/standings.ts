import { type Manifest, type Person, PLACES } from "@yigong/core/award/award.ts";
import { canonicalText, type Plain } from "@yigong/core/award/canonical.ts";
import { digestOf } from "@yigong/core/award/digest.ts";
import { linesOf, resultOf } from "@yigong/core/award/result.ts";
import { tallyOfYear } from "@yigong/core/award/tally.ts";
import type { Account } from "@yigong/core/points/account.ts";
import { GENESIS } from "@yigong/core/points/canonical.ts";
import type { Posted } from "@yigong/core/points/points.ts";
import { numbersFrom } from "@yigong/testing/ledger-history.ts";

const YEAR = 2026;
const STATUSES = ["partyMember", "leagueMember", "masses"] as const;

/** Somebody as a run freezes them, made up but for the chain. */
function frozen(
  { pseudonym, seq, hash }: Pick<Account, "pseudonym" | "seq" | "hash">,
  random: (below: number) => number,
): Person {
  const statuses = Array.from({ length: 1 + random(2) }, (_, at) => STATUSES[(random(2) + at) % 3] ?? "masses");
  const employed = random(6) > 0;
  return {
    kind: "person",
    pseudonym,
    status: statuses.at(-1) ?? "masses",
    statuses,
    employed,
    volunteer: employed && random(5) > 0,
    entries: seq,
    head: hash,
  };
}

/**
 * The file of a run over a ledger, as the service computes and writes it: everybody who has an account, and some who
 * have none.
 */
export function standingsFile(chains: readonly { account: Account; chain: readonly Posted[] }[], seed: number): string {
  const random = numbersFrom(seed);
  const none = Array.from({ length: 3 }, (_, at) => ({ pseudonym: `z${at}`.padEnd(26, "0"), seq: 0, hash: GENESIS }));
  const people = [...chains.map(({ account }) => account), ...none].map((one) => frozen(one, random));
  const activities = [{ kind: "activity" as const, activity: "act_1", state: "settled" as const }];
  const manifest: Manifest = {
    kind: "manifest",
    form: 1,
    year: YEAR,
    run: 1,
    zone: "Asia/Shanghai",
    from: "2025-12-31T16:00:00.000Z",
    to: "2026-12-31T16:00:00.000Z",
    frozenAt: "2027-01-31T01:00:00.000Z",
    ruleSets: [1],
    rules: { floor: 300, partyLine: 500, othersLine: 300, places: PLACES },
    people: people.length,
    peopleDigest: digestOf(people),
    activities: activities.length,
    activitiesDigest: digestOf(activities),
    open: [],
    draw: { source: "上证指数收盘", value: "3250.61", salt: digestOf(people) },
  };
  const entriesOf = new Map(chains.map(({ account, chain }) => [account.pseudonym, chain.map(({ entry }) => entry)]));
  const counted = people.map((person) => {
    const own = (entriesOf.get(person.pseudonym) ?? []).filter(({ year }) => year === YEAR);
    return { person, tally: tallyOfYear(person.pseudonym, own) };
  });
  const result = resultOf(manifest, counted);
  const [head, ...rest] = [...linesOf(result)];
  const all = [head, ...activities, ...people, ...rest, { kind: "result", digest: result.digest }] as Plain[];
  return all.map((line) => `${canonicalText(line)}\n`).join("");
}
