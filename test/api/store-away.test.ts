import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAlliance, Refused } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

const MAIN = new URL("../../packages/local/src/main.ts", import.meta.url).pathname;
let house: Awaited<ReturnType<typeof openAlliance>>;

beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

/** As a person does who is told to try again: anything but that answer is a fault. */
async function untilServed(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (!(error instanceof Refused && error.status === 503 && error.code === "store.unavailable")) throw error;
    }
  }
}

it("loses nothing and does nothing by halves when the store dies between requests and comes back", async () => {
  const activity = await house.startActivity({ in: 10, headCount: 2 });
  const people = ["partyA1", "partyA2", "freeA1", "freeA2"] as const;
  const kill = () => process.kill(house.machine.storePid() ?? 0, "SIGKILL");

  for (const who of people) {
    kill();
    await untilServed(() => house.signUp(activity, who));
  }

  const places = await house.machine.app.useCases.participations.of(
    await house.machine.app.useCases.activities.get(activity.id),
  );

  expect(places.map(({ state }) => state).sort()).toEqual(["placed", "placed", "waiting", "waiting"]);
  expect(new Set(places.map(({ number }) => number)).size).toBe(4);
}, 120_000);

it("says at the start that the store cannot be reached, and how to have one", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "yigong-away-"));
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...process.env, YIGONG_DATA: dataDir, PORT: "0", AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9" },
    encoding: "utf8",
  });
  rmSync(dataDir, { recursive: true, force: true });

  expect(status).toBe(1);
  expect(stderr).toContain("Nothing answers at AWS_ENDPOINT_URL_DYNAMODB=http://127.0.0.1:9");
});
