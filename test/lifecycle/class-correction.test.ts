import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

interface Class {
  id: string;
  sessions: { id: string; startsAt: string; endsAt: string }[];
}
interface Figures {
  trained: { total: { attendances: number; people: number } };
  taught: { attendances: number };
}

let house: Alliance;
let one: Class;
beforeAll(async () => {
  house = await openAlliance();
  const id = house.idOf("partyA1");
  const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
  await house.as("admin").patch(`/members/${id}`, { version, trainer: true });
  const course = { title: "急救", about: "心肺复苏和包扎。", kind: "internal", audience: "volunteers" };
  const { id: courseId } = await house.as("alliance").post<{ id: string }>("/courses", course);
  one = await house.as("alliance").post<Class>("/classes", {
    ...{ courseId, trainerIds: [id], place: "三楼培训室", seats: 5 },
    sessions: [{ startsAt: house.day(5, "14:00"), endsAt: house.day(5, "16:00") }],
  });
  await house.advanceTo(one.sessions[0]?.endsAt ?? "");
});
afterAll(() => house.close());

const session = () => `/classes/${one.id}/sessions/${one.sessions[0]?.id}/attendances`;
const put = (...who: Who[]) => house.as("partyA1").post(session(), { memberIds: who.map(house.idOf) });
const ask = (who: Who, present: boolean, by: Who = "partyA1") =>
  house.as(by).post(`${session()}/${house.idOf(who)}/correction`, { present, reason: "签到表上有名字" });
const decide = (who: Who, agrees: boolean, by: Who = "alliance") =>
  house.as(by).post(`${session()}/${house.idOf(who)}/correction/decision`, { agrees });
const trained = async () => {
  const { trained: all, taught } = await house.as("alliance").get<Figures>("/training/figures?year=2026");
  return [all.total.attendances, taught.attendances];
};

it("puts down only who could have been there: nobody outside the audience, and nobody who taught it", async () => {
  const id = house.idOf("freeB1");
  const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
  await house.as("admin").patch(`/members/${id}`, { version, leftOn: house.day(-1, "00:00").slice(0, 10) });

  await expect(put("freeA1", "freeB1")).rejects.toMatchObject({ code: "class.not_of_audience" });
  await put("freeA1", "freeA2");
});

it("is put right while it is not closed by whoever leads it, and not by a correction", async () => {
  await expect(ask("freeA1", false)).rejects.toMatchObject({ code: "class.not_closed" });
  await house.as("partyA1").post(`/classes/${one.id}/close`);
  await expect(put("partyA2")).rejects.toMatchObject({ code: "class.closed" });
});

it("is put right by two people once it is closed, and the figure goes by it", async () => {
  expect(await trained()).toEqual([2, 0]);
  await expect(ask("freeA1", true)).rejects.toMatchObject({ code: "class.correction_needless" });
  await expect(ask("freeB1", true)).rejects.toMatchObject({ code: "class.not_of_audience" });
  await expect(ask("partyA2", true, "freeA1")).rejects.toMatchObject({ status: 403 });
  await ask("freeA1", false);
  await expect(ask("freeA1", false)).rejects.toMatchObject({ code: "class.correction_pending" });
  await ask("partyA2", true);

  expect(await trained()).toEqual([2, 0]);
  await expect(decide("freeA1", true, "partyA1")).rejects.toMatchObject({ code: "class.own_correction" });
  await decide("freeA1", true);
  expect(await trained()).toEqual([1, 0]);
  await expect(decide("freeA1", true)).rejects.toMatchObject({ code: "class.correction_missing" });
  await decide("partyA2", true);
  expect(await trained()).toEqual([2, 0]);
});

it("stays as it was when the second person does not agree", async () => {
  await ask("partyA3", true);
  await decide("partyA3", false);

  expect(await trained()).toEqual([2, 0]);
  expect(house.faults).toEqual([]);
});
