import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCHES, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.units([...BRANCHES, ...TEAMS]);
  await given.members(1, "organizer", "alliance", "lead");
});

const policy = {
  title: "志愿者培训管理办法",
  effectiveOn: "2020-01-01",
  clauses: [
    { heading: "内培", text: "各团队每季度一次。" },
    { heading: "外培", text: "同等条件下志愿者优先。" },
  ],
};
const course = { title: "宽带装维", about: "入户装维规范。", kind: "internal", audience: "volunteers", teamId: TEAM };
const written = async () => (await when("alliance").post("/training-policies", policy)).body;
const following = (policyId: string, ...anchors: string[]) => ({
  ...course,
  clauses: anchors.map((anchor) => ({ policyId, anchor })),
});

describe("the training policy", () => {
  it("is issued by the alliance, read by everybody, and holds from its day on", async () => {
    const { id } = await written();
    const path = `/training-policies/${id}`;
    const next = { effectiveOn: "2099-01-01", clauses: [{ anchor: "c1", ...policy.clauses[0] }], version: 0 };
    const denied = await when("organizer").post(`${path}/versions`, next);
    const issued = await when("alliance").post(`${path}/versions`, next);
    const { body: list } = await when(1).get("/training-policies");

    expect([denied.status, issued.status]).toEqual([403, 200]);
    expect(list.items).toMatchObject([{ id, latest: { number: 2, effectiveOn: "2099-01-01" }, inForce: 1 }]);
    expect(list.items[0].clauses).toEqual([{ anchor: "c1", heading: "内培" }]);
  });

  it("says to the second of two who issue a version what the first one did", async () => {
    const { id } = await written();
    const path = `/training-policies/${id}/versions`;
    const clauses = [{ anchor: "c1", heading: "内培", text: "每月一次。" }];
    await when("alliance").post(path, { effectiveOn: "2021-01-01", clauses, version: 0 });
    const second = await when("alliance").post(path, { effectiveOn: "2021-02-01", clauses, version: 0 });

    expect(second.body).toMatchObject({ code: "edit.changed", current: { latest: { number: 2 } } });
  });

  it("lists the courses that follow it, and which of their clauses the latest version changes", async () => {
    const { id } = await written();
    await when("alliance").post("/courses", following(id, "c1", "c2"));
    const other = await when("alliance").post("/courses", { ...course, title: "与制度无关" });
    const clauses = [
      { anchor: "c1", ...policy.clauses[0] },
      { anchor: "c2", heading: "外培", text: "志愿者优先。" },
    ];
    await when("alliance").post(`/training-policies/${id}/versions`, {
      effectiveOn: "2021-01-01",
      clauses,
      version: 0,
    });
    const { body } = await when(1).get(`/training-policies/${id}`);

    expect(other.status).toBe(200);
    expect(body.courses).toMatchObject([{ title: "宽带装维", anchors: ["c1", "c2"], affected: ["c2"] }]);
  });

  it.each([
    ["without a clause", { ...policy, clauses: [] }, "input.invalid"],
    ["of a day that there is not", { ...policy, effectiveOn: "2021-02-30" }, "input.invalid"],
    [
      "that names an anchor by itself",
      { ...policy, clauses: [{ anchor: "c7", ...policy.clauses[0] }] },
      "policy.clause_unknown",
    ],
  ])("is refused %s", async (_, said, code) => {
    expect((await when("alliance").post("/training-policies", said)).body.code).toBe(code);
  });
});

describe("a course", () => {
  it("is added once with one key, said otherwise and ended by the lead of its team, and read by everybody", async () => {
    const { id: policyId } = await written();
    const key = { "idempotency-key": "course-one" };
    const { body: added } = await when("lead").post("/courses", following(policyId, "c2"), key);
    await when("lead").post("/courses", following(policyId, "c2"), key);
    const path = `/courses/${added.id}`;
    const changed = await when("lead").put(path, { ...course, title: "宽带装维（二期）", version: 0 });
    const stale = await when("alliance").put(path, { ...course, version: 0 });
    const ended = await when("lead").post(`${path}/end`, { reason: "改为线上", version: 1 });
    const again = await when("lead").put(path, { ...course, version: 2 });
    const { body: list } = await when(1).get("/courses");

    expect(added).toMatchObject({
      createdBy: memberIdOf("lead"),
      clauses: [{ heading: "外培", policyTitle: policy.title }],
    });
    expect([changed.body.title, changed.body.clauses]).toEqual(["宽带装维（二期）", []]);
    expect([stale.body.code, ended.body.ended.reason, again.body.code]).toEqual([
      "edit.changed",
      "改为线上",
      "course.ended",
    ]);
    expect(list.items).toHaveLength(1);
  });

  it("keeps a clause that a later version dropped, and takes no new link to it", async () => {
    const { id } = await written();
    const { body: added } = await when("alliance").post("/courses", following(id, "c2"));
    const clauses = [{ anchor: "c1", ...policy.clauses[0] }];
    await when("alliance").post(`/training-policies/${id}/versions`, {
      effectiveOn: "2021-01-01",
      clauses,
      version: 0,
    });
    const kept = await when("alliance").put(`/courses/${added.id}`, { ...following(id, "c1", "c2"), version: 0 });
    const refused = await when("alliance").post("/courses", following(id, "c2"));

    expect(kept.body.clauses).toEqual([
      { policyId: id, anchor: "c1", policyTitle: policy.title, ...policy.clauses[0] },
      { policyId: id, anchor: "c2", policyTitle: policy.title },
    ]);
    expect(refused.body.code).toBe("course.clause_unknown");
  });

  it.each([
    ["of another team, by a lead", "lead", { ...course, teamId: undefined }, "permission.denied"],
    ["by an organizer", "organizer", course, "permission.denied"],
    ["outward-bound without an aim", "alliance", { ...course, kind: "outward" }, "course.aims_missing"],
    ["of a team that there is not", "alliance", { ...course, teamId: `unit_${"9".repeat(26)}` }, "unit.missing"],
    ["of a kind that there is not", "alliance", { ...course, kind: "online" }, "input.invalid"],
    [
      "with a certificate for no month",
      "alliance",
      { ...course, certifies: { skill: "急救", months: 0 } },
      "input.invalid",
    ],
    [
      "by a policy that there is not",
      "alliance",
      { ...course, clauses: [{ policyId: "pol_x", anchor: "c1" }] },
      "policy.missing",
    ],
  ] as const)("is refused %s", async (_, who, said, code) => {
    expect((await when(who).post("/courses", said)).body.code).toBe(code);
  });
});
