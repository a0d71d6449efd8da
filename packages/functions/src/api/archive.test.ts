import { Material } from "@yigong/core/archive/index.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { BRANCH_A, TEAM } from "@yigong/testing/sample/units.ts";
import { archiving, NOW, VOLUNTEER } from "@yigong/testing/scenario/archiving.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const summary = "为社区三十户老人检修宽带并讲解反诈知识，效果良好";

const alliance = await testAlliance({ startAt: NOW });
const { useCases, when } = alliance;
const { decisions, people, start } = archiving(alliance);
beforeAll(people);
afterAll(() => alliance.close());

async function addReady(activityId: string) {
  const { materials, newId } = useCases;
  const said = { name: "签到表.pdf", contentType: "application/pdf" as const, bytes: 10 };
  const { id } = await materials.add(
    Material.announce(said, { id: Material.Id.parse(newId("mat")), activityId, at: NOW, by: memberIdOf("organizer") }),
  );
  await materials.change(activityId, id, NOW, (held) => Material.arrive(held, NOW));
  const served = { kind: "document" as const, key: "serving/a/b/document.pdf", bytes: 10 };
  await materials.change(activityId, id, NOW, (held) => ({ item: Material.settle(held, served, NOW) }));
  return id;
}
async function complete(changed?: object) {
  const activityId = await start(changed);
  await when("organizer").put(`/activities/${activityId}/archive`, { summary, owner: BRANCH_A, version: 0 });
  await addReady(activityId);
  return activityId;
}
const submit = (activityId: string, who: Person = "organizer") =>
  when(who).post(`/activities/${activityId}/archive/submit`);

describe("the draft", () => {
  it("tells everybody what it says and what it still lacks", async () => {
    const activityId = await start();
    const { status, body } = await when(VOLUNTEER).get(`/activities/${activityId}/archive`);

    expect([status, body]).toEqual([
      200,
      { archive: { activityId, status: "draft", summary: "", version: 0 }, missing: ["summary", "material", "owner"] },
    ]);
  });

  it("is written by its organizer, its branch's secretary and the alliance, by nobody else", async () => {
    const path = `/activities/${await start()}/archive`;
    const write = async (who: Person, version: number) => (await when(who).put(path, { summary, version })).status;

    expect(await write("organizer", 0)).toBe(200);
    expect(await write("secretaryA", 1)).toBe(200);
    expect(await write("alliance", 2)).toBe(200);
    expect(await write("secretaryB", 3)).toBe(403);
    expect(await write(VOLUNTEER, 3)).toBe(403);
  });

  it("refuses a writer who read an older version", async () => {
    const path = `/activities/${await start()}/archive`;
    await when("organizer").put(path, { summary: "先", version: 0 });
    const late = await when("organizer").put(path, { summary: "后", version: 0 });

    expect([late.status, late.body.code]).toEqual([409, "edit.changed"]);
  });

  it.each([
    [{ summary, owner: TEAM, version: 0 }, 400, "archive.owner_not_branch"],
    [{ summary, owner: "team", version: 0 }, 400, "input.invalid"],
    [{ summary: "长".repeat(5001), version: 0 }, 400, "input.invalid"],
    [{ summary }, 400, "input.invalid"],
  ])("refuses what it cannot hold: %#", async (said, status, code) => {
    const refused = await when("organizer").put(`/activities/${await start()}/archive`, said);

    expect([refused.status, refused.body.code]).toEqual([status, code]);
  });

  it("stays as it is once the activity was cancelled", async () => {
    const cancellation = { kind: "requested", at: NOW, by: memberIdOf("organizer"), reason: "台风" };
    const activityId = await start({ status: "cancelled", cancelledIn: "Execute", cancellation, outcomes: {} });
    const refused = await when("organizer").put(`/activities/${activityId}/archive`, { summary, version: 0 });

    expect([refused.status, refused.body.code]).toEqual([409, "lifecycle.cancelled"]);
  });

  it("of an activity that is not there is not there", async () => {
    expect((await when("organizer").get(`/activities/${Sample.activityId(999)}/archive`)).body.code).toBe(
      "activity.missing",
    );
  });
});

describe("submitting", () => {
  it("names everything that is missing, and changes nothing", async () => {
    const activityId = await start();
    const refused = await submit(activityId);

    expect([refused.status, refused.body.code]).toEqual([409, "archive.incomplete"]);
    expect(refused.body.detail).toMatch(/总结.*材料.*台账/);
    expect(await decisions(activityId)).toBe(0);
  });

  it("files the archive in the register, ends the stage, and is done once", async () => {
    const activityId = await complete();
    const first = await submit(activityId);
    const second = await submit(activityId);

    expect(first.body).toMatchObject({
      archive: { status: "filed", owner: BRANCH_A, filedBy: { actorId: memberIdOf("organizer") } },
      missing: [],
    });
    expect(second).toEqual(first);
    expect(await decisions(activityId)).toBe(1);
  });

  it("twice at once is one entry and one decision", async () => {
    const activityId = await complete();
    const both = await Promise.all([submit(activityId), submit(activityId)]);

    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(both.map(({ body }) => body.archive.number)).size).toBe(1);
    expect(await decisions(activityId)).toBe(1);
  });

  it("is finished by the next try when it died between the archive and the stage", async () => {
    const activityId = await complete();
    const decide = useCases.decideStage;
    useCases.decideStage = () => Promise.reject(new Error("the machine died"));
    const died = await submit(activityId);
    useCases.decideStage = decide;
    const again = await submit(activityId);

    expect([died.status, again.status]).toEqual([500, 200]);
    expect(await decisions(activityId)).toBe(1);
  });

  it("is refused before its stage, and leaves the archive open", async () => {
    const activityId = await complete({
      status: "executing",
      outcomes: {
        Recruit: { kind: "deadline", at: NOW, by: "system" },
        Cover: { kind: "deadline", at: NOW, by: "system" },
      },
    });
    const refused = await submit(activityId);

    expect([refused.status, refused.body.code]).toEqual([409, "lifecycle.stage_not_open"]);
    expect(await useCases.archives.get(activityId)).toMatchObject({ status: "draft" });
  });

  it("is nothing for a volunteer", async () => {
    expect((await submit(await complete(), VOLUNTEER)).body.code).toBe("permission.denied");
  });

  it("ends all writing: the draft, its files and its diaries", async () => {
    const activityId = await complete();
    const path = `/activities/${activityId}`;
    const as = when("organizer");
    const { body: written } = await as.post(`${path}/diaries`, { text: "今天和老人们聊了很久。" });
    const stays = (await useCases.materials.all(activityId))[0]?.id;
    await submit(activityId);
    const refused = [
      await as.put(`${path}/archive`, { summary, version: 2 }),
      await as.post(`${path}/materials`, { name: "a.pdf", contentType: "application/pdf", bytes: 1 }),
      await as.post(`${path}/materials/${stays}/uploaded`),
      await as.delete(`${path}/materials/${stays}`),
      await as.post(`${path}/diaries`, { text: "今天和老人们聊了很久。" }),
      await as.put(`${path}/diaries/${written.id}`, { text: "今天和老人们聊了很久!", version: 0 }),
      await as.delete(`${path}/diaries/${written.id}`),
    ];

    expect(refused.map(({ body }) => body.code)).toEqual(refused.map(() => "archive.filed"));
  });
});

describe("the register", () => {
  it("lists a branch's lines of the year in which the activities ended, to who may read it", async () => {
    const activityId = await complete();
    await submit(activityId);
    const path = `/register?owner=${BRANCH_A}&year=2026`;
    const { body } = await when("secretaryA").get(path);
    const numbers = body.items.map(({ number }: { number: number }) => number);

    expect(body.items.at(-1)).toMatchObject({
      activityId,
      owner: BRANCH_A,
      title: "社区服务日",
      year: 2026,
      materials: 1,
    });
    expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1));
    expect((await when(VOLUNTEER).get(path)).status).toBe(403);
    expect((await when("secretaryA").get("/register?owner=committee")).status).toBe(403);
  });

  it("refuses a cursor that is none of ours", async () => {
    const refused = await when("auditor").get("/register?owner=committee&cursor=nonsense");

    expect([refused.status, refused.body.code]).toEqual([400, "page.bad_cursor"]);
  });
});
