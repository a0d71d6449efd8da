import { afterEach, describe, expect, it } from "vitest";
import { JANUARY, openScene, type Scene } from "./scene.ts";

let scene: Scene;
afterEach(() => scene.close());

async function opened() {
  scene = await openScene();
  await scene.engine.advanceTo(JANUARY);
}
const refusal = (work: Promise<unknown>) => work.then(() => "taken").catch((error: { code: string }) => error.code);

describe("when a run begins by itself", () => {
  it("is as soon as the year's activities are settled", async () => {
    scene = await openScene();
    await scene.activity(1, "done");
    await scene.activity(2, "open");
    await scene.engine.advanceTo("2027-01-05T01:00:00.000Z");
    await scene.job();
    const early = (await scene.useCases.awards.year(2026)).latest;
    await scene.settleActivity(2);
    await scene.job();

    expect(early).toBe(0);
    expect(await scene.run()).toMatchObject({
      status: "deciding",
      manifest: { open: [] },
      cause: { kind: "scheduled" },
    });
  });

  it("is on 31 January at 09:00 at the latest, listing what is open", async () => {
    scene = await openScene();
    await scene.activity(1, "open");
    await scene.engine.advanceTo("2027-01-31T00:59:59.999Z");
    await scene.job();
    const early = (await scene.useCases.awards.year(2026)).latest;
    await scene.engine.advanceTo("2027-01-31T01:00:00.000Z");
    await scene.job();

    expect(early).toBe(0);
    expect(await scene.run()).toMatchObject({ manifest: { open: [`act_${"1".padStart(26, "0")}`], activities: 1 } });
  });

  it("is never for a year without activities, nor for one that is not over", async () => {
    await opened();
    await scene.engine.advanceTo("2027-06-01T00:00:00.000Z");
    await scene.job();

    expect((await scene.useCases.awards.year(2026)).latest).toBe(0);
    expect(await refusal(scene.rigCall(101, "/api/v1/awards/2027/runs"))).toBe("award.year_not_over");
  });

  it.each([
    [1900, "input.invalid"],
    [1999, "input.invalid"],
    [2000, "award.empty_year"],
    [2025, "award.empty_year"],
    [2026, "taken"],
    [2027, "award.year_not_over"],
    [2199, "award.year_not_over"],
    [2200, "input.invalid"],
    [9999, "input.invalid"],
  ])("is refused by hand for a year of which there is nothing to rank: %d", async (year, answer) => {
    await opened();

    expect(await refusal(scene.rigCall(101, `/api/v1/awards/${year}/runs`))).toBe(answer);
  });

  it("waits for the value of the draw's source, and takes no source that is known or comes too late", async () => {
    await opened();
    await scene.activity(1, "done");
    const knownFrom = "2027-01-20T07:00:00.000Z";
    const announce = (from: string) =>
      refusal(scene.call(101, "PUT", "/draw-source", { source: "上证指数当日收盘", knownFrom: from }));
    const enter = () => refusal(scene.call(102, "PUT", "/draw-value", { value: "3250.61" }));
    const first = [await announce(scene.now()), await announce(knownFrom), await enter()];
    await scene.job();
    const waited = (await scene.useCases.awards.year(2026)).latest;
    await scene.engine.advanceTo(knownFrom);
    const then = [await enter(), await announce("2027-01-21T07:00:00.000Z")];
    await scene.job();

    expect(first).toEqual(["award.value_known", "taken", "award.value_unknown"]);
    expect([waited, ...then]).toEqual([0, "taken", "award.value_entered"]);
    expect(await scene.run()).toMatchObject({ manifest: { draw: { source: "上证指数当日收盘", value: "3250.61" } } });
    expect(await enter()).toBe("award.frozen");
  });
});
