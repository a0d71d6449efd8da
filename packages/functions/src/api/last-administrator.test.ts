import { isLastingAdministrator } from "@yigong/core/member/administrator.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { csvFile } from "@yigong/testing/sample/roster-rows.ts";
import type { Actor, Answer } from "@yigong/testing/scenario/when.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const NOW = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: NOW });
const { clock, given, useCases, when } = alliance;
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const administrator = grant("administrator");
const LATER = "2027-01-01T00:00:00.000Z";
const revoke = (by: Actor, of: number) => when(by).delete(`/members/${id(of)}/roles?role=administrator`);
const leave = async (by: Actor, of: number, leftOn = "2026-09-01") => {
  const { version } = await useCases.members.get(id(of));
  return when(by).patch(`/members/${id(of)}`, { version, leftOn });
};
const lasting = async () =>
  (await useCases.members.withRole("administrator")).filter((one) => isLastingAdministrator(one, clock.at));

const WAYS: [string, () => Promise<Answer>][] = [
  ["gives the role up", () => revoke(1, 1)],
  ["leaves today", () => leave(1, 1)],
  ["leaves some day", () => leave(1, 1, "2030-12-31")],
];
const OTHERS: [string, object | undefined, number][] = [
  ["nobody else is", undefined, 409],
  ["the other's role ends", { roles: [{ ...administrator, until: LATER }] }, 409],
  ["the other's role begins later", { roles: [{ ...administrator, from: LATER }] }, 409],
  ["the other's role is over", { roles: [{ ...administrator, until: "2026-08-01T00:00:00.000Z" }] }, 409],
  ["the other will leave", { roles: [administrator], leftOn: "2030-12-31" }, 409],
  ["the other has left", { roles: [administrator], leftOn: "2026-08-01" }, 409],
  ["the other is a deputy", { roles: [{ ...administrator, until: LATER, deputyFor: id(1) }] }, 409],
  [
    "the other is it for one branch",
    { roles: [grant("administrator", { kind: "branch", unitId: "unit_00000000000000000000000001" })] },
    409,
  ],
  ["the other stays", { roles: [administrator] }, 200],
];

describe.each(WAYS)("an administrator who %s", (_, way) => {
  it.each(OTHERS)("when %s", async (_, other, status) => {
    await given.member(1, { roles: [administrator] });
    await given.member(2, other ?? {});
    const answer = await way();

    expect(answer.status).toBe(status);
    if (status === 409) expect(answer.body.code).toBe("member.last_administrator");
    expect((await lasting()).length).toBeGreaterThan(0);
  });
});

describe("the first administrator", () => {
  const become = (of: number, more: object = {}) =>
    when("setup").post(`/members/${id(of)}/roles`, { role: "administrator", scope: { kind: "all" }, ...more });

  it("is one from now on, without an end, and stays", async () => {
    await given.member(1);
    await given.member(2, { leftOn: "2026-12-31" });
    const answers = [await become(1, { until: LATER }), await become(1, { from: LATER }), await become(2)];
    const first = await become(1);

    expect(answers.map(({ body }) => body.code)).toEqual(Array(3).fill("member.last_administrator"));
    expect(first.status).toBe(200);
    expect((await become(2)).status).toBe(401);
  });

  it("is made anew when a role that ended long ago had locked everybody out", async () => {
    await given.member(1, { roles: [{ ...administrator, until: "2026-08-01T00:00:00.000Z" }] });

    expect((await become(1)).status).toBe(200);
  });
});

describe("at the same moment", () => {
  const RACES: [string, number, () => Promise<Answer>[]][] = [
    ["two take each other's role", 2, () => [revoke(1, 2), revoke(2, 1)]],
    ["two leave", 2, () => [leave(1, 1), leave(2, 2)]],
    ["one leaves, the other gives up", 2, () => [leave(1, 1), revoke(2, 2)]],
    ["three leave", 3, () => [leave(1, 1), leave(2, 2), leave(3, 3)]],
    ["three in a ring", 3, () => [revoke(1, 2), revoke(2, 3), revoke(3, 1)]],
  ];

  it.each(RACES)("%s: one administrator stays", async (_, count, race) => {
    for (let round = 0; round < 8; round++) {
      await alliance.clear();
      await given.members(
        ...[1, 2, 3].slice(0, count).map((number) => Sample.member(number, { roles: [administrator] })),
      );
      const answers = await Promise.all(race());
      const stay = await lasting();

      expect(stay.length).toBeGreaterThan(0);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(count - stay.length);
    }
  });
});

describe("an import", () => {
  const rows = (...people: string[][]) => [["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"], ...people];
  const person = (number: string, role = "") => [number, `员工${number}`, "群众", "", "市场部", "营业员", role];
  const preview = async (by: Actor, file: string[][]) => {
    const form = new FormData();
    form.set("kind", "roster");
    form.set("file", new File([Buffer.from(csvFile(file))], "表.csv"));
    return (await when(by).post("/imports", form)).body;
  };
  const bring = async (by: Actor, file: string[][]) => {
    const { id: batch } = await preview(by, file);
    return { batch, answer: await when(by).post(`/imports/${batch}/apply`) };
  };
  const numbered = async (number: string) => (await useCases.members.byEmployeeNumber(number))?.id ?? "";
  const BOTH = rows(person("001", "管理员"), person("002", "管理员"));

  it("makes no leaver of the one who stays when the other's role ends", async () => {
    await bring("setup", BOTH);
    const second = await useCases.members.get(await numbered("002"));
    const roles = second.roles.map((held) => ({ ...held, until: LATER }));
    await given.members({ ...second, roles, version: second.version + 1 });

    expect((await preview("employee:002", rows(person("002")))).counts).toMatchObject({ bad: 1 });
  });

  it("relies on an administrator who cannot leave before it counts", async () => {
    await bring("setup", BOTH);
    const { id: batch } = await preview("employee:002", rows(person("001"), person("002", "管理员")));
    const [first, second] = [await numbered("001"), await numbered("002")];
    const { version } = await useCases.members.get(second);
    await Promise.all([
      when("employee:001").post(`/imports/${batch}/apply`),
      when("employee:001").patch(`/members/${second}`, { version, leftOn: "2026-09-01" }),
    ]);

    expect((await lasting()).map((one) => one.id)).toHaveLength(1);
    expect([first, second]).toContain((await lasting())[0]?.id);
  });

  it("is not taken back when it made the only administrator who is left", async () => {
    await bring("setup", rows(person("001", "管理员")));
    const { batch } = await bring("employee:001", BOTH);
    const first = await numbered("001");
    await when("employee:002").delete(`/members/${first}/roles?role=administrator`);
    const undone = await when("employee:002").post(`/imports/${batch}/undo`);

    expect(undone).toMatchObject({ status: 409, body: { code: "member.last_administrator" } });
    expect(await lasting()).toHaveLength(1);
  });

  it("gives no role to who applies it", async () => {
    await bring("setup", BOTH);
    const own = await bring("employee:001", rows(person("001", "管理员、党委"), person("002", "管理员")));
    const other = await bring("employee:002", rows(person("001", "管理员、党委"), person("002", "管理员")));

    expect([own.answer.body.code, other.answer.status]).toEqual(["member.own_role", 200]);
  });
});
