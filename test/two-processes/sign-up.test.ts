import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@yigong/local/store/address.ts";
import { openStore } from "@yigong/local/store/store.ts";
import { afterEach, beforeEach, expect, it } from "vitest";
import { closeRecruiting, enrol, type Place, peopleBefore, publish, standing, statusOf } from "./rush.ts";
import { type Server, startServer } from "./server.ts";

const RUSH = 500;
const PLACES = 20;

let dataDir: string;
let servers: Server[];
let stopStore: () => Promise<void>;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "yigong-rush-"));
  servers = [];
  stopStore = async () => {};
});
afterEach(async () => {
  const codes: (number | null)[] = [];
  for (const server of servers.reverse()) codes.push(await server.stop());
  await stopStore();
  rmSync(dataDir, { recursive: true, force: true });

  expect(codes).toEqual(servers.map(() => 0));
});

/** Everybody signs up at the same moment. */
async function rush() {
  const people = peopleBefore(
    servers.map(({ origin }) => origin),
    dataDir,
  );
  const numbers = Array.from({ length: RUSH }, (_, at) => String(1_001 + at).padStart(6, "0"));
  const members = await enrol(people, numbers);
  const { id, positionId } = await publish(people, PLACES);
  const yes = { consent: true, acceptsRisks: true, positionId };
  const answers = await Promise.all(
    members.map((member) => people.ask(member, "POST", `/activities/${id}/sign-ups`, yes)),
  );
  return { id, people, answers, after: await standing(people, id) };
}

/** What a rush comes to: by status of the answers, who has a place, and whether the rest wait in the order of numbers. */
function outcomeOf({ answers, after }: Pick<Awaited<ReturnType<typeof rush>>, "answers" | "after">) {
  const statuses = [...new Set(answers.map(({ status }) => status))];
  const told = answers.map(({ body }) => body as Place);
  const numbers = after.map(({ number }) => number);
  const placed = after.filter(({ state }) => state === "placed");
  const waiting = after.filter(({ state }) => state === "waiting");
  return {
    statuses,
    told: [told.filter(({ state }) => state === "placed").length, new Set(told.map(({ number }) => number)).size],
    placed: placed.length,
    waiting: waiting.length,
    first: placed.every(({ number }) => waiting.every((other) => number < other.number)),
    inOrder: numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0)),
  };
}

const EXPECTED = {
  statuses: [200],
  told: [PLACES, RUSH],
  placed: PLACES,
  waiting: RUSH - PLACES,
  first: true,
  inOrder: true,
};

it("places twenty of five hundred who sign up at once, and lets the rest wait in order", async () => {
  servers = [await startServer(dataDir)];

  expect(outcomeOf(await rush())).toEqual(EXPECTED);
}, 180_000);

it("does the same through two server processes on one store, and goes on to the next stage", async () => {
  const store = await openStore({ dataDir: join(dataDir, "shared"), env: process.env, log: () => {} });
  stopStore = store.stop;
  const port = String(await freePort());
  const shared = store.reach;
  servers = [await startServer(dataDir, { ...shared, YIGONG_STEPFUNCTIONS_PORT: port })];
  servers.push(await startServer(dataDir, { ...shared, AWS_ENDPOINT_URL_SFN: `http://127.0.0.1:${port}` }));

  const { id, people, ...outcome } = await rush();

  expect(outcomeOf(outcome)).toEqual(EXPECTED);

  await closeRecruiting(people, id);

  await expect.poll(() => statusOf(people, id), { timeout: 30_000 }).toBe("executing");
}, 180_000);
