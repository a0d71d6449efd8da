import type { Who } from "@yigong/testing/alliance.ts";
import type { PhoneHouse } from "./phone.ts";
import type { Visit } from "./stop.ts";

interface Unit {
  id: string;
  name: string;
  version: number;
}
interface Offer {
  id: string;
  version: number;
  byOrder: string[];
  sheet: { memberId: string }[];
}

/** Trainers of several levels, one of whom is a volunteer no more. */
async function appoint({ house }: PhoneHouse): Promise<void> {
  const { items } = await house.as("admin").get<{ items: Unit[] }>("/units?kind=team");
  const appointed: [Who, string, string][] = [
    ["partyA1", "2024-03-01", "senior"],
    ["freeA1", "2025-09-01", "intermediate"],
    ["partyB2", "2026-01-01", "junior"],
  ];
  for (const [who, from, level] of appointed)
    await house.as("alliance").post(`/trainers/${house.idOf(who)}/appointments`, {
      ...{ from, level, teamIds: items.slice(0, 1).map(({ id }) => id) },
    });
  await house.as("alliance").post(`/trainers/${house.idOf("freeA1")}/appointments/2025-09-01/end`, {
    ...{ until: "2026-12-31", reason: "本人工作调动，年底前交接完毕。" },
  });
}

/** An offer to a department with a head, and five candidates, three of whom are equal. */
async function offer({ house }: PhoneHouse): Promise<Offer> {
  const { items } = await house.as("admin").get<{ items: Unit[] }>("/units?kind=department");
  const department = items.find(({ name }) => name === "市场一部");
  const headId = house.idOf("counterHead");
  await house.as("admin").patch(`/units/${department?.id}`, { headId, version: department?.version });
  const knownFrom = new Date(Date.parse(house.machine.now()) + 60_000).toISOString();
  const held = await house.as("alliance").post<Offer>("/nominations", {
    ...{ title: "网络安全高级研修班", organizer: "省通信学会", about: "五天脱产培训，结业考核后发证。", places: 2 },
    ...{ departmentId: department?.id, startsOn: house.day(40, "09:00").slice(0, 10) },
    ...{ endsOn: house.day(44, "09:00").slice(0, 10), requires: {}, renews: "网络安全" },
    draw: { source: "中国福利彩票双色球下一期开奖号码", knownFrom },
  });
  const scores: [Who, string][] = [
    ["partyA1", "87.5"],
    ["partyA2", "85"],
    ["freeA1", "89.99"],
    ["coverA1", "88.25"],
    ["coverA2", "94"],
  ];
  return house.as("counterHead").put<Offer>(`/nominations/${held.id}/candidates`, {
    candidates: scores.map(([who, score]) => ({ memberId: house.idOf(who), score })),
    version: held.version,
  });
}

/** The list closes, the draw is entered, and the head leaves the order for a reason. */
async function listCloses({ house }: PhoneHouse): Promise<void> {
  await house.advanceTo(new Date(Date.parse(house.machine.now()) + 120_000).toISOString());
}
function draw({ house }: PhoneHouse, { id }: Offer): Promise<Offer> {
  return house.as("alliance").post<Offer>(`/nominations/${id}/draw`, { value: "03 11 19 22 27 30 + 08" });
}
async function decide({ house }: PhoneHouse, { id, version, sheet }: Offer): Promise<void> {
  const chosen = [sheet[0]?.memberId, house.idOf("partyA1")];
  const reason = "此人下月接手网络安全岗位，须先取得证书。";
  await house.as("counterHead").post(`/nominations/${id}/decision`, { chosen: [...new Set(chosen)], version, reason });
}

/** Trainers, the yearly plan and external places at a desk, before and after there is something. */
export async function trainersAtDesk(phones: PhoneHouse, visit: Visit): Promise<void> {
  const at = (name: string, path: string, who: Who = "alliance") => visit({ name, who, path: `/console${path}` });
  await at("trainers-empty", "/trainers");
  await at("places-empty", "/external-places");
  await appoint(phones);
  await at("trainers", "/trainers");
  await at("trainers-year", "/trainers?year=2025");
  await visit({
    ...{ name: "trainers-appoint", who: "alliance", path: "/console/trainers" },
    act: (page) => page.getByRole("button", { name: /^(聘任内训师|Appoint a trainer)$/ }).click(),
  });
  await at("training-plan", "/training-plan?year=2026");
  await visit({
    ...{ name: "training-plan-cell", who: "alliance", path: "/console/training-plan?year=2026" },
    act: (page) => page.locator(".plan-cell").first().click(),
  });
  const held = await offer(phones);
  await at("places", "/external-places");
  await visit({
    ...{ name: "places-offer", who: "alliance", path: "/console/external-places" },
    act: (page) => page.getByRole("button", { name: /^(发布名额|Offer places)$/ }).click(),
  });
  const path = `/external-places/${held.id}`;
  await at("place-open", path, "counterHead");
  await visit({
    ...{ name: "place-candidates", who: "counterHead", path: `/console${path}` },
    act: (page) => page.getByRole("button", { name: /^(报候选人|Put candidates forward)$/ }).click(),
  });
  await listCloses(phones);
  const drawn = await draw(phones, held);
  await visit({
    ...{ name: "place-deciding", who: "counterHead", path: `/console${path}` },
    act: (page) => page.getByRole("button", { name: /^(决定名额|Decide)$/ }).click(),
  });
  await decide(phones, drawn);
  await at("place-decided", path);
}

/** A trainer's own page, and external places for a candidate and for the head, on a phone. */
export async function trainersOnPhone(phones: PhoneHouse, visit: Visit): Promise<void> {
  const at = (name: string, path: string, who: Who) => visit({ name, who, path: `/m${path}` });
  await at("trainer-none", "/trainer", "freeB1");
  await at("external-places-none", "/external-places", "freeB1");
  await appoint(phones);
  await at("trainer", "/trainer", "freeA1");
  const held = await offer(phones);
  const path = `/external-places/${held.id}`;
  await at("external-places", "/external-places", "partyA1");
  await at("external-place-waiting", path, "partyA1");
  await listCloses(phones);
  await at("external-place-draw", path, "alliance");
  const drawn = await draw(phones, held);
  await at("external-place-deciding", path, "counterHead");
  await decide(phones, drawn);
  await at("external-place-decided", path, "partyA2");
  await at("external-place-chosen", path, "partyA1");
}
