import { readFileSync } from "node:fs";
import { accountsOf } from "@yigong/core/member/accounts.ts";
import { figuresOn } from "@yigong/core/member/figures.ts";
import { isPartyVolunteerOn, politicalStatusOn } from "@yigong/core/member/member.ts";
import { trainersIn } from "@yigong/core/trainer/trainer-list.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../../../../examples/taizhou/generate.ts";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../examples/taizhou/${name}`, import.meta.url)));
const by = { actorId: "mem_00000000000000000000000000", at: "2026-09-01T01:00:00.000Z" };
const day = "2026-09-01";

const alliance = await testAlliance();
const deps = alliance.useCases;

describe("the example roster", () => {
  const bring = async (kind: "roster" | "shifts", name: string) => {
    const preview = await previewImport(deps, { kind, fileName: name, bytes: file(name) }, by);
    return { preview, applied: await applyImport(deps, preview.id, by) };
  };
  afterAll(() => alliance.close());

  it("is what its generator makes", async () => {
    const made = await generate("2026-09-07");

    for (const [name, bytes] of Object.entries(made))
      expect(Buffer.from(file(name)).equals(Buffer.from(bytes)), name).toBe(true);
  });

  it("brings 260 people, 23 trainers of whom 17 are party members, in 5 teams and 9 branches", async () => {
    const { preview, applied } = await bring("roster", "roster.xlsx");
    const members = await deps.members.all();
    const trainers = members.filter((member) => member.trainer);
    const listed = trainersIn(members, { from: day, to: day });

    expect(preview.counts).toMatchObject({ joins: 260, bad: 0 });
    expect(applied.status).toBe("applied");
    expect(members).toHaveLength(260);
    expect(trainers).toHaveLength(23);
    expect(trainers.filter((member) => politicalStatusOn(member, day) === "partyMember")).toHaveLength(17);
    expect([listed.length, listed.filter(({ isParty }) => isParty).length]).toEqual([23, 17]);
    expect(trainers.every((member) => isPartyVolunteerOn(member, day) || member.volunteerSince)).toBe(true);
    expect(await deps.units.all("team")).toHaveLength(5);
    expect(await deps.units.all("branch")).toHaveLength(9);
    expect((await deps.members.byEmployeeNumber("000101"))?.employeeNumber).toBe("000101");
  });

  it("knows the account of a few people in each office system, and nobody's twice", async () => {
    const accounts = (await deps.members.all()).flatMap((member) => accountsOf(member.accounts));

    expect(Object.groupBy(accounts, ({ office }) => office)).toMatchObject({
      wecom: { length: 5 },
      dingtalk: { length: 4 },
      feishu: { length: 4 },
    });
    expect(await deps.members.byAccount("wecom", "tz101")).toMatchObject([{ employeeNumber: "000101" }]);
  });

  it("fills the four blanks", async () => {
    expect(figuresOn(await deps.members.all(), day)).toMatchObject({
      volunteers: 150,
      partyVolunteers: 134,
      partyMembers: 152,
      partyShare: { numerator: 134, denominator: 150, percentage: "89.3%" },
      partyMembersServing: { numerator: 134, denominator: 152, percentage: "88.2%" },
    });
  });

  it("differs in nothing when it comes again as .csv in GB18030", async () => {
    const { preview } = await bring("roster", "roster.csv");

    expect(preview.counts).toMatchObject({ unchanged: 260, joins: 0, changes: 0, transfers: 0, leaves: 0, bad: 0 });
  });

  it("has shifts that read alike from .csv and .xlsx", async () => {
    const first = await bring("shifts", "shifts.csv");
    const again = await bring("shifts", "shifts.xlsx");
    const { adds, bad } = first.preview.counts;
    const night = await deps.shifts.between(
      { from: "2026-09-12T18:00:00.000Z", to: "2026-09-12T19:00:00.000Z" },
      "Asia/Shanghai",
    );

    expect({ adds, bad }).toEqual({ adds: 1378, bad: 0 });
    expect(again.preview.counts).toMatchObject({ unchanged: 1378, adds: 0, changes: 0, removes: 0 });
    expect(night.length).toBeGreaterThan(0);
    expect(night.every((shift) => shift.startsAt === "2026-09-12T12:00:00.000Z")).toBe(true);
  });
});
