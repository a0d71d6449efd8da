import { grant } from "@yigong/testing/sample/members.ts";
import type { Actor } from "@yigong/testing/scenario/when.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: "2026-09-01T01:00:00.000Z" });
const { given, useCases, when } = alliance;
/** Sets up until the roster has an administrator. */
let admin: Actor = "setup";

describe("the routes of members and units", () => {
  const unit: Record<string, string> = {};
  const member: Record<string, string> = {};
  const put = async (path: string, body: object) => (await when(admin).post(path, body)).body.id as string;
  const hire = (employeeNumber: string, name: string, more: object = {}) =>
    put("/members", {
      employeeNumber,
      name,
      politicalStatus: "masses",
      departmentId: unit.department,
      postId: unit.post,
      ...more,
    });

  beforeAll(async () => {
    for (const [kind, name] of [
      ["branch", "一支部"],
      ["branch", "二支部"],
      ["department", "市场部"],
      ["post", "营业员"],
      ["team", "爱心奉献"],
    ] as const)
      unit[name === "二支部" ? "other" : kind] = await put("/units", { kind, name });
    const party = {
      politicalStatus: "partyMember",
      branchId: unit.branch,
      volunteerSince: "2010-03-01",
      mobile: "13812345678",
      email: "a@b.cn",
    };
    member.anna = await hire("0007", "安一一", party);
    member.ben = await hire("0008", "白二二", { teamIds: [unit.team] });
    member.carl = await hire("0009", "陈三三", { ...party, branchId: unit.other });
  });
  afterAll(() => alliance.close());
  /** Somebody of those above. */
  const by = (name: string) => when(member[name] as `mem_${string}`);
  /** What Ben does as the secretary of a branch, which he is no longer then. */
  const bySecretary = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    const ben = await useCases.members.get(member.ben ?? "");
    const scope = { kind: "branch", unitId: unit.branch ?? "" } as const;
    await given.members({ ...ben, roles: [grant("branchSecretary", scope)] });
    const result = await run();
    await given.members(ben);
    return result;
  };

  it("show names, mask phone numbers and keep mail addresses and pseudonyms back", async () => {
    const { body } = await when(admin).get(`/members/${member.anna}`);

    expect(body).toMatchObject({
      name: "安一一",
      employeeNumber: "0007",
      mobile: "138****5678",
      branchId: unit.branch,
      politicalStatus: "partyMember",
    });
    expect(Object.keys(body)).not.toContain("email");
    expect(Object.keys(body)).not.toContain("pseudonym");
  });

  it("give the contact to those who may ask, and record who asked", async () => {
    const [told, refused] = await bySecretary(async () => [
      await by("ben").get(`/members/${member.anna}/contact`),
      await by("ben").get(`/members/${member.carl}/contact`),
    ]);
    const { items } = await useCases.audits.about(member.anna ?? "", { limit: 1 });

    expect(told).toEqual({ status: 200, body: { mobile: "13812345678", email: "a@b.cn" } });
    expect(refused).toMatchObject({ status: 403, body: { code: "permission.denied" } });
    expect(items).toMatchObject([{ action: "member.readContact", actorId: member.ben, role: "branchSecretary" }]);
  });

  it.each([
    ["branch", () => `branch=${unit.branch}`, ["安一一"]],
    ["team", () => `team=${unit.team}`, ["白二二"]],
    ["status", () => "status=partyMember", ["安一一", "陈三三"]],
    ["beginning of a name", () => `q=${encodeURIComponent("陈三")}`, ["陈三三"]],
    ["beginning of an employee number", () => "q=000", ["安一一", "白二二", "陈三三"]],
    ["being a volunteer", () => "volunteers=false", ["白二二"]],
  ])("list members by %s", async (_, query, names) => {
    const { body } = await when(admin).get(`/members?${query()}`);

    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it("let a secretary list the branch, and nobody without a role the roster", async () => {
    const list = async (branch: string | undefined) => (await by("ben").get(`/members?branch=${branch}`)).status;

    expect(await bySecretary(() => Promise.all([list(unit.branch), list(unit.other)]))).toEqual([200, 403]);
    expect((await by("ben").get("/members")).status).toBe(403);
    expect((await by("ben").get("/members/me")).body.name).toBe("白二二");
  });

  it.each([
    ["an unknown member", "GET", () => `/members/mem_${"0".repeat(26)}`, undefined, 404, "member.missing"],
    ["an id that is none", "GET", () => "/members/anna", undefined, 400, "input.invalid"],
    [
      "a taken employee number",
      "POST",
      () => "/members",
      () => ({
        employeeNumber: "0007",
        name: "x",
        politicalStatus: "masses",
        departmentId: unit.department,
        postId: unit.post,
      }),
      409,
      "member.number_taken",
    ],
    [
      "a post that is a branch",
      "PATCH",
      () => `/members/${member.ben}`,
      () => ({ version: 0, affiliation: { postId: unit.branch } }),
      400,
      "unit.wrong_kind",
    ],
    [
      "a stale version",
      "PATCH",
      () => `/members/${member.ben}`,
      () => ({ version: 7, name: "x" }),
      409,
      "edit.changed",
    ],
    ["a unit in use", "DELETE", () => `/units/${unit.post}`, undefined, 409, "unit.in_use"],
    ["a taken unit name", "POST", () => "/units", () => ({ kind: "branch", name: "一支部" }), 409, "unit.name_taken"],
    [
      "a team scope that is a branch",
      "POST",
      () => `/members/${member.ben}/roles`,
      () => ({ role: "teamLead", scope: { kind: "team", unitId: unit.branch } }),
      400,
      "member.scope_mismatch",
    ],
  ])("refuse %s", async (_, method, path, body, status, code) => {
    expect(await when(admin).send(method, path(), body?.())).toMatchObject({ status, body: { code } });
  });

  it("accept the service code once for oneself", async () => {
    const anna = by("anna");
    const accept = () => anna.post("/members/me/acceptance", { version: 1 });

    expect((await accept()).body.acceptedCode).toMatchObject({ version: 1 });
    expect(await accept()).toMatchObject({ status: 409, body: { code: "member.accepted_already" } });
  });

  it("give roles, let holders name deputies, and end both together; the last administrator stays", async () => {
    const scope = { kind: "branch", unitId: unit.branch };
    const period = { from: "2026-09-02T00:00:00.000Z", until: "2026-09-09T00:00:00.000Z" };
    const deputize = (who = "anna") =>
      by(who).post(`/members/${member.anna}/deputies`, {
        deputyId: member.carl,
        role: "branchSecretary",
        scope,
        ...period,
      });
    const early = await deputize();
    await when(admin).post(`/members/${member.anna}/roles`, { role: "branchSecretary", scope });
    const stranger = await deputize("ben");
    const named = await deputize();
    const taken = await when(admin).delete(
      `/members/${member.anna}/roles?role=branchSecretary&scope=branch&unitId=${unit.branch}`,
    );
    await when(admin).post(`/members/${member.anna}/roles`, { role: "administrator", scope: { kind: "all" } });
    admin = `mem_${member.anna?.slice("mem_".length)}`;
    const last = await when(admin).delete(`/members/${member.anna}/roles?role=administrator`);
    const carl = await useCases.members.get(member.carl ?? "");

    expect(early).toMatchObject({ status: 409, body: { code: "member.role_not_held" } });
    expect(stranger.status).toBe(403);
    expect(named.status).toBe(200);
    expect(taken.body.roles).toEqual([]);
    expect(carl.roles).toMatchObject([{ deputyFor: member.anna, until: "2026-09-01T01:00:00.000Z" }]);
    expect(last).toMatchObject({ status: 409, body: { code: "member.last_administrator" } });
  });

  it("count the alliance, with shares", async () => {
    const { body } = await by("ben").get("/organization/figures");

    expect(body).toMatchObject({
      volunteers: 2,
      partyMembers: 2,
      partyShare: { numerator: 2, denominator: 2, percentage: "100.0%" },
    });
  });

  it("let administrators alone change settings and units", async () => {
    const ben = by("ben");

    expect((await ben.get("/organization")).body.foundingYear).toBe(2010);
    expect((await ben.patch("/organization", { version: 0, name: "x" })).status).toBe(403);
    expect((await when(admin).patch("/organization", { version: 0, name: "新名" })).body).toMatchObject({
      name: "新名",
      version: 1,
    });
    expect((await when(admin).patch(`/units/${unit.post}`, { version: 0, headId: member.anna })).body.headId).toBe(
      member.anna,
    );
    expect((await ben.post("/units", { kind: "team", name: "x" })).status).toBe(403);
  });
});
