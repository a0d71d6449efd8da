import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const why = "签到表上没有签名";
const path = (activity: Started, rest = "") =>
  `/activities/${activity.id}/sessions/${activity.sessions[0]?.id}/paper-sheet${rest}`;
const line = (who: Who, state: "present" | "absent") => ({
  memberId: house.idOf(who),
  state,
  ...(state === "absent" ? { why } : {}),
});
const rowsOf = async (activity: Started) =>
  Object.fromEntries(
    (await house.machine.app.useCases.attendances.of(activity.id)).map((row) => [house.whoIs(row.memberId), row]),
  );

/** partyA1, partyA2 and freeA1 have a place. */
async function served(): Promise<Started> {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("11:00"));
  return activity;
}

it("is a roll-call with paper as its source while the roll can be called", async () => {
  const activity = await served();
  const lines = [line("partyA1", "present"), line("partyA2", "absent")];
  const answer = await house.as("organizer").post(path(activity), { lines });

  expect(answer).toEqual({ recorded: 2, asked: 0 });
  expect(await rowsOf(activity)).toMatchObject({
    partyA1: { state: "present", method: "paper" },
    partyA2: { state: "absent", paper: true, why },
  });
  expect(await house.told(activity, "partyA2")).toContain("absence.recorded");
  await house.cancel(activity);
});

it("is one batch afterwards, absences too, which a second person approves as a whole; sent twice it is one", async () => {
  const activity = await served();
  await house.advanceTo(activity.at("20:00"));
  const lines = [line("partyA1", "present"), line("partyA2", "absent")];
  await expect(house.as("organizer").post(path(activity), { lines })).rejects.toMatchObject({
    code: "attendance.sheet_reason",
  });
  const late = { lines, reason: "现场没有网络，回来才录入" };
  await house.as("organizer").post(path(activity), late);
  expect(await house.as("organizer").post(path(activity), late)).toEqual({ recorded: 0, asked: 2 });
  await house.as("organizer").post(path(activity), { ...late, lines: [line("freeA1", "present")] });
  expect(await house.told(activity, "alliance")).toContain("attendance.paperSheetAsked");
  const todo = await house.as("alliance").get<{ items: { kind: string }[] }>("/me/todo");
  expect(todo.items.map(({ kind }) => kind)).toContain("paperSheet");

  await expect(house.as("organizer").post(path(activity, "/decision"), { approve: true })).rejects.toMatchObject({
    code: "attendance.second_person",
  });
  expect((await rowsOf(activity)).partyA1?.state).not.toBe("present");
  const decided = await house.as("alliance").post(path(activity, "/decision"), { approve: true });
  await house.as("alliance").post(path(activity, "/decision"), { approve: true });

  expect(decided).toMatchObject({ status: "approved" });
  expect(await rowsOf(activity)).toMatchObject({
    partyA1: { state: "present", method: "paper", backEntered: { approvedBy: house.idOf("alliance") } },
    partyA2: { state: "absent", paper: true, why },
    freeA1: { state: "present", method: "paper" },
  });
  await expect(
    house.as("alliance").post(path(activity, "/decision"), { approve: false, reason: "不符" }),
  ).rejects.toMatchObject({ code: "attendance.sheet_decided" });
});

it("puts nothing down that is refused, and takes nobody who has no place", async () => {
  const activity = await served();
  await house.advanceTo(activity.at("20:00"));
  const late = { lines: [line("partyA1", "present")], reason: "现场没有网络" };
  await expect(
    house.as("organizer").post(path(activity), { ...late, lines: [line("freeA2", "present")] }),
  ).rejects.toMatchObject({ code: "attendance.not_participant" });
  await expect(house.as("alliance").post(path(activity, "/decision"), { approve: true })).rejects.toMatchObject({
    code: "attendance.sheet_missing",
  });
  await house.as("organizer").post(path(activity), late);
  await house.as("alliance").post(path(activity, "/decision"), { approve: false, reason: "与照片不符" });

  expect((await rowsOf(activity)).partyA1?.state).not.toBe("present");
  expect(await house.told(activity, "partyA1")).toContain("attendance.paperSheetRefused");
  expect(await house.told(activity, "organizer")).toContain("attendance.paperSheetRefused");
  expect(house.faults).toEqual([]);
});

it("takes nothing back that was seen: who checked in by code stays present", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.signUp(activity, "partyA1", "partyA2");
  await house.advanceTo(activity.at("08:40"));
  await house.checkIn(activity, "partyA1");
  await house.advanceTo(activity.at("20:00"));
  const late = { lines: [line("partyA1", "absent"), line("partyA2", "present")], reason: "现场没有网络" };
  await house.as("organizer").post(path(activity), late);
  await house.as("alliance").post(path(activity, "/decision"), { approve: true });

  expect(await rowsOf(activity)).toMatchObject({
    partyA1: { state: "present", method: "code" },
    partyA2: { state: "present", method: "paper" },
  });
});
