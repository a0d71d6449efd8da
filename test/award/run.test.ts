import { afterEach, describe, expect, it } from "vitest";
import { JANUARY, memberId, numberOf, openScene, type Scene } from "./scene.ts";

let scene: Scene;
afterEach(() => scene.close());

const UNTIL = "2027-01-22T10:00:00.000Z";

async function opened(options: Parameters<typeof openScene>[0] = {}) {
  scene = await openScene(options);
  await scene.engine.advanceTo(JANUARY);
  return scene;
}
const refusal = (work: Promise<unknown>) => work.then(() => "taken").catch((error: { code: string }) => error.code);

describe("one year's awards, from freeze to certificates", () => {
  it("waits for two people and a week, then publishes, in eight transitions and one for each shard", async () => {
    await opened();
    const { line, computed, counts } = await scene.begin();
    const ranked = await scene.call<{ line: object[]; computed: { memberId: string }[]; counts: object }>(
      101,
      "GET",
      "/runs/1",
    );
    await scene.confirm();
    await scene.advanceTo("2027-01-22T09:59:00.000Z");
    const waiting = await scene.run();
    await scene.advanceTo("2027-01-22T11:00:00.000Z");

    expect([line[0], computed, counts]).toEqual([{ stage: "Freeze", state: "current" }, undefined, undefined]);
    expect(ranked.computed.map(({ memberId: id }) => numberOf(id))).toEqual([1, 2, 3, 4, 6]);
    expect(ranked.counts).toEqual({ vetoed: 5, preferred: 4, belowFloor: 1, candidates: 7 });
    expect(waiting).toMatchObject({ status: "noticed", plan: { Notice: [UNTIL] } });
    expect(await scene.run()).toMatchObject({
      status: "done",
      certificates: ["2026-0001", "2026-0002", "2026-0003", "2026-0004", "2026-0005"],
    });
    expect(await scene.history()).toMatchObject({
      status: "SUCCEEDED",
      path: ["Begin", "Freeze", "Count", "CountShard", "Rank", "Committee", "Notice", "Publish", "Done"],
    });
    expect(scene.problems).toEqual([]);
  });

  it("shows a notice before and a list after, once each, and tells each person what concerns them", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    await scene.advanceTo("2027-01-23T00:00:00.000Z");

    expect(scene.board.map(({ key, title }) => `${key} ${title}`)).toEqual([
      "award-2026-1-proposed 2026年度优秀志愿者公示",
      "award-2026-1-published 2026年度优秀志愿者名单",
    ]);
    expect(scene.board[0]?.paragraphs.join("\n")).toContain("1. 成员1：6.50分\n2. 成员2：6.00分");
    expect(scene.told.filter((each) => !each.includes("请确认")).sort()).toEqual(
      [
        ...[8, 9, 101, 102, 103].map((number) => `${number} 2026年度积分为零`),
        ...[1, 2, 3, 4].map((number) => `${number} 您2026年度评优优先`),
        "7 您2026年度未达保底积分",
        ...[1, 2, 3, 4, 6].map((number) => `${number} 祝贺您获评2026年度优秀志愿者`),
      ].sort(),
    );
  });

  it("gives the places as the committee has them, with the reason for each that is another", async () => {
    await opened();
    await scene.begin();
    const reason = "本年度有违规记录，经党委会议决定不予表彰。";
    const { decision } = await scene.confirm(1, [{ out: memberId(3), in: memberId(7), reason }]);
    await scene.advanceTo("2027-01-23T00:00:00.000Z");

    expect(decision?.honours[2]).toMatchObject({
      place: 3,
      memberId: memberId(7),
      instead: { memberId: memberId(3), reason },
    });
    expect((await scene.certificates()).map(({ holder }) => holder)).toContainEqual({
      kind: "named",
      memberId: memberId(7),
      name: "成员7",
    });
  });

  it.each([
    ["nobody who has a place", { out: memberId(7), in: memberId(8) }, "award.not_placed"],
    ["somebody without points", { out: memberId(1), in: memberId(8) }, "award.not_candidate"],
    ["somebody who is no volunteer", { out: memberId(1), in: memberId(9) }, "award.not_candidate"],
    ["somebody who has a place", { out: memberId(1), in: memberId(2) }, "award.placed_already"],
  ])("cannot replace %s", async (_, change, code) => {
    await opened();
    await scene.begin();
    const reason = "理由写在这里，至少十个字。";

    expect(
      await refusal(scene.call(101, "POST", "/runs/1/confirmation", { replacements: [{ ...change, reason }] })),
    ).toBe(code);
  });

  it("is confirmed by two people who say the same, and by nobody who is concerned", async () => {
    await opened();
    const roles = [{ role: "committee" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" }];
    await scene.useCases.members.change(memberId(1), (member) => ({ to: { ...member, roles }, at: scene.now() }));
    await scene.begin();
    const replacements = [{ out: memberId(2), in: memberId(7), reason: "理由写在这里，至少十个字。" }];
    const say = (by: number, said: object[] = []) =>
      refusal(scene.call(by, "POST", "/runs/1/confirmation", { replacements: said }));
    const answers = [
      await say(1),
      await say(101),
      await say(101),
      await say(102, replacements),
      await say(102, replacements),
    ];

    expect(answers).toEqual(["award.own_case", "taken", "award.needs_another", "taken", "award.needs_another"]);
    expect(await scene.run()).toMatchObject({ status: "deciding", proposal: { by: memberId(102) } });
    expect(await say(101, replacements)).toBe("taken");
    expect(await scene.run()).toMatchObject({ status: "noticed", decision: { by: [memberId(102), memberId(101)] } });
  });

  it("is nobody's to run or to read but the committee's and those who read everything", async () => {
    await opened();
    await scene.begin();

    expect(
      await Promise.all([
        refusal(scene.call(2, "POST", "/runs", { reason: "我想看看结果如何，谢谢。" })),
        refusal(scene.call(2, "GET", "/runs/1/standings")),
        refusal(scene.call(2, "GET", `/runs/1/standings/${memberId(1)}`)),
        refusal(scene.call(2, "GET", "/runs/1/standings/me")),
        refusal(scene.call(2, "GET", "/runs/1/standings.jsonl")),
      ]),
    ).toEqual(["permission.denied", "permission.denied", "permission.denied", "award.not_shown", "permission.denied"]);
  });
});

describe("objections", () => {
  const object = (by: number) =>
    scene.call<{ id: string }>(by, "POST", "/runs/1/objections", { text: "我的积分少算了一次。" });
  const decide = (by: number, id: string, upheld: boolean) =>
    scene.call(by, "POST", `/runs/1/objections/${id}/decision`, { upheld, reason: "核对签到记录后决定。" });

  it("hold the publication until each is decided, however long that takes", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    const { id } = await object(5);
    expect(await refusal(object(5))).toBe("award.objected_already");
    await scene.advanceTo("2027-03-10T00:00:00.000Z");
    const held = await scene.run();
    await decide(103, id, false);

    expect(held).toMatchObject({ status: "noticed", objections: { open: [id] } });
    expect(await scene.run()).toMatchObject({ status: "done" });
    expect((await scene.history()).path.length).toBeLessThanOrEqual(13);
    expect(scene.told).toContain("5 您对2026年度公示的异议未采纳");
  });

  it("are taken until the very end of the window and not after", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    await scene.engine.advanceTo("2027-01-22T09:59:59.999Z");
    const last = await refusal(object(5));
    await scene.engine.advanceTo(UNTIL);

    expect([last, await refusal(object(7))]).toEqual(["taken", "award.not_noticed"]);
  });

  it("are decided by nobody who is concerned, and once", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    const { id } = await object(103);
    const answers = [
      await refusal(decide(103, id, true)),
      await refusal(decide(101, id, false)),
      await refusal(decide(102, id, true)),
    ];

    expect(answers).toEqual(["award.own_case", "taken", "award.objection_decided"]);
  });

  it("that are upheld withdraw the run, and the next one shows who moved and why", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    const { id } = await object(7);
    const entry = await scene.post(7, { activity: 2, attendances: 4 }, true);
    await decide(103, id, true);
    const changes = await scene.call<{ items: { memberId: string; own: boolean; entries: string[] }[] }>(
      101,
      "GET",
      "/runs/2/changes",
    );
    await scene.confirm(2);
    await scene.advanceTo("2027-01-25T00:00:00.000Z");

    expect(await scene.run(1)).toMatchObject({ status: "withdrawn" });
    expect((await scene.history(1)).path.at(-1)).toBe("Withdrawn");
    expect(await scene.run(2)).toMatchObject({ status: "done", cause: { kind: "objection" } });
    expect(changes.items.find(({ memberId: one }) => one === memberId(7))).toMatchObject({
      own: true,
      entries: [entry],
    });
    expect(changes.items.filter(({ own }) => own)).toHaveLength(1);
    expect((await scene.certificates()).map(({ runId }) => runId)).toEqual(Array(5).fill("award-2026-2"));
  });
});

describe("a correction after publication", () => {
  it("makes run 2, which keeps the draw, the certificates of who stays, and takes those of who goes", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    await scene.advanceTo("2027-01-25T00:00:00.000Z");
    const before = await scene.certificates();
    await scene.job();
    const quiet = await scene.useCases.awards.year(2026);
    await scene.post(1, { attendances: -6, halfDays: -2 }, true);
    await scene.job();
    const [one, two] = [await scene.run(1), await scene.run(2)];
    await scene.confirm(2);
    await scene.advanceTo("2027-02-05T00:00:00.000Z");
    const after = await scene.certificates();

    expect(quiet.latest).toBe(1);
    expect([one, two]).toMatchObject([{ status: "done" }, { cause: { kind: "correction" } }]);
    expect("manifest" in two && "manifest" in one && two.manifest.draw).toEqual("manifest" in one && one.manifest.draw);
    expect(after.map(({ status }) => status)).toEqual(["revoked", "issued", "issued", "issued", "issued", "issued"]);
    expect(after.slice(1, 5)).toEqual(before.slice(1, 5));
  });

  it("is not begun by hand while nothing was corrected", async () => {
    await opened();
    await scene.begin();
    const twice = await refusal(scene.begin());
    await scene.confirm();
    await scene.advanceTo("2027-01-25T00:00:00.000Z");

    expect([twice, await refusal(scene.begin())]).toEqual(["award.running", "award.unchanged"]);
  });

  it("marks a run that is under way, which can then be withdrawn", async () => {
    await opened();
    await scene.begin();
    await scene.post(7, { activity: 3, attendances: 1 }, true);
    await scene.job();
    const marked = await scene.run(1);
    await scene.call(101, "POST", "/runs/1/withdrawal", { reason: "积分有更正，重新计算后再确认。" });

    expect(marked.staleAt).toBeDefined();
    expect([await scene.run(1), await scene.run(2)]).toMatchObject([{ status: "withdrawn" }, { status: "deciding" }]);
  });
});

describe("a run whose year moved after the freeze", () => {
  const keep = (who: number) =>
    scene.call(who, "POST", "/runs/1/continuation", { reason: "更正只涉及一人，下次计算时一并计入。" });

  it("asks before it is confirmed: nothing is decided until it is withdrawn or kept, and both bodies are told once", async () => {
    await opened();
    await scene.begin();
    await scene.post(7, { activity: 3, attendances: 1 }, true);
    const refused = await refusal(scene.confirm());
    const stale = (await scene.run(1)).staleAt;
    await keep(101);
    await scene.confirm();

    expect([refused, typeof stale]).toEqual(["award.stale", "string"]);
    expect(await scene.run(1)).toMatchObject({ status: "noticed", kept: { by: memberId(101) } });
    expect(scene.told.filter((each) => each.includes("冻结后有变动"))).toHaveLength(3);
  });

  it("asks before it is published, and again when more was posted than was left to the next run", async () => {
    await opened();
    await scene.begin();
    await scene.confirm();
    await scene.post(7, { activity: 3, attendances: 1 }, true);
    await scene.advanceTo("2027-01-23T00:00:00.000Z");
    const first = (await scene.run(1)).status;
    await scene.post(6, { activity: 3, attendances: 1 }, true);
    await keep(102);
    await scene.advanceTo("2027-01-24T00:00:00.000Z");

    expect(first).toBe("noticed");
    expect(await scene.run(1)).toMatchObject({ status: "done", kept: { by: memberId(102) } });
    expect((await scene.history()).status).toBe("SUCCEEDED");
  });

  it("is as it was when the correction was taken back, and is not kept while nothing moved", async () => {
    await opened();
    await scene.begin();
    await scene.post(7, { activity: 3, attendances: 1 }, true);
    await scene.job();
    await scene.post(7, { activity: 3, attendances: -1 }, true);
    const unmoved = await refusal(keep(101));
    await scene.confirm();

    expect(unmoved).toBe("award.not_stale");
    expect(await scene.run(1)).toMatchObject({ status: "noticed" });
    expect((await scene.run(1)).staleAt).toBeUndefined();
  });

  it("is not kept by somebody who has a place in it", async () => {
    await opened();
    await scene.begin();
    await scene.post(7, { activity: 3, attendances: 1 }, true);
    const roles = [{ role: "committee" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" }];
    await scene.useCases.members.change(memberId(1), (member) => ({ to: { ...member, roles }, at: scene.now() }));

    expect(await refusal(keep(1))).toBe("award.own_case");
  });
});

describe("a winner whose name no certificate can print", () => {
  const rename = (name: string) =>
    scene.useCases.members.change(memberId(2), (member) => ({ to: { ...member, name }, at: scene.now() }));

  it("is told of before the committee confirms, holds up nobody else, and gets the certificate with another spelling", async () => {
    await opened();
    await rename("王𠮷");
    await scene.begin();
    const { unprintable } = await scene.call<{ unprintable: object[] }>(101, "GET", "/runs/1");
    const told = scene.told.filter((each) => each.includes("印不出来"));
    await scene.confirm();
    await scene.advanceTo("2027-01-23T00:00:00.000Z");
    const published = await scene.run(1);
    await rename("王吉");
    await scene.call(101, "POST", "/runs/1/certificates");
    await scene.call(101, "POST", "/runs/1/certificates");

    expect(unprintable).toMatchObject([{ memberId: memberId(2), name: "王𠮷", characters: ["𠮷"] }]);
    expect(told).toEqual(expect.arrayContaining(["101 王𠮷的证书印不出来"]));
    expect(published).toMatchObject({
      status: "done",
      certificates: ["2026-0001", "2026-0002", "2026-0003", "2026-0004"],
    });
    expect(scene.told).toContain("2 祝贺您获评2026年度优秀志愿者，证书随后补发");
    expect(await scene.run(1)).toMatchObject({
      certificates: ["2026-0001", "2026-0005", "2026-0002", "2026-0003", "2026-0004"],
    });
    expect(scene.told.filter((each) => each.includes("已补发"))).toEqual(["2 您的2026年度优秀志愿者证书已补发"]);
  });
});
