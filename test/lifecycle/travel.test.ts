import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

interface Mine {
  positions: { faults: { code: string }[]; warnings: { code: string; message: string }[] }[];
}
interface People {
  items: { memberId: string; marks?: { code: string; message: string }[] }[];
}

let house: Alliance;
let morning: Started;
let noon: Started;
const everybody = { audience: { branchIds: [], teamIds: [] } };
const session = (from: string, to: string) => [
  {
    startsAt: house.day(6, from),
    endsAt: house.day(6, to),
    positions: [{ name: "志愿者", headCount: 3, requiredSkills: [] }],
  },
];
beforeAll(async () => {
  house = await openAlliance();
  morning = await house.startActivity({
    ...{ in: 6, title: "陪伴老人", place: "敬老院", sessions: session("08:00", "11:30") },
    ...everybody,
  });
  noon = await house.startActivity({ in: 6, place: "社区广场", sessions: session("12:00", "14:00"), ...everybody });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: noon.at("08:00"), to: noon.at("16:00") }]);
  await house.signUp(morning, "freeA1");
});
afterAll(() => house.close());

const mine = (who: "freeA1" | "freeA2" | "partyA1") => house.as(who).get<Mine>(`/activities/${noon.id}/sign-ups/me`);
const marksOf = async (who: "freeA1" | "partyA1") => {
  const { items } = await house.as("organizer").get<People>(`/activities/${noon.id}/people`);
  return items.find(({ memberId }) => memberId === house.idOf(who))?.marks;
};

it("warns of too little time for the way before somebody signs up, and keeps nobody from it", async () => {
  const [position] = (await mine("freeA1")).positions;
  await house.signUp(noon, "freeA1");

  expect(position?.faults).toEqual([]);
  expect(position?.warnings).toEqual([expect.objectContaining({ code: "travel" })]);
  expect(position?.warnings[0]?.message).toMatch(/陪伴老人.*敬老院.*30分钟/);
  expect((await mine("freeA2")).positions[0]?.warnings).toEqual([]);
});

it("warns of one's own shift, and marks both to the organizer with each person who comes", async () => {
  expect((await mine("partyA1")).positions[0]?.warnings).toEqual([expect.objectContaining({ code: "onShift" })]);
  await house.signUp(noon, "partyA1");

  expect(await marksOf("partyA1")).toEqual([expect.objectContaining({ code: "onShift" })]);
  expect(await marksOf("freeA1")).toEqual([expect.objectContaining({ code: "travel" })]);
});

it("marks nobody who gave their place up, or whose other activity was cancelled", async () => {
  await house.cancel(morning);

  expect(await marksOf("freeA1")).toBeUndefined();
});

it("tells who plans an activity how many others lie too near", async () => {
  const { problems } = await house.as("organizer").post<{ problems: { text: string }[] }>("/activities/preview", {
    ...{ title: "慰问", place: "文化馆", origin: "alliance", sessions: session("14:30", "16:00") },
    ...{ recruitUntil: house.day(4, "18:00"), ...everybody },
  });

  expect(problems.map(({ text }) => text)).toContainEqual(expect.stringContaining("前后60分钟内"));
});

it("counts by the minutes that the alliance sets, from 0 to 240", async () => {
  const { version } = await house.as("admin").get<{ version: number }>("/organization");
  const set = (travelMinutes: number) => house.as("admin").patch("/organization", { version, travelMinutes });
  await expect(set(241)).rejects.toMatchObject({ code: "input.invalid" });
  await expect(set(-1)).rejects.toMatchObject({ code: "input.invalid" });
  const other = await house.startActivity({
    ...{ in: 6, place: "敬老院", sessions: session("14:30", "16:00") },
    ...everybody,
  });
  const warnings = async () =>
    (await house.as("freeA1").get<Mine>(`/activities/${other.id}/sign-ups/me`)).positions[0]?.warnings.length;
  expect(await warnings()).toBe(1);
  await set(30);

  expect(await warnings()).toBe(0);
});
