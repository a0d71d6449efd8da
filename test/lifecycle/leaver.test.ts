import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { numberOf, rosterCsv } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const gone = new Set<Who>();

/** Imports the roster without these people and those who are gone already. @returns the import */
async function importWithout(...people: Who[]): Promise<string> {
  for (const who of people) gone.add(who);
  const rows = rosterCsv().split("\n");
  const kept = rows.filter((row) => ![...gone].some((who) => row.startsWith(`${numberOf(who)},`)));
  const form = new FormData();
  form.append("kind", "roster");
  form.append("file", new File([kept.join("\n")], "roster.csv"));
  const { id } = await house.as("admin").send<{ id: string }>("/imports", form);
  await house.as("admin").post(`/imports/${id}/apply`);
  return id;
}

async function leaveOn(leftOn: string, ...people: Who[]): Promise<void> {
  const { web, secrets, now, settle, app } = house.machine;
  const token = await tokenFor(house.idOf("admin"), { secret: secrets.tokens, at: now() });
  for (const who of people) {
    gone.add(who);
    const { version } = await app.useCases.members.get(house.idOf(who));
    const answer = await web.request(`/api/v1/members/${house.idOf(who)}`, {
      method: "PATCH",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ version, leftOn }),
    });
    expect(answer.status).toBe(200);
  }
  await settle();
}

const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const today = () => dayOf(house.machine.now());
const onShift = (activity: Started, who: Who) => ({
  who,
  post: "营业员" as const,
  from: activity.at("08:00"),
  to: activity.at("16:00"),
});

it("excuses who covers a shift instead of serving, in the list as on their own page", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.putShifts([onShift(activity, "partyA1")]);
  await house.signUp(activity, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));
  const [need] = await house.machine.app.useCases.covers.of(activity.id);
  const by = { memberId: house.idOf("partyA2"), reason: "熟悉岗位" };
  await house.as("alliance").post(`/activities/${activity.id}/covers/${need?.id}/assign`, by);
  await house.confirmCover(activity, "partyA2");
  const own = await house.as("partyA2").get<{ dutyState: string }>(`/activities/${activity.id}/sign-ups/me`);
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, "partyA1");
  const lines = [{ memberId: house.idOf("partyA2"), state: "absent", why: "没有来" }];
  const session = `/activities/${activity.id}/sessions/${activity.sessions[0]?.id}`;

  await expect(house.as("organizer").post(`${session}/roll-call`, { lines })).rejects.toMatchObject({
    code: "attendance.not_expected",
  });
  expect(own.dutyState).toBe("released");
  await house.advanceTo(activity.at("14:01"));
  expect(await house.attendanceOf(activity)).toEqual({
    partyA1: "present",
    partyA3: "unexcused",
    partyA4: "unexcused",
  });
  expect(await house.dutyCounts(activity)).toMatchObject({ present: 1, released: 1, unexcused: 2 });
  await house.fileArchive(activity);
  expect(await house.pointsOf(activity)).toEqual({ partyA1: "1.25", "partyA2 cover": "0.50" });
  expect(house.faults).toEqual([]);
});

interface Scene {
  leave: (...people: Who[]) => Promise<unknown>;
  /** Has a place, which `waits` would like. */
  placed: Who;
  waits: Who;
  /** Has a place and a shift, which `covers` works. */
  serves: Who;
  covers: Who;
  /** Has asked for leave. */
  asks: Who;
}
const byChange: Scene = {
  leave: (...people) => leaveOn(today(), ...people),
  placed: "partyA1",
  waits: "freeA1",
  serves: "partyA2",
  covers: "coverA1",
  asks: "partyA3",
};
const byImport: Scene = {
  leave: importWithout,
  placed: "partyB1",
  waits: "freeB1",
  serves: "partyB2",
  covers: "coverB1",
  asks: "partyB3",
};

describe.each([
  ["by the member's change", byChange],
  ["by an import that lacks them", byImport],
])("who leaves %s", (_, { leave, placed, waits, serves, covers, asks }) => {
  let activity: Started;

  it("frees the place for who waits, gives up covers, and needs no decision on leave", async () => {
    activity = await house.startActivity({ in: 4, headCount: 2, audience: { branchIds: [], teamIds: [] } });
    await house.putShifts([onShift(activity, serves)]);
    await house.signUp(activity, placed, serves, waits);
    await house.askLeave(activity, asks);
    await house.advanceTo(activity.at("18:01", -2));
    await house.acceptCover(activity, covers);
    await house.confirmCover(activity, covers);
    expect(await house.placesOf(activity)).toEqual({ [placed]: "placed", [serves]: "placed", [waits]: "waiting" });
    await leave(placed, covers, asks);

    expect(await house.placesOf(activity)).toEqual({ [placed]: "withdrawn", [serves]: "placed", [waits]: "offered" });
    expect(await house.told(activity, waits)).toContain("participation.offered");
    expect(await house.told(activity, "organizer")).toContain("participation.left");
    const [need] = await house.coversOf(activity);
    expect(need).toMatchObject({ for: serves, status: "offered" });
    expect(need?.by).not.toBe(covers);
    expect(await house.told(activity, serves)).toContain("cover.lost");
    expect(await house.leavesOf(activity)).toEqual({ [asks]: "withdrawn" });
  });

  it("needs no cover any more, and is put down as absent nowhere", async () => {
    await leave(serves);

    expect(await house.coversOf(activity)).toMatchObject([{ for: serves, status: "void", reason: "participantLeft" }]);
    await house.advanceTo(activity.at("14:01"));
    const absent = await house.attendanceOf(activity);
    for (const who of [placed, serves, asks]) expect(absent).not.toHaveProperty(who);
    expect(await house.dutyCounts(activity)).toMatchObject({ unexcused: Object.keys(absent).length });
    expect(house.faults).toEqual([]);
    await house.cancel(activity);
  });
});

it("tells the alliance what the organizer would be told, once they have left", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA4");
  await leaveOn(today(), "organizer", "partyA4");

  expect(await house.told(activity, "alliance")).toContain("participation.left");
  gone.clear();
  await importWithout();
  await house.cancel(activity);
});

it("keeps today's place and points of who leaves tomorrow, and frees the later place", async () => {
  const now = await house.startActivity({ in: 4 });
  const later = await house.startActivity({ in: 6 });
  await house.signUp(now, "partyA1");
  await house.signUp(later, "partyA1");
  await leaveOn(dayOf(now.at("12:00", 1)), "partyA1");

  expect(await house.placesOf(now)).toEqual({ partyA1: "placed" });
  expect(await house.placesOf(later)).toEqual({ partyA1: "withdrawn" });
  await house.cancel(later);
  await house.advanceTo(now.at("09:00"));
  await house.checkIn(now, "partyA1");
  await house.advanceTo(now.at("14:01"));
  await house.fileArchive(now);
  expect(await house.pointsOf(now)).toEqual({ partyA1: "1.25" });
});

it("takes points and absences from after a leaving date that was put down late", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA2", "partyA3");
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, "partyA2");
  await house.advanceTo(activity.at("14:01"));
  expect(await house.attendanceOf(activity)).toMatchObject({ partyA2: "present", partyA3: "unexcused" });
  await leaveOn(dayOf(activity.at("09:00")), "partyA2");
  await leaveOn(dayOf(activity.at("09:00", -1)), "partyA3");

  expect(await house.attendanceOf(activity)).toMatchObject({ partyA3: "excused" });
  await house.fileArchive(activity);
  expect(await house.pointsOf(activity)).toEqual({});
  expect(house.faults).toEqual([]);
});

it("gives places back when the import is taken back, and who moved up keeps theirs", async () => {
  gone.clear();
  await importWithout();
  const activity = await house.startActivity({ in: 4, headCount: 2 });
  await house.signUp(activity, "partyA3", "partyA4", "freeA1");
  await house.advanceTo(activity.at("18:01", -2));
  const id = await importWithout("partyA3", "partyA4");
  expect(await house.placesOf(activity)).toEqual({ partyA3: "withdrawn", partyA4: "withdrawn", freeA1: "offered" });
  await house.as("freeA1").post(`/activities/${activity.id}/offers/${activity.sessions[0]?.id}/accept`);
  await house.as("admin").post(`/imports/${id}/undo`);

  const { partyA3 = "", partyA4 = "", freeA1 } = await house.placesOf(activity);
  expect([freeA1, ...[partyA3, partyA4].sort()]).toEqual(["placed", "placed", "released"]);
  const told = [...(await house.told(activity, "partyA3")), ...(await house.told(activity, "partyA4"))];
  expect(told).toEqual(expect.arrayContaining(["participation.regained", "participation.notRegained"]));
  expect(house.faults).toEqual([]);
});
