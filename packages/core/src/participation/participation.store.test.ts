import { faults } from "@yigong/testing/faults.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentClient } from "../lib/table.ts";
import * as Sample from "./participation.builder.ts";
import { dynamoParticipations, type Participations } from "./participation.store.ts";
import type { Active, Info } from "./participation.ts";
import { participationRows } from "./row-access.store.ts";

let store: TestTable;
let participations: Participations;
let made = 0;

beforeAll(async () => {
  store = await testTable();
  participations = dynamoParticipations(store.table);
});
afterAll(() => store.stop());

/** A fresh activity with one position. */
const fresh = (headCount: number) => {
  made += 1;
  return Sample.activity({ id: Sample.activityId(made), sessions: [Sample.session(headCount)] });
};
const people = (count: number, from = 1) => Array.from({ length: count }, (_, index) => from + index);
const wishIn = (activity: { id: string }, headCount: number) => (member: number) =>
  Sample.wish(member, { activityId: activity.id, position: { id: Sample.positionId(), headCount } });
const leave = (activity: ReturnType<typeof fresh>, member: number, at = Sample.RECRUITING) =>
  participations.vacate({
    activity,
    memberId: Sample.memberId(member),
    leaving: { by: Sample.memberId(member), cause: "own", at },
    zone: "Asia/Shanghai",
  });
const close = (activity: ReturnType<typeof fresh>, duty: number[] = []) =>
  participations.allocate({
    activity,
    at: Sample.DEADLINE,
    duty: new Set(duty.map(Sample.memberId)),
    attendances: new Map(),
  });
const numbers = (rows: readonly Info[], state: Info["state"]) =>
  rows
    .filter((row) => row.state === state)
    .map((row) => row.number)
    .sort((a, b) => a - b);

describe("signing up", () => {
  it("places exactly the twenty smallest numbers of 500 who sign up at once; the rest wait in order", async () => {
    const activity = fresh(20);
    const wish = wishIn(activity, 20);

    const answers = await Promise.all(people(500).map((member) => participations.signUp(wish(member))));
    const rows = await participations.of(activity);

    // A draw whose reply was lost is drawn again: numbers may have gaps, their order counts.
    const drawn = rows.map((row) => row.number).sort((a, b) => a - b);
    expect(new Set(drawn).size).toBe(500);
    expect(numbers(rows, "placed")).toEqual(drawn.slice(0, 20));
    expect(numbers(rows, "waiting")).toEqual(drawn.slice(20));
    expect(answers.map(({ memberId, state }) => `${memberId} ${state}`).sort()).toEqual(
      rows.map(({ memberId, state }) => `${memberId} ${state}`).sort(),
    );
  });

  it("answers the same place to somebody who signs up twice at once, and gives the number that was drawn in vain to nobody", async () => {
    const activity = fresh(2);
    const wish = wishIn(activity, 2);

    const twice = await Promise.all([1, 1, 1, 1].map((member) => participations.signUp(wish(member))));
    const second = await participations.signUp(wish(2));

    expect(new Set(twice.map((place) => place.number)).size).toBe(1);
    expect([twice[0]?.state, second.state]).toEqual(["placed", "placed"]);
    expect((await participations.signUp(wish(3))).state).toBe("waiting");
  });

  it("refuses a second position of the same session", async () => {
    const activity = fresh(2);
    await participations.signUp(wishIn(activity, 2)(1));
    const other = { ...wishIn(activity, 2)(1), position: { id: Sample.positionId(2), headCount: 2 } };

    await expect(participations.signUp(other)).rejects.toMatchObject({ code: "participation.session_taken" });
  });

  it("gives a new number at the end of the line to somebody who withdrew and comes back", async () => {
    const activity = fresh(1);
    const wish = wishIn(activity, 1);
    await participations.signUp(wish(1));
    await participations.signUp(wish(2));
    await leave(activity, 1);

    const again = await participations.signUp(wish(1));

    expect(again).toMatchObject({ number: 3, state: "waiting" });
    expect(numbers(await participations.of(activity), "placed")).toEqual([2]);
  });

  it("outlasts conflicts and lost replies without an error, and still fills each place once", async () => {
    const troubled = await testTable({ pause: async () => {} });
    const broken = faults(troubled.table.client);
    const rushed = dynamoParticipations(troubled.table);
    const activity = fresh(5);
    for (const n of people(200)) broken.at(n * 3, n % 5 === 0 ? "lost-reply" : n % 2 === 0 ? "throttled" : "conflict");

    await Promise.all(people(40).map((member) => rushed.signUp(wishIn(activity, 5)(member))));
    await rushed.allocate({ activity, at: Sample.DEADLINE, duty: new Set(), attendances: new Map() });
    broken.mend();
    const rows = await rushed.of(activity);
    await troubled.stop();

    const smallest = rows
      .map((row) => row.number)
      .sort((a, b) => a - b)
      .slice(0, 5);
    expect(rows).toHaveLength(40);
    expect(numbers(rows, "placed")).toEqual(smallest);
  });
});

describe("withdrawing before the deadline", () => {
  it("moves the line up without a write of those who wait, and says how many wait before whom", async () => {
    const activity = fresh(2);
    for (const member of people(5)) await participations.signUp(wishIn(activity, 2)(member));

    await leave(activity, 1);
    await leave(activity, 4);
    const rows = await participations.of(activity);
    const last = rows.find((row) => row.number === 5);

    expect(numbers(rows, "placed")).toEqual([2, 3]);
    expect(numbers(rows, "waiting")).toEqual([5]);
    expect(last && (await participations.queueOf(activity, last))).toBe(1);
  });

  it("keeps the order through a storm of sign-ups and withdrawals at once", async () => {
    const activity = fresh(10);
    const wish = wishIn(activity, 10);
    await Promise.all(people(60).map((member) => participations.signUp(wish(member))));
    const leavers = Sample.shuffled(people(60), 7).slice(0, 30);

    await Promise.all([
      ...leavers.map((member) => leave(activity, member)),
      ...people(20, 100).map((member) => participations.signUp(wish(member))),
    ]);
    const rows = await participations.of(activity);
    const active = rows
      .filter((row) => row.state !== "withdrawn")
      .map((row) => row.number)
      .sort((a, b) => a - b);

    expect(active).toHaveLength(50);
    expect(numbers(rows, "placed")).toEqual(active.slice(0, 10));
    expect((await participations.lines(activity)).get(Sample.positionId())?.active).toBe(50);
  });

  it("withdraws somebody once who asks twice", async () => {
    const activity = fresh(1);
    await participations.signUp(wishIn(activity, 1)(1));

    const moved = await Promise.all([leave(activity, 1), leave(activity, 1), leave(activity, 1)]);

    expect(moved.map((one) => one?.left.length).sort()).toEqual([0, 0, 1]);
    expect((await participations.lines(activity)).get(Sample.positionId())?.active).toBe(0);
  });
});

describe("the deadline", () => {
  it("puts duty members first, releases those without a place and writes only what changes", async () => {
    const activity = fresh(2);
    for (const member of people(5)) await participations.signUp(wishIn(activity, 2)(member));
    const rows = await close(activity, [3, 4, 5]);

    const stateOf = new Map(rows.map((row) => [row.number, row.state]));
    expect([1, 2, 3, 4, 5].map((number) => stateOf.get(number))).toEqual([
      "waiting",
      "waiting",
      "placed",
      "placed",
      "released",
    ]);
  });

  it("writes nothing about people whose state stays", async () => {
    const activity = fresh(2);
    for (const member of people(6)) await participations.signUp(wishIn(activity, 2)(member));
    await leave(activity, 1);
    const written = store.meter.writeUnits;

    await close(activity);

    // Closing and marking the one line, and the one row that moved up, with its index.
    expect(store.meter.writeUnits - written).toBe(4);
  });

  it("fills the place of a number that was drawn by a process which died", async () => {
    const activity = fresh(2);
    await participations.signUp(wishIn(activity, 2)(1));
    await participationRows(store.table).draw(activity.id, Sample.positionId(), 1);
    await participations.signUp(wishIn(activity, 2)(2));
    const provisional = numbers(await participations.of(activity), "placed");

    const rows = await close(activity);

    expect(provisional).toEqual([1]);
    expect(numbers(rows, "placed")).toEqual([1, 3]);
  });

  it("lets nobody sign up any more and changes nothing when it comes again", async () => {
    const activity = fresh(1);
    await participations.signUp(wishIn(activity, 1)(1));
    await participations.signUp(wishIn(activity, 1)(2));
    const first = await close(activity);

    const second = await close(activity, [2]);

    expect(second).toEqual(first);
    await expect(participations.signUp(wishIn(activity, 1)(3))).rejects.toMatchObject({ code: "participation.closed" });
  });

  it("leaves no place empty when people leave while it allocates", async () => {
    const activity = fresh(10);
    await Promise.all(people(40).map((member) => participations.signUp(wishIn(activity, 10)(member))));
    const duty = people(6, 30);

    await Promise.all([
      close(activity, duty),
      ...people(12, 2).map((member) => leave(activity, member)),
      close(activity, duty),
    ]);
    const rows = await participations.of(activity);

    const placed = rows.filter((row) => row.state === "placed");
    const free = rows
      .filter((row) => !row.duty && row.state !== "withdrawn")
      .map((row) => row.number)
      .sort((a, b) => a - b);
    expect(placed.filter((row) => row.duty)).toHaveLength(6);
    expect(
      numbers(
        placed.filter((row) => !row.duty),
        "placed",
      ),
    ).toEqual(free.slice(0, 4));
  });

  it("decides anew when somebody leaves between the reading and the mark", async () => {
    const activity = fresh(2);
    for (const member of people(4)) await participations.signUp(wishIn(activity, 2)(member));
    const { config, dropAutoToken } = store.store;
    const slow = { ...store.table, client: documentClient({ config, dropAutoToken }) };
    const leaving = { due: true };
    slow.client.middlewareStack.add(
      (next) => async (args) => {
        if (leaving.due && JSON.stringify(args.input).includes('"allocatedAt"')) {
          leaving.due = false;
          await leave(activity, 1);
        }
        return next(args);
      },
      { step: "initialize" },
    );

    const rows = await dynamoParticipations(slow).allocate({
      activity,
      at: Sample.DEADLINE,
      duty: new Set(),
      attendances: new Map(),
    });
    slow.client.destroy();

    expect([leaving.due, numbers(rows, "placed"), numbers(rows, "waiting")]).toEqual([false, [2, 3], [4]]);
  });

  it("goes on where a process died, at every write, and comes to the same places", async () => {
    const outcomes = new Set<string>();
    for (let n = 1; ; n++) {
      const crashing = await testTable({ pause: async () => {} });
      const broken = faults(crashing.table.client);
      const mortal = dynamoParticipations(crashing.table);
      const activity = Sample.activity({ sessions: [Sample.session(3)] });
      for (const member of people(8)) await mortal.signUp(wishIn(activity, 3)(member));
      const deadline = { activity, at: Sample.DEADLINE, duty: new Set([Sample.memberId(7)]), attendances: new Map() };
      broken.at(n, n % 2 ? "crash-after" : "crash-before");
      const died = await mortal.allocate(deadline).then(
        () => false,
        () => true,
      );
      broken.mend();
      const rows = await mortal.allocate(deadline);
      outcomes.add(
        rows
          .map(({ memberId, state }) => `${memberId} ${state}`)
          .sort()
          .join(),
      );
      await crashing.stop();
      if (!died) break;
    }

    expect(outcomes.size).toBe(1);
  });
});

describe("leaving after the allocation", () => {
  it("offers each place to the next who waits, once, when many leave at once", async () => {
    const activity = fresh(15);
    for (const member of people(40)) await participations.signUp(wishIn(activity, 15)(member));
    await close(activity);

    const moved = await Promise.all(people(12, 2).map((member) => leave(activity, member, Sample.DEADLINE)));
    const rows = await participations.of(activity);

    const offered = moved.flatMap((one) => one?.offered ?? []).map((row: Active) => row.number);
    expect(offered.sort((a, b) => a - b)).toEqual(people(12, 16));
    expect(numbers(rows, "placed")).toEqual([1, 14, 15]);
    expect(numbers(rows, "offered")).toEqual(people(12, 16));
  });

  it("passes over one who waits and leaves at the same moment", async () => {
    const activity = fresh(2);
    for (const member of people(5)) await participations.signUp(wishIn(activity, 2)(member));
    await close(activity);

    await Promise.all([1, 3, 4].map((member) => leave(activity, member, Sample.DEADLINE)));
    const rows = await participations.of(activity);

    expect(numbers(rows, "placed")).toEqual([2]);
    expect(numbers(rows, "offered")).toEqual([5]);
  });

  it("asks nobody once the session has begun", async () => {
    const activity = fresh(1);
    for (const member of people(2)) await participations.signUp(wishIn(activity, 1)(member));
    await close(activity);

    const moved = await leave(activity, 1, Sample.STARTS);

    expect(moved?.offered).toEqual([]);
    expect(numbers(await participations.of(activity), "waiting")).toEqual([2]);
  });
});
