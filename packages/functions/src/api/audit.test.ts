import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { WORDS } from "@yigong/core/language/index.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { csvFile } from "@yigong/testing/sample/roster-rows.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readerOf } from "../composition/reader.ts";
import { auditViews } from "./audit.view.ts";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());

const activityId = Sample.activityId(1);
const actions = async (who: Parameters<typeof when>[0], query = "") => {
  const { body } = await when(who).get(`/audit?${query}`);
  return body.items?.map(({ action }: { action: string }) => action) ?? body.code;
};

beforeEach(async () => {
  await alliance.clear();
  await given.members(1, "organizer", "alliance", "admin", "auditor");
  await given.activity({ id: activityId });
  await when("admin").get(`/members/${memberIdOf(1)}/contact`);
  alliance.clock.at = "2027-01-01T00:00:00.000Z";
  await when("organizer").post(`/activities/${activityId}/cancel`, { reason: "暴雨" });
});

describe("the audit of everything", () => {
  it("is newest first, with names and words, for who audits", async () => {
    const { body } = await when("auditor").get("/audit");

    expect(body.items).toMatchObject([
      { action: "activity.cancel", actionText: "取消活动", actorName: "organizer", subjectName: "社区便民服务" },
      { action: "member.readContact", actorName: "admin", subjectId: memberIdOf(1), subjectName: expect.any(String) },
    ]);
    expect(await actions("admin")).toBe("permission.denied");
  });

  it("calls an import by its file, and what is no person by a word", async () => {
    const file = new FormData();
    file.append("kind", "roster");
    const rows = [
      ["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"],
      ["001", "甲", "党员", "一支部", "市场部", "营业员", "管理员"],
    ];
    file.append("file", new File([Buffer.from(csvFile(rows))], "九月名册.csv"));
    const { id } = (await when("admin").post("/imports", file)).body;
    const entry = { id: "aud_1", at: alliance.clock.at, subjectId: id, action: "roster.apply", actorId: "setup" };
    const deps = { members: alliance.useCases.members, reader: readerOf(alliance.useCases) };
    const [shown] = await auditViews(deps, [entry], "zh-CN");

    expect(shown).toMatchObject({ actorName: "初始设置", subjectName: "九月名册.csv" });
  });

  it("is filtered by who did what, about whom and when", async () => {
    expect(await actions("auditor", `actorId=${memberIdOf("admin")}`)).toEqual(["member.readContact"]);
    expect(await actions("auditor", `subjectId=${activityId}`)).toEqual(["activity.cancel"]);
    expect(await actions("auditor", "action=activity.cancel")).toEqual(["activity.cancel"]);
    expect(await actions("auditor", "from=2027-01-01T00:00:00.000Z")).toEqual(["activity.cancel"]);
    expect(await actions("auditor", "to=2027-01-01T00:00:00.000Z")).toEqual(["member.readContact"]);
  });

  it("is whole over its pages, and refuses a cursor that it did not give", async () => {
    const { body } = await when("auditor").get("/audit?limit=1");

    expect(await actions("auditor", `limit=1&cursor=${body.cursor}`)).toEqual(["member.readContact"]);
    expect(await actions("auditor", "cursor=nonsense")).toBe("page.bad_cursor");
  });

  it("has words for every action that the code records", () => {
    const root = fileURLToPath(new URL("../../../", import.meta.url));
    const files = globSync("{core,application,functions}/src/**/*.ts", { cwd: root }).filter(
      // A timeline tells of more than the audit records, in words of its own.
      (file) => !/\.(test|builder|fixture)\.ts$|timeline-people/.test(file),
    );
    const found = files.flatMap((file) =>
      [...readFileSync(`${root}${file}`, "utf8").matchAll(/action: "([a-z][A-Za-z]*\.[a-z][A-Za-z]*)"/g)].map(
        ([, one]) => one,
      ),
    );

    expect(found.length).toBeGreaterThan(40);
    expect(found.filter((action) => !Object.hasOwn(WORDS["zh-CN"], `audit.action.${action}`))).toEqual([]);
  });
});
