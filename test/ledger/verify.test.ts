import { everyAccount } from "@yigong/application/points/take-root.ts";
import { balanceOf } from "@yigong/core/points/account.ts";
import { toNumbers } from "@yigong/core/points/tally.ts";
import { randomHistory } from "@yigong/testing/ledger-history.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "./alliance.ts";
import { openVerifier } from "./verifier.ts";

/** How many random alliances; 200 is the full number. */
const ALLIANCES = Number(process.env.YIGONG_TEST_ALLIANCES ?? 20);

let verifier: ReturnType<typeof openVerifier>;
beforeAll(() => {
  verifier = openVerifier();
});
afterAll(() => verifier.close());

/** What the service says of everybody, in the form in which the verifier says it. */
async function balancesOf(ledger: Parameters<typeof everyAccount>[0]) {
  const persons: Record<string, Record<string, number[]>> = {};
  for await (const account of everyAccount(ledger)) {
    const years = Object.keys(account.years).map((year) => [year, balanceOf(account, Number(year))] as const);
    persons[account.pseudonym] = Object.fromEntries(
      years.flatMap(([year, one]) => (one ? [[year, toNumbers(one)]] : [])),
    );
  }
  return persons;
}

async function live(seed: number) {
  const alliance = await openLedger();
  const history = randomHistory(seed, { people: 3 + (seed % 5), activities: 3 + (seed % 7) });
  await alliance.live(history, { rootEvery: 9 });
  const lived = { file: await alliance.exported(), balances: await balancesOf(alliance.ledger) };
  await alliance.stop();
  return lived;
}

/** The sum of all balances, of people and of issuers. */
function sumOf({
  persons,
  issuers,
}: {
  persons: Record<string, Record<string, number[]>>;
  issuers: Record<string, number>;
}) {
  const years = Object.values(persons).flatMap((own) => Object.values(own));
  const given = years.reduce((sum, [points = 0]) => sum + points, 0);
  return Object.values(issuers).reduce((sum, points) => sum + points, given);
}

describe("the independent verifier", () => {
  it(`agrees with the service on ${ALLIANCES} random alliances, balance by balance, to a sum of zero`, async () => {
    const alliances = Array.from({ length: ALLIANCES }, (_, at) => at + 1);
    const lived = await Promise.all(alliances.map(live));
    const verdicts = await verifier.verifyAll(
      lived.map(({ file }) => [file]),
      "--balances",
    );
    const computed = verdicts.map(({ code, said }) => (code === 0 ? JSON.parse(said) : { persons: said, issuers: {} }));

    expect(computed.map(({ persons }) => persons)).toEqual(lived.map(({ balances }) => balances));
    expect(computed.map(sumOf)).toEqual(computed.map(() => 0));
  }, 600_000);
});
