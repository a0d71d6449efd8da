import { CAST } from "@yigong/local/demo/cast.ts";
import { listOf } from "@yigong/local/demo/people.ts";
import type { CloudScene, CloudStep } from "./scene.ts";

interface Trainers {
  items: { memberId: string; employeeNumber: string }[];
}

/** A class that was held is entered from paper, one passes, and its trainer closes it and has a point. */
async function taught(scene: CloudScene) {
  const alliance = scene.as(CAST.alliance);
  const { items } = await alliance.get<Trainers>("/trainers");
  const trainer = items.find(({ employeeNumber }) => employeeNumber !== CAST.alliance);
  const everybody = await listOf<{ employeeNumber: string; volunteerSince?: string }>(scene, CAST.alliance, "/members");
  const numbers = everybody
    .filter((one) => one.volunteerSince && ![trainer?.employeeNumber, CAST.alliance].includes(one.employeeNumber))
    .slice(0, 3)
    .map(({ employeeNumber }) => employeeNumber);
  const course = await alliance.send<{ id: string }>("POST", "/courses", {
    ...{ title: "急救", about: "心肺复苏和包扎。", kind: "internal", audience: "volunteers" },
    certifies: { skill: "急救", months: 24 },
  });
  const one = await alliance.send<{ id: string; sessions: { id: string }[] }>("POST", "/classes", {
    ...{ courseId: course.id, trainerIds: [trainer?.memberId], place: "培训教室", seats: 10, late: "纸质签到" },
    sessions: [{ startsAt: "2026-09-15T06:00:00.000Z", endsAt: "2026-09-15T08:00:00.000Z" }],
  });
  const path = `/classes/${one.id}`;
  interface People {
    items: { memberId: string }[];
  }
  const people = await alliance.send<People>("POST", `${path}/sessions/${one.sessions[0]?.id}/attendances`, {
    numbers,
  });
  const result = { memberId: people.items[0]?.memberId, outcome: "passed" };
  await alliance.send("POST", `${path}/results`, { items: [result] });
  await scene.as(trainer?.memberId ?? "").send("POST", `${path}/close`);
  await scene.cloud.settle();
  const { entries } = await scene
    .as(trainer?.memberId ?? "")
    .get<{ entries: { items: { kind: string }[] } }>("/members/me/points?year=2026");
  if (!entries.items.some(({ kind }) => kind === "training")) throw new Error("The trainer has no point.");
}

/** What is taught. */
export const TRAINING: readonly CloudStep[] = [{ title: "a class gives a skill and a point", run: taught }];
