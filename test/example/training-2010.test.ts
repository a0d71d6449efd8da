import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openMachine } from "@yigong/local/machine.ts";
import { clientFor } from "@yigong/testing/alliance/client.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALLIANCE, type Caller, live2010, SPRING } from "../../examples/taizhou/2010/live.ts";

interface Sum {
  attendances: number;
  people: number;
  classes: { classId: string; attendances: number }[];
}
interface Figures {
  trained: Record<"internal" | "external" | "outward" | "total", Sum>;
  taught: Sum;
  open: unknown[];
}

const dataDir = mkdtempSync(join(tmpdir(), "yigong-2010-"));
let machine: Awaited<ReturnType<typeof openMachine>>;
let alliance: Caller;
const faults: string[] = [];

beforeAll(async () => {
  machine = await openMachine({
    dataDir,
    time: { kind: "virtual", startAt: SPRING },
    origin: () => "http://localhost:3000",
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: undefined },
    log: (line) => faults.push(line),
  });
  // What was said while it opened is about the store's version, not about a fault.
  faults.length = 0;
  const { members, units } = machine.app.useCases;
  const ids = new Map<string, string>();
  const idOf = async (number: string) => {
    if (ids.size === 0) for (const one of await members.all()) ids.set(one.employeeNumber, one.id);
    return ids.get(number) ?? "";
  };
  const callers = new Map<string, Caller>();
  const as = (number: string): Caller => {
    const known = callers.get(number);
    if (known) return known;
    const client = async () => clientFor(machine, await idOf(number));
    const made: Caller = {
      get: async (path) => (await client()).get(path),
      post: async (path, body) => (await client()).post(path, body),
      put: async (path, body) => (await client()).put(path, body),
    };
    callers.set(number, made);
    return made;
  };
  await live2010({
    as,
    idOf,
    async importFile(kind, by, csv) {
      const form = new FormData();
      form.append("kind", kind);
      form.append("file", new File([csv], `${kind}.csv`));
      const client = clientFor(machine, by === "setup" ? "setup" : await idOf(by));
      const { id } = await client.send<{ id: string }>("/imports", form);
      await client.post(`/imports/${id}/apply`);
    },
    unitId: async (name) => (await units.all()).find((unit) => unit.name === name)?.id ?? "",
    advanceTo: machine.advanceTo,
  });
  alliance = as(ALLIANCE);
}, 400_000);
afterAll(async () => {
  await machine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const figures = () => alliance.get<Figures>("/training/figures?year=2010");

describe("the training of 2010", () => {
  it("adds up to what the report of that year says, from the records of classes", async () => {
    const { trained, taught, open } = await figures();
    const counts = [trained.internal, trained.external, trained.outward, trained.total].map((sum) => sum.attendances);

    expect(counts).toEqual([910, 20, 190, 1120]);
    expect(taught.attendances).toBe(1540);
    expect(trained.internal.classes.reduce((sum, one) => sum + one.attendances, 0)).toBe(910);
    expect(open).toEqual([]);
  });

  it("had 23 trainers, 17 of them party members, every one a volunteer", async () => {
    const { trainers, party, offenders } = await alliance.get<{
      trainers: number;
      party: number;
      offenders: unknown[];
    }>("/trainers?year=2010");

    expect([trainers, party, offenders]).toEqual([23, 17, []]);
  });

  it("has party members and volunteers ahead of colleagues in the same post, by 11 and by 7 points", async () => {
    const { groups } = await alliance.get<{ groups: { results: { difference?: { text: string } } }[] }>(
      `/performance/comparison?programme=${encodeURIComponent("精英计划与能手计划")}&period=2010`,
    );

    expect(groups.map(({ results }) => results.difference?.text)).toEqual(["+11", "+7"]);
  });

  it("had 28 mentors, 19 of whose mentees left the last fifth by later rankings, and 94 colleagues with a party volunteer", async () => {
    const found = await alliance.get<{
      mentors: number;
      mentees?: { people: number; leftLast: number };
      control?: { people: number };
      party: { colleagues: number };
    }>("/mentorings/figures?year=2010");

    expect(found).toMatchObject({ mentors: 28, mentees: { people: 28, leftLast: 19 }, party: { colleagues: 94 } });
    expect(found.control?.people).toBeGreaterThan(20);
  });

  it("had employees satisfied by 94.5, 2.8 points more than the year before", async () => {
    const { years } = await alliance.get<{ years: { year: number; index: string; change?: string }[] }>(
      "/satisfaction",
    );

    expect(years.find(({ year }) => year === 2010)).toMatchObject({ index: "94.5", change: "+2.8" });
    expect(years.find(({ year }) => year === 2009)?.change).toBeUndefined();
  });

  it("changes each figure by one when one record is taken away", async () => {
    const { classes } = machine.app.useCases;
    const before = await figures();
    const [{ classId = "" } = {}] = before.trained.outward.classes;
    const [row] = await classes.attendances(classId);
    if (!row) throw new TypeError("nobody was there");
    const taken = { at: machine.now(), by: "mem_x", reason: "名单串行" };
    await classes.note(row, machine.now(), (held) => ({ item: { ...(held ?? row), void: taken } }));
    const after = await figures();

    expect(before.trained.total.attendances - after.trained.total.attendances).toBe(1);
    expect(before.trained.outward.attendances - after.trained.outward.attendances).toBe(1);
    expect([after.trained.internal.attendances, after.taught.attendances]).toEqual([910, 1540]);
  });

  it("met no fault on the way", () => {
    expect(faults).toEqual([]);
  });
});
