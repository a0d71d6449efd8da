import type { Who } from "@yigong/testing/alliance.ts";
import { numberOf } from "@yigong/testing/sample/people.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

/** Those of 市场一部, the best first. */
const ORDER: readonly Who[] = [
  "partyA1",
  "partyA2",
  "partyA3",
  "freeA1",
  "freeA2",
  "coverA1",
  "coverA2",
  "counterHead",
  "hotlineHead",
  "coverHotline",
];

/** The alliance's one person is named, a ranking is in, and of two pairs one goes on and one is asked. */
async function makeMentoring({ house }: Pick<PhoneHouse, "house">): Promise<{ rankingId: string }> {
  await house
    .as("admin")
    .post(`/members/${house.idOf("coverOffice")}/roles`, { role: "committee", scope: { kind: "all" } });
  await house.as("coverOffice").put("/rankings/officer", { memberId: house.idOf("service") });
  const { id } = await house.as("service").post<{ id: string }>("/rankings", {
    ...{ departmentId: house.unitId("市场一部"), period: "2026-06", kind: "performer", metric: "业绩完成率" },
    rows: ORDER.map((who, at) => ({ number: numberOf(who), rank: at + 1 })),
  });
  const pair = (mentor: Who, mentee: Who) =>
    house.as("service").post<{ id: string }>("/mentorings", {
      ...{ kind: "performer", rankingId: id, mentorId: house.idOf(mentor), menteeId: house.idOf(mentee) },
    });
  const going = await pair("partyA1", "coverHotline");
  await house.as("partyA1").post(`/mentorings/${going.id}/consent`, {});
  await house.as("coverHotline").post(`/mentorings/${going.id}/consent`, {});
  await house.as("partyA1").post(`/mentorings/${going.id}/contacts`, {
    ...{ day: house.day(0, "12:00").slice(0, 10), how: "show", note: "一起走了一遍宽带续约的讲法" },
  });
  await pair("partyA2", "hotlineHead");
  return { rankingId: id };
}

/** Pairs and rankings at a desk: of who counts, and of the one person who sees who is last. */
export async function mentoringAtDesk(phones: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "mentoring-empty", who: "alliance", path: "/console/mentoring" });
  await visit({ name: "rankings-empty", who: "alliance", path: "/console/rankings" });
  const { rankingId } = await makeMentoring(phones);
  await visit({ name: "mentoring-counts", who: "alliance", path: "/console/mentoring" });
  await visit({
    name: "mentoring",
    who: "service",
    path: "/console/mentoring",
    act: (page) => page.locator(".ant-table-row-expand-icon-collapsed").first().click(),
  });
  await visit({
    name: "mentoring-propose",
    who: "service",
    path: "/console/mentoring",
    act: (page) => page.getByRole("button", { name: /^(提议结对|Propose a pair)$/ }).click(),
  });
  await visit({ name: "rankings", who: "service", path: "/console/rankings" });
  await visit({
    name: "ranking-add",
    who: "service",
    path: "/console/rankings",
    act: async (page) => {
      await page.getByRole("button", { name: /^(录入排名|Enter a ranking)$/ }).click();
      await page.getByRole("textbox", { name: /^(工号和名次|Employee numbers and ranks)$/ }).fill("0001\t1\n0002");
    },
  });
  await visit({ name: "ranking", who: "service", path: `/console/rankings/${rankingId}` });
}

/** One's own pairs on a phone. */
export async function mentoringOnPhone(phones: PhoneHouse, visit: Visit): Promise<void> {
  await visit({ name: "mentoring-empty", who: "partyA1", path: "/m/mentoring" });
  await makeMentoring(phones);
  await visit({ name: "mentoring-asked", who: "hotlineHead", path: "/m/mentoring" });
  await visit({ name: "mentoring", who: "coverHotline", path: "/m/mentoring" });
  await visit({
    name: "mentoring-meet",
    who: "partyA1",
    path: "/m/mentoring",
    act: (page) => page.getByRole("button", { name: /^(记一次联系|Write down a contact)$/ }).click(),
  });
  await visit({
    name: "mentoring-end",
    who: "partyA1",
    path: "/m/mentoring",
    act: (page) => page.getByRole("button", { name: /^(结束结对|End the pair)$/ }).click(),
  });
}
