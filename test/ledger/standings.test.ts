import { everyAccount } from "@yigong/application/points/take-root.ts";
import * as Build from "@yigong/core/points/points.builder.ts";
import type { Draft } from "@yigong/core/points/points.ts";
import { numbersFrom, randomHistory } from "@yigong/testing/ledger-history.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "./alliance.ts";
import { standingsFile } from "./standings.ts";
import { openVerifier } from "./verifier.ts";

/** How many random alliances; 200 is the full number. */
const ALLIANCES = Number(process.env.YIGONG_TEST_ALLIANCES ?? 20);
const TAMPERINGS = 300;

let verifier: ReturnType<typeof openVerifier>;
beforeAll(() => {
  verifier = openVerifier();
});
afterAll(() => verifier.close());

/** Two who are equal in everything but the draw. */
const equals: Draft[] = [21, 22].map((person) => Build.service({ person, activity: 1 }, { grade: "good" }));

async function run(seed: number): Promise<[ledger: string, standings: string]> {
  const alliance = await openLedger();
  await alliance.live([...randomHistory(seed, { people: 8, activities: 6 }), ...equals], { rootEvery: 20 });
  const chains = [];
  for await (const account of everyAccount(alliance.ledger))
    chains.push({ account, chain: await alliance.ledger.chainOf(account.pseudonym) });
  const files: [string, string] = [await alliance.exported(), standingsFile(chains, seed)];
  await alliance.stop();
  return files;
}

describe("the standings of a run", () => {
  it(`are what the verifier comes to, on ${ALLIANCES} random alliances`, async () => {
    const runs = await Promise.all(Array.from({ length: ALLIANCES }, (_, at) => run(at + 1)));
    const verdicts = await verifier.verifyAll(runs);

    expect(verdicts.filter(({ code }) => code !== 0)).toEqual([]);
  }, 600_000);

  it("are decided by the draw between two who are equal", async () => {
    const [, standings] = await run(3);

    expect(standings).toContain('"decidedBy":"draw"');
  });

  it(`do not survive a change: ${TAMPERINGS} of ${TAMPERINGS} are found`, async () => {
    const [ledger, standings] = await run(2);
    const lines = standings.split("\n").slice(0, -1);
    const random = numbersFrom(5);
    const changed = Array.from({ length: TAMPERINGS }, (_, at) => {
      const [one, other] = [random(lines.length), random(lines.length - 1)];
      const bytes = Buffer.from(standings);
      const spot = random(bytes.length);
      bytes[spot] = (bytes[spot] ?? 0) ^ (1 << random(8));
      const swapped = lines.with(one, lines[(one + 1 + other) % lines.length] ?? "");
      const kinds = [
        bytes,
        lines.toSpliced(one, 1),
        swapped.with((one + 1 + other) % lines.length, lines[one] ?? ""),
        lines.toSpliced(one, 0, lines[other] ?? ""),
      ];
      const kind = kinds[at % 4] ?? bytes;
      return kind instanceof Buffer ? kind : `${kind.join("\n")}\n`;
    });
    const verdicts = await verifier.verifyAll(changed.map((file) => [ledger, file]));

    expect(
      verdicts.map(({ code }, at) => (code === 1 ? "found" : `missed ${at}`)).filter((one) => one !== "found"),
    ).toEqual([]);
  });

  it("are not those of another ledger, and are found by the digest that was announced", async () => {
    const [[ledger], [, standings]] = await Promise.all([run(2), run(4)]);
    const { digest } = JSON.parse(standings.trim().split("\n").at(-1) ?? "");
    const [own] = await Promise.all([run(4)]);

    expect((await verifier.verify([ledger, standings])).code).toBe(1);
    expect((await verifier.verify(own, "--expect", digest)).code).toBe(0);
  });
});
