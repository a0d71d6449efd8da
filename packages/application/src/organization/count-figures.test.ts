import { fc, test } from "@fast-check/vitest";
import { plusHours } from "@yigong/core/lib/time.ts";
import { figuresOn } from "@yigong/core/member/figures.ts";
import { dynamoMembers } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { dynamoRosters } from "@yigong/core/roster/roster.store.ts";
import { countsOf, Id as RosterId } from "@yigong/core/roster/roster.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countingFigures, FIGURES_SECONDS } from "./count-figures.ts";

const AT = "2026-09-01T00:00:00.000Z";
const dayOf = (n: number) => `2026-0${1 + Math.floor(n / 28)}-${String(1 + (n % 28)).padStart(2, "0")}`;
const day = fc.integer({ min: 0, max: 27 }).map(dayOf);
const status = fc.constantFrom("partyMember", "leagueMember", "masses");
const facts = fc.record(
  {
    politicalStatuses: fc.array(fc.record({ from: day, status }), { minLength: 1, maxLength: 3 }),
    leftOn: fc.option(day, { nil: undefined }),
    volunteerSince: fc.option(day, { nil: undefined }),
  },
  { requiredKeys: ["politicalStatuses"] },
);
type Facts = Pick<Member.Info, "politicalStatuses" | "leftOn" | "volunteerSince">;
const person = (n: number, said: object) =>
  Member.Info.parse({
    id: `mem_${String(n).padStart(26, "0")}`,
    employeeNumber: String(n).padStart(6, "0"),
    name: `人${n}`,
    pseudonym: "0".repeat(26),
    affiliations: [{ from: "2026-01-01" }],
    trainer: false,
    teamIds: [],
    skills: [],
    roles: [],
    version: 0,
    ...said,
  });

/** Counted one by one, as the rule reads. */
const fullCount = (members: readonly Facts[], on: string) => {
  const employed = members.filter(({ leftOn }) => leftOn === undefined || on < leftOn);
  const isParty = (member: Facts) => Member.politicalStatusOn(member, on) === "partyMember";
  const volunteers = employed.filter(({ volunteerSince }) => volunteerSince !== undefined && volunteerSince <= on);
  return [volunteers.length, volunteers.filter(isParty).length, employed.filter(isParty).length];
};
const told = ({ volunteers, partyVolunteers, partyMembers }: ReturnType<typeof figuresOn>) => [
  volunteers,
  partyVolunteers,
  partyMembers,
];

test.prop([fc.array(facts, { maxLength: 30 }), day])("count as a full count does, on every day", (all, on) => {
  const members = all as Facts[];

  expect(told(figuresOn(members, on))).toEqual(fullCount(members, on));
});

describe("figures of a stored roster", () => {
  let store: TestTable;
  const clock = { at: AT };
  beforeAll(async () => {
    store = await testTable();
  });
  beforeEach(() => store.clear());
  afterAll(() => store.stop());
  const now = () => clock.at;
  const requests = () => store.meter.operations.Query?.requests ?? 0;

  test.prop([fc.array(fc.tuple(fc.constantFrom("add", "change", "import"), facts), { maxLength: 8 }), day], {
    numRuns: 5,
  })("are right at once after whatever this process did to the roster", async (doings, on) => {
    await store.clear();
    const members = dynamoMembers(store.table);
    const figures = countingFigures({ members, now });
    for (const [n, [doing, said]] of doings.entries()) {
      const [last] = (await members.all()).slice(-1);
      if (doing === "add" || !last) await members.add({ to: person(n, said), at: AT });
      else if (doing === "change")
        await members.change(last.id, (member) => ({ to: { ...member, ...(said as Facts) }, at: AT }));
      else
        await brought(store, members, {
          before: last,
          after: { ...last, ...(said as Facts), version: last.version + 1 },
        });

      expect(told(await figures(on))).toEqual(fullCount(await members.all(), on));
    }
  });

  it("are read once for all who ask at the same time, for any day, and again after half a minute", async () => {
    const [members, elsewhere] = [dynamoMembers(store.table), dynamoMembers(store.table)];
    await members.add({
      to: person(1, { politicalStatuses: [{ from: "2026-01-01", status: "masses" }], volunteerSince: "2026-01-02" }),
      at: AT,
    });
    const figures = countingFigures({ members, now });
    const before = requests();
    const asked = await Promise.all(Array.from({ length: 64 }, (_, n) => figures(dayOf(n % 28))));
    const reads = requests() - before;
    await elsewhere.change(
      person(1, { politicalStatuses: [{ from: "2026-01-01", status: "masses" }] }).id,
      (member) => ({
        to: { ...member, volunteerSince: "2026-01-20" },
        at: AT,
      }),
    );
    const soon = await figures("2026-01-10");
    clock.at = plusHours(AT, FIGURES_SECONDS / 3600);
    const later = await figures("2026-01-10");

    expect([asked[0]?.volunteers, asked[1]?.volunteers, reads]).toEqual([0, 1, 1]);
    expect([soon.volunteers, later.volunteers]).toEqual([1, 0]);
  });
});

/** One change by the three moves of an import. */
async function brought(
  { table }: TestTable,
  members: ReturnType<typeof dynamoMembers>,
  step: { before: Member.Info; after: Member.Info },
): Promise<void> {
  const rosters = dynamoRosters(table);
  const since = await rosters.head();
  const writeId = `wri_${since.epoch}`;
  const batch = previewed(`imp_${String(since.epoch).padStart(26, "0")}`);
  await rosters.addPreview(batch, []);
  const begun = { writeId, units: { newUnits: [], posts: [], heads: [] }, applyAt: AT, applyBy: "setup" };
  await rosters.begin({ ...batch, status: "applying", ...begun }, { writeId, since });
  await members.stage(writeId, [step]);
  await rosters.commit(writeId);
  await members.settle(writeId, [step]);
  await rosters.finish({ ...batch, status: "applied", ...begun }, writeId, []);
}

const previewed = (id: string) => ({
  id: RosterId.parse(id),
  status: "previewed" as const,
  kind: "roster",
  fileName: "a.csv",
  previewedAt: AT,
  previewedBy: "setup",
  fileRows: 1,
  counts: countsOf([]),
  newUnits: [],
  ignoredColumns: [],
  basis: "",
  previewRows: 1,
});
