import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { standingIn } from "@yigong/core/lifecycle/lifecycle.builder.ts";
import { leadOf } from "@yigong/core/message/message.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant, partyMember } from "@yigong/testing/sample/members.ts";
import type { Person } from "@yigong/testing/sample/person.ts";
import { BRANCH_A } from "@yigong/testing/sample/units.ts";
import { ABSENCE, absent, attending, day, LATE, present, SESSION } from "@yigong/testing/scenario/attending.ts";
import { covering } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { clock, given, useCases, when } = alliance;
const cover = covering(alliance);
const there = attending(alliance);
afterAll(() => alliance.close());
beforeEach(() => alliance.clear());

interface Shown {
  kind: string;
  dueAt?: string;
  href: string;
  title: string;
  button: string;
}
const todo = async (person: Person): Promise<Shown[]> => (await when(person).get("/me/todo")).body.items;
/** What is asked of somebody, as `kind dueAt href`. */
const asked = async (person: Person) =>
  (await todo(person)).map(({ kind, dueAt = "-", href }) => `${kind} ${dueAt} ${href}`);
const page = (rest = "") => `/m/activities/${Sample.activityId()}${rest}`;
const id = Sample.memberId;
const plea = { reason: "workConflict", note: "当天值机房" };

/** Member 1 owes service, the others do not. */
async function recruiting(over: Partial<Activity> = {}) {
  await given.members(partyMember(1), 2, "alliance", "secretaryA", "secretaryB");
  const activity = await given.activity({ sessions: [Sample.session(3)], ...over });
  await fixDutyList(useCases)(activity, Sample.RECRUITING);
  return activity;
}

describe("what is asked of a volunteer", () => {
  it("is to answer for the duty, or to sign up if they like, until recruiting ends", async () => {
    const activity = await recruiting();

    expect(await asked(1)).toEqual([`duty ${Sample.DEADLINE} ${page("/sign-up")}`]);
    expect(await asked(2)).toEqual([`signUp ${Sample.DEADLINE} ${page("/sign-up")}`]);
    await when(2).post(`/activities/${activity.id}/sign-ups`, {
      positionId: Sample.positionId(),
      consent: true,
      acceptsRisks: true,
    });
    expect(await asked(2)).toEqual([]);
  });

  it("is nothing where they cannot sign up, nor once recruiting is over", async () => {
    const { volunteerSince: _, ...stranger } = Sample.member(3);
    await given.members(stranger);
    await recruiting();
    const before = await asked(3);
    clock.at = Sample.DEADLINE;

    expect([before, await asked(1), await asked(2)]).toEqual([[], [], []]);
  });

  it("follows their leave from the asking to the answer", async () => {
    const activity = await recruiting();
    const leaves = `/activities/${activity.id}/leaves`;
    await when(1).post(leaves, plea);
    const waiting = await asked(1);
    await when("secretaryA").post(`${leaves}/${id(1)}/decision`, { approve: false, reason: "人手不够" });

    expect(waiting).toEqual([`leaveAsked ${Sample.DEADLINE} ${page("/leave")}`]);
    expect((await todo(1)).map(({ kind, title }) => [kind, title])).toEqual([
      ["duty", "请确认参加「社区便民服务」"],
      ["leaveRefused", "「社区便民服务」请假未批准"],
    ]);
  });

  it("is to answer a request to cover, by its own deadline", async () => {
    await cover.opened(partyMember(2));
    const { id: needId } = await cover.need();
    const [offer] = await todo(2);

    expect(offer).toMatchObject({ kind: "coverOffer", href: `/m/covers/${needId}`, button: "接受或谢绝" });
    expect(offer?.dueAt).toBe(((await cover.need()) as { expiresAt?: string }).expiresAt);
    await when(2).post(await cover.path({ id: Sample.activityId() }, "accept"));
    expect(await asked(2)).toEqual([]);
  });

  it("is to check in while the session runs, for who has a place and is not there yet", async () => {
    await there.begun();
    const [placed, waiting] = [await asked(1), await asked(6)];
    await there.checkIn(1);

    expect([placed, waiting]).toEqual([[`checkIn ${Sample.ENDS} ${page()}`], []]);
    expect(await asked(1)).toEqual([]);
    clock.at = day("05:00:00.000");
    expect(await asked(2)).toEqual([]);
  });

  it("is to write, for who was there, until the archive is filed or something is written", async () => {
    const activity = await there.begun();
    await there.checkIn(1);
    await given.stage(activity, "Archive", "2026-09-12T08:00:00.000Z");
    const open = await asked(1);
    await when(1).post(`/activities/${activity.id}/diaries`, { text: "今天在海陵社区检修了六户人家的宽带。" });

    expect(open).toEqual([`diary ${Sample.ENDS} ${page("/diary")}`]);
    expect([await asked(1), await asked(2)]).toEqual([[], []]);
  });
});

describe("how happy they were", () => {
  const CLOSES = "2026-09-20T10:00:00.000Z";
  /** Member 1 was there, member 2 was not. */
  const over = async (activity: Activity) => {
    await there.checkIn(1);
    await given.stage(activity, standingIn("Survey"), "2026-09-13T02:00:00.000Z");
    const nobody = { ...activity, servedParty: { kind: "none", reason: "街头宣传" } as const };
    await useCases.surveys.open(nobody, { at: clock.at, closesAt: CLOSES });
  };

  it("is asked of who was there, until they have said so or nobody is asked any more", async () => {
    const activity = await there.begun();
    await over(activity);
    const end = "2026-09-27T02:00:00.000Z";
    const open = [await asked(1), await asked(2)];
    await given.stage(activity, standingIn("Award"));
    const later = await asked(1);
    clock.at = end;

    const task = `happiness ${end} ${page("/happiness")}`;
    expect(open).toEqual([[task], []]);
    expect([later, await asked(1)]).toEqual([[task], []]);
  });

  it("is not asked twice, and whoever is told of it is led there", async () => {
    const activity = await there.begun();
    await over(activity);
    const before = await asked(1);
    const said = await when(1).post(`/activities/${activity.id}/happiness`, { score: 5, comment: "值得" });

    expect([before.length, said.status, await asked(1)]).toEqual([1, 200, []]);
    expect(leadOf({ template: "happiness.ask", activityId: activity.id })).toEqual({
      how: "asks",
      page: page("/happiness"),
    });
  });
});

describe("what is asked of who leads", () => {
  it("is the roll-call, for as long as somebody has no record and the stage is open", async () => {
    await there.begun();
    const before = await asked("organizer");
    await there.callRoll("organizer", present(1), present(2));
    const [left] = await todo("organizer");
    await there.callRoll("organizer", present(3));

    expect(before).toEqual([`rollCall ${Sample.ENDS} ${page("/roll-call")}`]);
    expect(left).toMatchObject({ kind: "rollCall" });
    expect(await asked("organizer")).toEqual([]);
  });

  it("is the archive, which the alliance hears of when it is overdue", async () => {
    await given.members("organizer", "alliance", 1);
    const activity = await given.activity({}, "Execute");
    await given.stage(activity, "Archive", "2026-09-12T04:59:00.000Z");
    const early = [await asked("organizer"), await asked("alliance")];
    clock.at = "2026-09-20T00:00:00.000Z";

    expect(early).toEqual([[`archive ${Sample.ENDS} ${page()}`], []]);
    expect([await asked("organizer"), await asked("alliance"), await asked(1)]).toEqual([
      [`archive ${Sample.ENDS} ${page()}`],
      [`archiveOverdue ${Sample.ENDS} ${page()}`],
      [],
    ]);
  });

  it("is a late entry, for another than who asked for it and whom it is about", async () => {
    await there.begun();
    await given.members(partyMember(3, undefined, { roles: [grant("alliance")] }));
    clock.at = LATE;
    await when("organizer").post(`${SESSION}/back-entries`, { memberId: id(3), halfDays: 1, reason: "忘了签到" });
    const lateEntries = async (person: Person) => (await asked(person)).filter((one) => one.startsWith("backEntry"));

    const entry = `backEntry - /m/approvals/backEntry/${Sample.activityId()}.${Sample.sessionId()}.${id(3)}`;
    expect([await lateEntries("alliance"), await lateEntries("organizer"), await lateEntries(3)]).toEqual([
      [entry],
      [],
      [],
    ]);
  });
});

it("is an appeal of one's own branch for its secretary, and not for who put the absence down", async () => {
  const activity = await there.begun();
  await given.member("organizer", { roles: [grant("branchSecretary", { kind: "branch", unitId: BRANCH_A })] });
  await there.callRoll("organizer", absent(1), absent(2));
  await given.stage(activity, "Archive", "2026-09-12T08:00:00.000Z");
  await when(1).post(`${ABSENCE}/appeal`, { text: "我在现场，签到机坏了" });
  const appeals = async (person: Person) => (await asked(person)).filter((one) => one.startsWith("appeal"));

  const card = `appeal - /m/approvals/appeal/${activity.id}.${Sample.sessionId()}.${id(1)}`;
  expect([
    await appeals("secretaryA"),
    await appeals("organizer"),
    await appeals("alliance"),
    await appeals(1),
  ]).toEqual([[card], [], [], []]);
});

it("comes in the order in which it is due, what has no end last", async () => {
  await recruiting();
  await given.members(partyMember(1, undefined, { roles: [grant("alliance")] }));
  await given.activity({ id: Sample.activityId(2), recruitUntil: "2026-09-05T00:00:00.000Z" }, "Propose");
  const dues = (await todo(1)).map(({ dueAt = "9999" }) => dueAt);

  expect(dues).toEqual(dues.toSorted());
});
