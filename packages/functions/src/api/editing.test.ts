import * as Sample from "@yigong/core/participation/participation.builder.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { standing } from "@yigong/testing/sample/standing.ts";
import { BRANCH_A, BRANCHES } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, useCases, when } = alliance;
afterAll(() => alliance.close());

const activityId = Sample.activityId(1);
const OWN = Sample.activityId(2);

beforeEach(async () => {
  await alliance.clear();
  await given.units(BRANCHES);
  await given.members(1, "organizer", "alliance", "admin");
  await given.activity({ id: activityId, organizerId: memberIdOf("organizer") });
});

/** What two people edit at once, with what each says; the second one read what the first one read. */
const EDITS = [
  ["/organization", "patch", "admin", { name: "甲" }, { name: "乙" }, ["name"]],
  [`/members/${memberIdOf(1)}`, "patch", "admin", { name: "甲" }, { name: "乙", skills: ["手语"] }, ["name", "skills"]],
  [`/units/${BRANCH_A}`, "patch", "admin", { name: "甲支部" }, { name: "乙支部" }, ["name"]],
  [`/activities/${activityId}/archive`, "put", "organizer", { summary: "甲" }, { summary: "乙" }, ["summary"]],
] as const;

const versionOf = async (path: string, who: "admin" | "organizer"): Promise<number> => {
  const { body } = await when(who).get(path);
  return (body.archive ?? body).version ?? 0;
};

describe("two people who edit the same", () => {
  it.each(EDITS)("are both told at %s", async (path, method, who, mine, theirs, fields) => {
    const version = await versionOf(path, who);
    const saved = await when(who)[method](path, { ...mine, version });
    const { status, body } = await when(who)[method](path, { ...theirs, version });
    const { body: now } = await when(who).get(path);

    expect(saved.status).toBe(200);
    expect([status, body.code]).toEqual([409, "edit.changed"]);
    expect(body.current).toEqual(now);
    expect(body.changed.map(({ field }: { field: string }) => field)).toEqual(fields);
    expect(body.changed.every(({ name }: { name: string }) => /\p{Script=Han}/u.test(name))).toBe(true);
  });

  it.each(EDITS)("save at %s what they compared", async (path, method, who, mine, theirs) => {
    const version = await versionOf(path, who);
    await when(who)[method](path, { ...mine, version });
    const { body } = await when(who)[method](path, { ...theirs, version });
    const { status } = await when(who)[method](path, {
      ...theirs,
      version: (body.current.archive ?? body.current).version,
    });

    expect(status).toBe(200);
  });
});

describe("a proposal that is sent again", () => {
  const wishes = { guidance: true };
  const path = `/activities/${OWN}/proposal`;
  const titles = async (who: Parameters<typeof when>[0], query = "") =>
    (await when(who).get(`/proposals${query}`)).body.items.map(({ title }: { title: string }) => title);
  beforeEach(async () => {
    const activity = Sample.activity({ id: OWN, title: "夜跑护航", origin: "self", organizerId: memberIdOf(1) });
    const base = { activityId: OWN, proposerId: memberIdOf(1), submittedAt: Sample.RECRUITING, wishes, version: 0 };
    const returns = [{ by: memberIdOf("alliance"), at: Sample.RECRUITING, reason: "写细一点" }];
    await useCases.lifecycles.found({
      activity,
      lifecycle: standing("Propose", activity.id),
      proposal: Proposal.Info.parse({ ...base, state: "returned", plan: "先", returns }),
      effects: [],
      audit: [],
    });
  });

  it("keeps what was sent before, and refuses what was written on an older one", async () => {
    const sent = await when(1).put(path, { plan: "后", wishes, version: 0 });
    const stale = await when(1).put(path, { plan: "再", wishes, version: 0 });

    expect(sent.body).toMatchObject({ plan: "后", earlier: [{ plan: "先", submittedAt: Sample.RECRUITING }] });
    expect(stale.body).toMatchObject({
      code: "edit.changed",
      current: { plan: "后" },
      changed: [{ field: "plan", name: expect.any(String) }],
    });
  });

  it("is listed by state with who proposed it, to who decides and to its proposer alone", async () => {
    const { body } = await when("alliance").get("/proposals?state=returned");

    expect(body.items).toMatchObject([
      { title: "夜跑护航", proposer: { name: "成员1", employeeNumber: expect.any(String) }, proposal: { wishes } },
    ]);
    expect([await titles("alliance", "?state=submitted"), await titles("organizer"), await titles(1)]).toEqual([
      [],
      [],
      ["夜跑护航"],
    ]);
  });
});
