import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openVerifier } from "./verifier.ts";

interface Entry {
  id: string;
  title: string;
  kind: string;
  points: string;
  workdays: string;
  reason?: string;
  code?: string;
  corrects?: string;
  lines: { rule: string; quantity: number; points: string; text: Record<string, string> }[];
}
interface Year {
  points: string;
  attendances: number;
  mayStand: boolean;
  floor?: { points: string; missing: string; reached: boolean; warned: boolean };
  preference: { line: string; missing: string; exceeded: boolean };
  entries: { items: Entry[] };
}

let house: Alliance;
let activity: Started;
const session = () => activity.sessions[0]?.id ?? "";
const path = () => `/activities/${activity.id}/corrections`;
const yearOf = (who: Who) => house.as(who).get<Year>("/members/me/points?year=2026");
const wish = (who: Who, change: object) => ({ memberId: house.idOf(who), change, reason: "现场名单核对" });
const ask = (by: Who, who: Who, change: object) => house.as(by).post<{ id: string }>(path(), wish(who, change));
const approve = (by: Who, id: string) =>
  house.as(by).post<{ points: string; entryId?: string }>(`${path()}/${id}/decision`, { verdict: "approve" });
const download = async (who: Who, what: string): Promise<Response> => {
  const { machine } = house;
  const token = await tokenFor(house.idOf(who), { secret: machine.secrets.tokens, at: machine.now() });
  return machine.web.request(`/api/v1${what}`, { headers: { authorization: `Bearer ${token}` } });
};

/** Two were down as present, partyA1 and freeA1, one as absent, partyA2; all three have a place. */
beforeAll(async () => {
  house = await openAlliance();
  activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("08:30"));
  await house.checkIn(activity, "partyA1", "freeA1");
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "partyA1");
  await house.advanceTo(activity.at("14:01"));
});
afterAll(() => house.close());

describe("points of a person's year", () => {
  it("are not corrected before they are posted: the attendance is", async () => {
    await expect(
      ask("organizer", "partyA2", { kind: "present", sessionId: session(), halfDays: 1 }),
    ).rejects.toMatchObject({
      code: "correction.too_early",
    });

    await house.fileArchive(activity);

    expect(await house.pointsOf(activity)).toEqual({ partyA1: "1.25", freeA1: "1.25" });
  });

  it("are explained line by line in both languages, with what is missing to floor and preference", async () => {
    const year = await yearOf("partyA1");

    expect(year).toMatchObject({
      points: "1.25",
      mayStand: true,
      floor: { points: "3.00", missing: "1.75", reached: false, warned: false },
      preference: { line: "5.00", missing: "3.76", exceeded: false },
    });
    expect(year.entries.items).toMatchObject([
      {
        title: "社区便民服务",
        kind: "service",
        points: "1.25",
        workdays: "0.5",
        lines: [
          { rule: "attendance", text: { "zh-CN": "出勤1人次，每人次1.00分", en: "Attendances: 1, 1.00 each" } },
          { rule: "halfDay", text: { "zh-CN": "工日0.5个，每半个0.25分", en: "Workdays: 0.5, 0.25 for each half" } },
        ],
      },
    ]);
  });

  it("know no floor and the line of three for who is no party member, and the veto for who has none", async () => {
    expect((await yearOf("freeA1")).floor).toBeUndefined();
    expect((await yearOf("freeA1")).preference).toEqual({
      line: "3.00",
      missing: "1.76",
      exceeded: false,
      change: {
        ways: [
          { kind: "service", times: 2 },
          { kind: "cover", times: 4 },
        ],
        text: {
          "zh-CN": "差 1.76 分：再参加 2 次，或代班 4 次",
          en: "1.76 points short. Enough would be further sessions served: 2, or covers: 4",
        },
      },
    });
    expect(await yearOf("partyA2")).toMatchObject({ points: "0.00", mayStand: false });
  });
});

describe("a correction", () => {
  it("of an absence takes two people, and gives the entry and the attendance at once", async () => {
    const { id } = await ask("organizer", "partyA2", { kind: "present", sessionId: session(), halfDays: 2 });

    await expect(approve("organizer", id)).rejects.toMatchObject({ code: "permission.denied" });
    expect(await approve("alliance", id)).toMatchObject({ points: "1.50" });
    expect((await house.attendanceOf(activity)).partyA2).toBe("present");
    expect(await yearOf("partyA2")).toMatchObject({ points: "1.50", attendances: 1, mayStand: true });
    expect((await yearOf("partyA2")).entries.items).toMatchObject([
      { kind: "correction", code: "backEntry", reason: "现场名单核对", title: "社区便民服务" },
    ]);
    expect(await house.told(activity, "partyA2")).toContain("points.corrected");
  });

  it("is decided once", async () => {
    const { id } = await ask("organizer", "partyA1", { kind: "points", points: 10 });
    await house.as("alliance").post(`${path()}/${id}/decision`, { verdict: "refuse", reason: "没有依据" });

    await expect(approve("alliance", id)).rejects.toMatchObject({ code: "correction.decided" });
    expect((await yearOf("partyA1")).points).toBe("1.25");
    expect(await house.told(activity, "organizer")).toContain("points.correctionRefused");
  });

  it("is decided by nobody who asked for it, whatever role they hold, nor asked for by its person", async () => {
    const { id } = await ask("alliance", "partyA1", { kind: "points", points: 10 });

    await expect(approve("alliance", id)).rejects.toMatchObject({ code: "correction.second_person" });
    await expect(ask("alliance", "alliance", { kind: "points", points: 10 })).rejects.toMatchObject({
      code: "correction.own",
    });
  });

  it("of half days gives the difference to what stands, against the entry it corrects", async () => {
    const { id } = await ask("organizer", "freeA1", { kind: "halfDays", sessionId: session(), halfDays: 2 });
    const { entryId } = await approve("alliance", id);
    const { points, entries } = await yearOf("freeA1");
    const [correction, service] = entries.items;

    expect(points).toBe("1.50");
    expect(correction).toMatchObject({ id: entryId, code: "workdays", points: "0.25", corrects: service?.id });
    expect(correction?.lines).toMatchObject([{ rule: "halfDay", quantity: 1, points: "0.25" }]);
  });

  it("of the times gives what the day then is worth", async () => {
    const times = { checkedInAt: activity.at("08:30"), checkedOutAt: activity.at("13:30") };
    const { id } = await ask("organizer", "partyA1", { kind: "times", sessionId: session(), ...times });

    expect(await approve("alliance", id)).toMatchObject({ points: "0.25" });
    expect((await yearOf("partyA1")).points).toBe("1.50");
  });

  it("to an absence takes everything back that the attendance gave", async () => {
    const { id } = await ask("organizer", "freeA1", { kind: "absent", sessionId: session(), excused: true });
    await approve("alliance", id);

    expect(await yearOf("freeA1")).toMatchObject({ points: "0.00", attendances: 0, mayStand: false });
    expect((await house.attendanceOf(activity)).freeA1).toBe("excused");
  });

  it.each([
    ["somebody without place or duty", "freeB1", { kind: "present", halfDays: 1 }, "attendance.not_participant"],
    ["somebody who is down as present", "partyA1", { kind: "present", halfDays: 1 }, "correction.present_already"],
    ["the absence of somebody absent", "freeA1", { kind: "absent", excused: false }, "correction.not_present"],
  ] as const)("is refused for %s", async (_, who, change, code) => {
    await expect(ask("organizer", who, { ...change, sessionId: session() })).rejects.toMatchObject({ code });
  });
});

describe("an objection", () => {
  it("is decided with a reason by somebody without a part in it, and is told", async () => {
    const [entry] = (await yearOf("partyA1")).entries.items;
    const raised = { entryId: entry?.id, text: "当天服务到下午五点" };
    const { id } = await house.as("partyA1").post<{ id: string }>("/points/objections", raised);
    const decision = { upheld: true, reason: "签到记录属实" };
    const decide = (who: Who) => house.as(who).post<object>(`/points/objections/${id}/decision`, decision);

    await expect(decide("organizer")).rejects.toMatchObject({ code: "permission.denied" });
    // The entry is a correction that the alliance approved.
    await expect(decide("alliance")).rejects.toMatchObject({ code: "objection.second_person" });
    const { items } = await house.as("partyA1").get<{ items: object[] }>("/me/points/objections");

    expect(items).toMatchObject([{ id, status: "open", text: "当天服务到下午五点" }]);
  });

  it("may be about having no points at all, and then is decided once", async () => {
    const raised = { activityId: activity.id, text: "我参加了" };
    const { id } = await house.as("freeA2").post<{ id: string }>("/points/objections", raised);
    const decide = () =>
      house.as("alliance").post<object>(`/points/objections/${id}/decision`, { upheld: false, reason: "名单上没有" });

    expect(await decide()).toMatchObject({ status: "decided", upheld: false, decidedBy: house.idOf("alliance") });
    await expect(decide()).rejects.toMatchObject({ code: "objection.decided" });
    expect(await house.told(activity, "freeA2")).toContain("points.objectionRejected");
  });

  it("is raised once by one person about one thing, open or decided, and not by outsiders", async () => {
    const about = (text: string) => ({ activityId: activity.id, text });

    await expect(house.as("freeA2").post("/points/objections", about("我参加了"))).rejects.toMatchObject({
      code: "objection.raised_already",
    });
    await expect(house.as("freeA2").post("/points/objections", about("换一种说法"))).rejects.toMatchObject({
      code: "objection.raised_already",
    });
    await expect(house.as("freeB1").post("/points/objections", about("我也要"))).rejects.toMatchObject({
      code: "objection.not_concerned",
    });
  });

  it("is about what is one's own", async () => {
    const [entry] = (await yearOf("partyA1")).entries.items;

    await expect(
      house.as("freeA1").post("/points/objections", { entryId: entry?.id, text: "不对" }),
    ).rejects.toMatchObject({ code: "points.entry_missing" });
  });
});

describe("the exports", () => {
  it("give the independent verifier what it needs, and are in the audit", async () => {
    const response = await download("auditor", "/exports/ledger.jsonl");
    const verifier = openVerifier();
    const { code, said } = await verifier.verify([await response.text()], "--balances");
    verifier.close();
    const { items } = await house.machine.app.useCases.audits.about("ledger", { limit: 10 });

    expect([code, response.headers.get("cache-control")]).toEqual([0, "no-store"]);
    expect(Object.values<number>(JSON.parse(said).issuers)).toEqual([-300]);
    expect(items[0]).toMatchObject({ action: "ledger.export", actorId: house.idOf("auditor"), role: "auditor" });
  });

  it("give people a workbook with names, an entry a row", async () => {
    const response = await download("auditor", "/exports/ledger.xlsx?year=2026");
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const rows = sheets[0]?.rows ?? [];

    expect(rows[0]?.slice(0, 4)).toEqual(["姓名", "工号", "序号", "活动"]);
    expect(rows).toHaveLength(7);
    expect(rows[1]?.map((cell) => (cell instanceof Date ? "date" : typeof cell)).slice(5, 13)).toEqual([
      ...["number", "number", "number", "number"],
      ...[expect.any(String), "number", "number", "date"],
    ]);
    expect(rows.slice(1).reduce((sum, row) => sum + Number(row[10]), 0)).toBe(3);
    expect(rows.map((row) => row[4])).toContain("补记出勤");
  });

  it("are for the alliance, the committee and auditors", async () => {
    expect((await download("organizer", "/exports/ledger.jsonl")).status).toBe(403);
  });
});

describe("the rules", () => {
  const terms = {
    effectiveFrom: "2027-01-01T00:00:00.000+08:00",
    attendancePoints: 300,
    halfDayPoints: 25,
    gradePoints: { excellent: 50, good: 20, fair: 0, poor: -50 },
    coverPoints: 50,
    trainingPoints: 100,
    floorPoints: 300,
    preferencePoints: { partyMember: 500, others: 300 },
  };

  it("are drafted by one person, previewed on this year, and adopted by another", async () => {
    const { id } = await house.as("admin").post<{ id: string }>("/rule-drafts", { terms, reason: "鼓励参加" });
    const preview = await house.as("auditor").get<Record<string, unknown>>(`/rule-drafts/${id}/preview`);

    expect(preview).toMatchObject({ year: 2026, gain: 2, lose: 0, sumBefore: "3.00", sumAfter: "7.00" });
    expect(preview.crossings).toContainEqual({ line: "floor", now: true, people: 2 });
    expect(await house.as("alliance").post(`/rule-drafts/${id}/adopt`)).toMatchObject({ state: "adopted", version: 2 });
    expect((await house.as("freeA1").get<{ items: object[] }>("/rule-sets")).items).toHaveLength(2);
    await expect(house.as("alliance").post(`/rule-drafts/${id}/adopt`)).rejects.toMatchObject({
      code: "rules.decided",
    });
  });

  it.each([
    ["the past", "2026-01-01T00:00:00.000Z", "rules.retroactive"],
    ["before the version that comes", "2026-12-01T00:00:00.000Z", "rules.overlapping"],
  ])("never come into force in %s", async (_, effectiveFrom, code) => {
    const draft = { terms: { ...terms, effectiveFrom }, reason: "追溯" };

    await expect(house.as("alliance").post("/rule-drafts", draft)).rejects.toMatchObject({ code });
  });
});
