import { numbersFrom, randomHistory } from "@yigong/testing/ledger-history.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "./alliance.ts";
import { tampered } from "./tamper.ts";
import { openVerifier } from "./verifier.ts";

const TAMPERINGS = 1000;

let text: string;
let announced: string;
let verifier: ReturnType<typeof openVerifier>;
beforeAll(async () => {
  verifier = openVerifier();
  const alliance = await openLedger();
  await alliance.live(randomHistory(7, { people: 6, activities: 6 }), { rootEvery: 8 });
  text = await alliance.exported();
  announced = (await alliance.roots.last())?.hash ?? "";
  await alliance.stop();
});
afterAll(() => verifier.close());

const lineIn = (said: string): number => Number(/line (\d+):/.exec(said)?.[1] ?? 0);

describe("an export that somebody tampered with", () => {
  it("is sound before", async () => {
    expect(await verifier.verify([text], "--expect", announced)).toMatchObject({ code: 0 });
  });

  it(`is found ${TAMPERINGS} of ${TAMPERINGS} times: a bit, a deletion, a swap, an insertion, a forgery`, async () => {
    const random = numbersFrom(11);
    const all = Array.from({ length: TAMPERINGS }, () => tampered(text, random));
    const verdicts = await verifier.verifyAll(
      all.map(({ bytes }) => [bytes]),
      "--expect",
      announced,
    );
    const missed = all.filter((_, at) => verdicts[at]?.code !== 1);

    expect(missed).toEqual([]);
  }, 600_000);

  it("is told by its first line that differs", async () => {
    const lines = text.split("\n");
    const kinds = lines.slice(0, -1).map((line) => JSON.parse(line).kind);
    const chained = kinds.flatMap((kind, at) => (kind === "ledger" || kind === "end" ? [] : [at]));
    const exports = chained.map((at) => [
      lines.map((line, one) => (one === at ? line.replace(/"hash":"./, '"hash":"x') : line)).join("\n"),
    ]);
    const told = (await verifier.verifyAll(exports)).map(({ said }) => lineIn(said));

    expect(told).toEqual(chained.map((at) => at + 1));
  });

  it("is told to lack a root that was announced, when the file is sound but older", async () => {
    const { code, said } = await verifier.verify([text], "--expect", "f".repeat(64));

    expect([code, said]).toEqual([1, expect.stringContaining("there is no root and no result")]);
  });

  it("cannot be read when it is not there, which is told apart", async () => {
    expect((await verifier.verify([], "/nowhere/ledger.jsonl")).code).toBe(2);
  });
});
