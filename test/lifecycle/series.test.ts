import { draftOf } from "@yigong/testing/alliance/organizing.ts";
import { type Alliance, openAlliance } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  // Tuesday 15 September 2026, 09:00 in Shanghai: the National Day holiday is ahead.
  house = await openAlliance({ startAt: "2026-09-15T01:00:00.000Z" });
});
afterAll(() => house.close());

interface Visit {
  day: string;
  state: string;
  activityId?: string;
  startsAt: string;
  changed?: string[];
  code?: string;
}
interface Series {
  id: string;
  version: number;
  content: object;
  visits: Visit[];
  followed?: string[];
  stayed?: { day: string; why: string }[];
}

/** A visit each Wednesday at nine, from 23 September until 28 October. */
function weekly(over: object = {}) {
  const { sessions: _, recruitUntil: __, ...content } = draftOf(house, { in: 1, title: "福利院探访" });
  return {
    content,
    sessions: [{ startTime: "09:00", minutes: 120, positions: [{ name: "陪伴", headCount: 3 }] }],
    rule: { kind: "weekly", everyWeeks: 1, weekdays: [3] },
    from: "2026-09-16",
    until: "2026-10-28",
    ...over,
  };
}
const read = (id: string) => house.as("organizer").get<Series>(`/series/${id}`);
const states = async (id: string) => (await read(id)).visits.map(({ day, state }) => `${day.slice(5)} ${state}`);
const visitOn = async (id: string, day: string) => (await read(id)).visits.find((visit) => visit.day === day);

describe("a weekly visit over a holiday", () => {
  let series: Series;

  it("begins with activities of the visits that are announced by today", async () => {
    series = await house.as("organizer").post<Series>("/series", weekly());

    expect(await states(series.id)).toEqual([
      "09-16 missed",
      "09-23 made",
      "09-30 planned",
      "10-07 planned",
      "10-14 planned",
      "10-21 planned",
      "10-28 planned",
    ]);
  });

  it("makes each of the others two weeks before, once, as an ordinary activity of the organizer", async () => {
    await house.advanceTo("2026-09-17T00:00:00.000Z");
    const made = await visitOn(series.id, "2026-09-30");
    await house.machine.app.jobs.extendSeries();
    const activity = await house.as("freeA1").get<Record<string, unknown>>(`/activities/${made?.activityId}`);

    expect(made?.state).toBe("made");
    expect(activity).toMatchObject({
      title: "福利院探访",
      status: "recruiting",
      organizerId: house.idOf("organizer"),
      seriesId: series.id,
      occurrence: "2026-09-30",
      recruitUntil: "2026-09-28T01:00:00.000Z",
    });
  });

  it("leaves the visit of the holiday out, which is never made", async () => {
    const { version } = await read(series.id);
    await house.as("organizer").post(`/series/${series.id}/skip`, { day: "2026-10-07", reason: "国庆放假", version });
    await house.advanceTo("2026-09-24T00:00:00.000Z");

    expect((await states(series.id)).slice(2, 4)).toEqual(["09-30 made", "10-07 skipped"]);
  });

  it("changes one alone and then all that follow, of which the one stays as it is", async () => {
    await house.advanceTo("2026-10-08T00:00:00.000Z");
    const alone = await visitOn(series.id, "2026-10-14");
    const { sessions } = await house
      .as("organizer")
      .get<{ sessions: { id: string }[] }>(`/activities/${alone?.activityId}`);
    await house.as("organizer").post(`/activities/${alone?.activityId}/reschedule`, {
      sessions: [{ id: sessions[0]?.id, startsAt: "2026-10-15T01:00:00.000Z", endsAt: "2026-10-15T03:00:00.000Z" }],
      reason: "福利院体检",
    });
    const { version, content } = await read(series.id);
    const later = [{ startTime: "14:00", minutes: 90, positions: [{ name: "陪伴", headCount: 3 }] }];
    const moved = { ...content, place: "福利院二号楼" };
    const changed = await house
      .as("organizer")
      .patch<Series>(`/series/${series.id}`, { sessions: later, content: moved, version });
    const followed = await visitOn(series.id, "2026-10-21");
    const { place } = await house.as("freeA1").get<{ place: string }>(`/activities/${followed?.activityId}`);
    await house.advanceTo("2026-10-15T00:00:00.000Z");
    const visits = (await read(series.id)).visits.slice(4);

    expect(place).toBe("福利院二号楼");
    expect(followed?.changed).toEqual([]);
    expect([changed.followed, changed.stayed]).toEqual([
      ["2026-10-21"],
      [{ day: "2026-10-14", activityId: alone?.activityId, why: "changedAlone" }],
    ]);
    expect(visits.map(({ startsAt, state }) => [startsAt, state])).toEqual([
      ["2026-10-15T01:00:00.000Z", "made"],
      ["2026-10-21T06:00:00.000Z", "made"],
      ["2026-10-28T06:00:00.000Z", "made"],
    ]);
    expect(visits[0]?.changed).toEqual(["times"]);
  });

  it("cancels a visit that was made when it is skipped, and tells who has a place why", async () => {
    const made = await visitOn(series.id, "2026-10-28");
    const id = made?.activityId ?? "";
    const { sessions } = await house
      .as("freeA1")
      .get<{ sessions: { id: string; positions: { id: string }[] }[] }>(`/activities/${id}`);
    const started = {
      id,
      sessions: sessions.map((one) => ({
        ...one,
        startsAt: "",
        endsAt: "",
        positionIds: one.positions.map((p) => p.id),
      })),
      at: () => "",
    };
    await house.signUp(started, "freeA1");
    const { version } = await read(series.id);
    await house.as("organizer").post(`/series/${series.id}/skip`, { day: "2026-10-28", reason: "场地检修", version });

    expect((await visitOn(series.id, "2026-10-28"))?.state).toBe("skipped");
    expect(await house.told(started, "freeA1")).toContain("activity.cancelled");
  });

  it("refuses who changes what another organizer has changed since, and says what it is now", async () => {
    const { version } = await read(series.id);
    await house.as("alliance").patch(`/series/${series.id}`, { recruitHours: 24, version });

    await expect(
      house.as("organizer").patch(`/series/${series.id}`, { recruitHours: 12, version }),
    ).rejects.toMatchObject({ status: 409, code: "edit.changed" });
  });

  it("makes no more once it is ended", async () => {
    const { version } = await read(series.id);
    await house.as("organizer").post(`/series/${series.id}/end`, { reason: "合作结束", version });

    await expect(
      house.as("organizer").post(`/series/${series.id}/end`, { reason: "合作结束", version: version + 1 }),
    ).rejects.toMatchObject({ code: "series.ended" });
  });
});

it("refuses a series that never ends", async () => {
  for (const until of [undefined, "2027-12-31"])
    await expect(house.as("organizer").post("/series", weekly({ until }))).rejects.toMatchObject({
      status: 400,
      code: "series.endless",
    });
});

it("lets nobody change another's series, nor begin one of the alliance", async () => {
  const from = { from: "2026-10-16", until: "2027-03-01" };
  const { id, version } = await house.as("alliance").post<Series>("/series", weekly(from));

  await expect(house.as("organizer").patch(`/series/${id}`, { recruitHours: 24, version })).rejects.toMatchObject({
    code: "permission.denied",
  });
  await expect(house.as("freeA1").post("/series", weekly(from))).rejects.toMatchObject({ code: "permission.denied" });
});
