import { ledgerLines } from "@yigong/application/points/export-ledger.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVerifier } from "../ledger/verifier.ts";
import { JANUARY, openScene, USUAL, type Work } from "./scene.ts";

let verifier: ReturnType<typeof openVerifier>;
beforeAll(() => {
  verifier = openVerifier();
});
afterAll(() => verifier.close());

/** A year with means, a tie to the draw, corrections and entries of another year; run once, corrected, run again. */
async function lived() {
  const mean = { numerator: 4_537, denominator: 1_013 };
  const works: Work[] = USUAL.map((work, at) => (at % 2 === 0 ? { ...work, mean } : work));
  const scene = await openScene({ works });
  await scene.post(1, { activity: 2, attendances: 3, year: 2025 });
  await scene.post(2, { activity: 2, attendances: 1, mean: { numerator: 4, denominator: 1 } });
  await scene.post(8, { activity: 3, attendances: 3 });
  await scene.post(8, { activity: 3, attendances: -1, halfDays: 1 }, true);
  await scene.engine.advanceTo(JANUARY);
  await scene.begin();
  await scene.post(5, { activity: 4, attendances: 4, halfDays: 1 }, true);
  await scene.call(101, "POST", "/runs/1/withdrawal", { reason: "积分有更正" });
  await scene.post(5, { activity: 5, attendances: 1 }, true);
  let ledger = "";
  for await (const piece of ledgerLines(scene.useCases, scene.now())) ledger += piece;
  const standings = [await scene.exported(1), await scene.exported(2)];
  await scene.close();
  return { ledger, standings };
}

describe("the verifier", () => {
  it("comes to the standings of both runs from the ledger, whatever was posted since", async () => {
    const { ledger, standings } = await lived();

    expect(await verifier.verify([ledger, ...standings])).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^ok: .* 2 award runs/),
    });
  });

  it("says where a standing was touched up", async () => {
    const { ledger, standings } = await lived();
    const [first = ""] = standings;
    const better = first.replace('"kind":"standing","lot"', '"kind":"standing","vetoed_":0,"lot"');
    const verdict = await verifier.verify([ledger, better]);

    expect(verdict.code).toBe(1);
    expect(verdict.said).toMatch(/differs/);
  });
});
