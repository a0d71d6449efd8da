import { closeAttendance } from "@yigong/application/attendance/close-attendance.ts";
import { enter } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { attending, day, IN_TIME, LATE, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, told, useCases, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const DAY = 86_400_000;
const TWO_DAYS_LATE = "2026-09-14T05:00:00.000Z";
let taps = 0;
const tap = (member: number, over: object = {}) => {
  taps += 1;
  return {
    key: `tap-${taps}-of-a-test`,
    memberId: id(member),
    state: "present",
    occurredAt: IN_TIME,
    offsetMs: 0,
    ...over,
  };
};
const miss = (member: number, over: object = {}) => tap(member, { state: "absent", why: "没有来", ...over });
const sync = async (entries: object[], by: Parameters<typeof when>[0] = "organizer") =>
  when(by).post(`${SESSION}/roll-call/sync`, { entries });
const outcomes = async (...entries: object[]) =>
  (await sync(entries)).body.entries.map((one: { outcome: string; refusal?: { code: string } }) =>
    one.refusal ? `${one.outcome} ${one.refusal.code}` : one.outcome,
  );
const ended = async () => {
  const activity = await scene.begun();
  await closeAttendance(useCases)(activity, LATE);
  await given.stage(activity, enter(Sample.lifecycle("Execute"), "Archive", LATE), TWO_DAYS_LATE);
};

describe("a roll-call that a phone kept", () => {
  it("is put down entry by entry, each told what became of it and what stands", async () => {
    await scene.begun();
    await scene.checkIn(1);
    const { status, body } = await sync([tap(2), miss(3), tap(1), miss(1), tap(6), tap(99)]);

    expect(status).toBe(200);
    expect(body.serverTime).toBe(IN_TIME);
    expect(body.entries).toMatchObject([
      { outcome: "recorded", stands: { state: "present", source: "leader", by: memberIdOf("organizer"), version: 1 } },
      { outcome: "recorded", stands: { state: "absent", why: "没有来" } },
      { outcome: "alreadyThere", stands: { state: "present", source: "code", byName: "成员1" } },
      { outcome: "contradicts", stands: { state: "present", source: "code", byName: "成员1", at: IN_TIME } },
      { outcome: "refused", refusal: { code: "attendance.not_participant" } },
      { outcome: "refused", refusal: { code: "attendance.not_participant" } },
    ]);
    expect(await told("absence")).toEqual(["absence.recorded 3"]);
  });

  it("comes to the same when it is sent again, and once when it is sent ten times at once", async () => {
    await scene.begun();
    const entries = [tap(2), miss(3)];
    const answers = await Promise.all(Array.from({ length: 10 }, () => sync(entries)));

    expect(new Set(answers.flatMap(({ body }) => body.entries.map((one: { outcome: string }) => one.outcome)))).toEqual(
      new Set(["recorded"]),
    );
    expect([(await scene.rowOf(2))?.version, (await scene.rowOf(3))?.version]).toEqual([1, 1]);
    expect(await told("absence")).toEqual(["absence.recorded 3"]);
  });

  it("shows what another leader said meanwhile, and stands over it once that was seen", async () => {
    await scene.begun();
    await scene.callRoll("alliance", { memberId: id(2), state: "absent", why: "没看到" });
    const first = (await sync([tap(2)])).body.entries[0];

    expect(first).toMatchObject({
      outcome: "contradicts",
      stands: { state: "absent", by: memberIdOf("alliance"), why: "没看到", version: 1 },
    });
    expect(await scene.rowOf(2)).toMatchObject({ state: "absent", version: 1 });
    expect(await outcomes(tap(2, { seen: first.stands.version }))).toEqual(["recorded"]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "present", earlier: [{ state: "absent" }] });
  });

  it("puts a person's entries down in the order in which they were made", async () => {
    await scene.begun();
    clock.at = day("02:00:00.000");
    const [later, earlier] = [
      tap(2, { occurredAt: day("01:30:00.000") }),
      miss(2, { occurredAt: day("01:10:00.000") }),
    ];

    expect(await outcomes(later, earlier)).toEqual(["recorded", "recorded"]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "present", word: { at: day("01:30:00.000") } });
  });

  it("is corrected by the offset of a phone whose clock is wrong by a day, and not believed without", async () => {
    await scene.begun();
    const [ahead, behind] = [day("00:54:00.000").replace("12T", "13T"), day("00:54:00.000").replace("12T", "11T")];

    expect(
      await outcomes(
        tap(2, { occurredAt: ahead, offsetMs: -DAY }),
        tap(3, { occurredAt: behind, offsetMs: DAY }),
        tap(1, { occurredAt: ahead }),
        tap(4, { occurredAt: behind }),
      ),
    ).toEqual([
      "recorded",
      "recorded",
      "refused attendance.clock_unbelievable",
      "refused attendance.clock_unbelievable",
    ]);
    expect(await scene.rowOf(2)).toMatchObject({ word: { at: day("00:54:00.000"), syncedAt: IN_TIME } });
  });

  it("is the leader's; no key stands in it twice", async () => {
    await scene.begun();
    const entry = tap(2);

    expect((await sync([entry], 1)).body.code).toBe("permission.denied");
    expect((await sync([entry, entry])).body.code).toBe("input.invalid");
    expect(await scene.rowOf(2)).toBeUndefined();
  });

  it("is not about the leader's own hours", async () => {
    await scene.begun();
    await given.member("organizer", { id: memberIdOf("organizer") as never });

    expect(await outcomes({ ...tap(2), memberId: memberIdOf("organizer") })).toEqual(["refused attendance.own_hours"]);
  });
});

describe("a roll-call that comes in two days late", () => {
  it("needs a second person for who was there, and is told so", async () => {
    await ended();
    const entries = [tap(2), tap(4)];
    const [{ body }, again] = [await sync(entries), await sync(entries)];

    expect(body.entries).toMatchObject([
      { outcome: "needsSecondPerson", lateHours: 48, stands: { state: "absent", source: "automatic" } },
      { outcome: "needsSecondPerson", lateHours: 48 },
    ]);
    expect(again.body).toEqual(body);
    const approve = `${SESSION}/back-entries/${id(2)}/approve`;
    expect([(await when("organizer").post(approve)).body.code, (await when("alliance").post(approve)).status]).toEqual([
      "attendance.second_person",
      200,
    ]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "present", method: "backEntry", stated: { halfDays: 1 } });
    expect((await sync([tap(2)])).body.entries[0]).toMatchObject({
      outcome: "alreadyThere",
      stands: { source: "lateEntry" },
    });
  });

  it("puts nobody down as absent any more, and shows what stands against it", async () => {
    await scene.begun();
    await scene.checkIn(1);
    await given.stage({ id: Sample.activityId() }, enter(Sample.lifecycle("Execute"), "Archive", LATE), TWO_DAYS_LATE);

    expect(await outcomes(miss(1), miss(2))).toEqual(["contradicts", "refused attendance.closed"]);
  });

  it("is late two hours after its session, also while the activity goes on", async () => {
    const sessions = [
      Sample.session(3),
      Sample.session(3, {
        id: Sample.sessionId(2),
        startsAt: "2026-09-13T01:00:00.000Z",
        endsAt: "2026-09-13T05:00:00.000Z",
        positions: [{ id: Sample.positionId(2), name: "引导", headCount: 3, requiredSkills: [] }],
      }),
    ];
    const activity = await given.activity({ sessions }, "Execute");
    const lifecycle = Sample.lifecycle("Execute");
    await given.members("organizer", "alliance", 1);
    await given.places(activity, 1);
    const plan = { ...lifecycle.plan, Execute: ["2026-09-13T07:00:00.000Z"] };
    await given.stage(activity, { ...lifecycle, plan }, day("06:59:59.999"));
    const inTime = await outcomes(tap(1, { occurredAt: day("01:00:00.000") }));
    clock.at = "2026-09-13T01:30:00.000Z";

    expect(inTime).toEqual(["recorded"]);
    expect((await scene.callRoll("organizer", { memberId: id(1), state: "present", halfDays: 1 })).body.code).toBe(
      "attendance.closed",
    );
  });
});
