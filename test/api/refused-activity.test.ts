import { POSTS, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { type TestAlliance, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let alliance: TestAlliance;
beforeAll(async () => {
  alliance = await testAlliance();
  await alliance.given.members("alliance", "admin");
  await alliance.given.units([...POSTS, ...TEAMS]);
});
afterAll(() => alliance.close());

const [post] = POSTS;
const session = {
  startsAt: "2026-10-10T01:00:00.000Z",
  endsAt: "2026-10-10T05:00:00.000Z",
  positions: [{ name: "引导", headCount: 2 }],
};
const sound = {
  ...{ title: "净滩行", description: "清理海滩", place: "海陵", risks: "注意防晒" },
  ...{ origin: "alliance", scope: "general", beneficiary: "society" },
  servedParty: { kind: "none", reason: "面向不特定居民" },
  recruitUntil: "2026-10-01T10:00:00.000Z",
  sessions: [session],
};
const audience = (over: object) => ({ audience: { branchIds: [], teamIds: [], ...over } });
const start = (over: object) => alliance.when("alliance").post("/activities", { ...sound, ...over });
const listed = async () => (await alliance.when("admin").get("/activities?limit=100")).body.items.length;

describe("an activity that makes no sense", () => {
  it("is taken when it does", async () => {
    expect(await start(audience({ teamIds: [TEAM] }))).toMatchObject({ status: 200 });
  });

  it.each([
    ["of the year 9999", { sessions: [{ ...session, endsAt: "9999-12-31T23:59:59.999Z" }] }, 400, "input.invalid"],
    ["of the year 2200", { recruitUntil: "2200-01-01T00:00:00.000Z" }, 400, "input.invalid"],
    ["of the year 0", { recruitUntil: "0000-01-01T00:00:00.000Z" }, 400, "input.invalid"],
    ["that ends before it begins", { sessions: [{ ...session, endsAt: "2026-10-10T00:00:00.000Z" }] }, 400, undefined],
    ["with half a character", { title: "净滩\ud842" }, 400, "input.invalid"],
    ["with a NUL", { place: "海陵\u0000" }, 400, "input.invalid"],
    ["with text turned around", { description: "清理\u202e海滩" }, 400, "input.invalid"],
    ["with a control character", { risks: "注意\u0007" }, 400, "input.invalid"],
    ["with a misspelt field", { titel: "净滩行" }, 400, "input.invalid"],
    ["with a misspelt field inside", { sessions: [{ ...session, headcount: 3 }] }, 400, "input.invalid"],
    ["for a team that there is not", audience({ teamIds: [`unit_${"z".repeat(26)}`] }), 404, "unit.missing"],
    ["for a branch that there is not", audience({ branchIds: [`unit_${"z".repeat(26)}`] }), 404, "unit.missing"],
    ["for a post in the place of a team", audience({ teamIds: [post?.id] }), 400, "unit.wrong_kind"],
    ["for a team in the place of a branch", audience({ branchIds: [TEAM] }), 400, "unit.wrong_kind"],
  ])("is refused and not stored: %s", async (_, over, status, code) => {
    const before = await listed();
    const answer = await start(over);

    expect([answer.status, code ?? answer.body.code]).toEqual([status, answer.body.code]);
    expect(await listed()).toBe(before);
  });

  it.each([
    ["?from=2026-10-02T00:00:00.000Z&to=2026-10-01T00:00:00.000Z"],
    ["?from=9999-12-31T00:00:00.000Z"],
    ["?statsu=recruiting"],
    ["?cursor=%FF%FE"],
    [`?cursor=${"x".repeat(5_000)}`],
    [`/act_${"0".repeat(3_000)}`],
    ["/%00"],
    ["/%F0%9F"],
  ])("is not asked for by what means nothing: %s", async (path) => {
    expect(await alliance.when("admin").get(`/activities${path}`)).toMatchObject({
      status: 400,
      body: { code: "input.invalid" },
    });
  });

  it("keeps rare characters, emoji and lines as they were written", async () => {
    const title = "王𠮷的净滩行 👨‍👩‍👧";
    const { body } = await start({ title, description: "一\r\n二\t三" });

    expect((await alliance.when("admin").get(`/activities/${body.id}`)).body).toMatchObject({ title });
  });
});
