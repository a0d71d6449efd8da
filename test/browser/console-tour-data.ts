import { UnitId } from "@yigong/core/organization/organization.ts";
import type { Started, Who } from "@yigong/testing/alliance.ts";
import { rosterCsv } from "@yigong/testing/sample/people.ts";
import { lineOf } from "./console-tour-words.ts";
import type { PhoneHouse } from "./phone.ts";

type House = PhoneHouse["house"];

/** Names as people have them, long ones and short ones: pages are looked at with these. */
const NAMES: Partial<Record<Who, string>> = {
  admin: "尹智晓",
  alliance: "龙文庆",
  organizer: "沈玉兰",
  secretaryA: "顾建国",
  secretaryB: "钱正",
  lead: "潘晓燕",
  service: "丁宁",
  auditor: "陆一鸣",
  counterHead: "殷红梅",
  hotlineHead: "周海涛",
  partyA1: "张晓明",
  partyA2: "王丽",
  partyA3: "欧阳文静",
  partyA4: "李国强",
  partyB1: "徐敏",
  partyB2: "阿依古丽·买买提",
  partyB3: "孙志远",
  partyB4: "朱丹",
  freeA1: "陈思雨",
  freeA2: "赵小满",
  freeB1: "吴磊",
  coverA1: "刘芳",
  coverA2: "何俊杰",
  coverB1: "高翔",
  coverHotline: "林静",
  coverOffice: "郭涛",
};

export async function giveNames({ machine, idOf }: House): Promise<void> {
  const { members } = machine.app.useCases;
  for (const [who, name] of Object.entries(NAMES))
    await members.change(idOf(who as Who), (member) => ({
      to: {
        ...member,
        name,
        mobile: `138${idOf(who as Who)
          .replaceAll(/\D/g, "")
          .padEnd(8, "6")
          .slice(0, 8)}`,
      },
      at: machine.now(),
    }));
}

export interface Cast {
  /** Which goes through its whole life. */
  activity: Started;
  long: Started;
  /** Plans of a team: one that waits, one that was returned. */
  proposed: Started;
  returned: Started;
}

const plan = (house: House, days: number, title: string) =>
  house.startActivity({
    ...{ in: days, by: "lead", title, origin: "team", teamId: house.unitId("爱心奉献") as never },
    proposal: {
      plan: "走访独居老人并检修线路，分四组，每组五人；每组一名电工，当天 8:30 在文化广场集合。",
      wishes: { guidance: true, moneyFen: 50_000, volunteers: { teamIds: [house.unitId("信息化专家")], headCount: 8 } },
    } as never,
  });

/** A Tuesday near the end of a year, so that its honours are not far. */
export const TOUR_STARTS = "2026-12-08T01:00:00.000Z";

/** What is going on in these days. */
export async function begin(house: House): Promise<Cast> {
  const activity = await house.startActivity({
    ...{ in: 4, headCount: 4, title: "冬至走进敬老院", place: "海陵区敬老院" },
    servedParty: { kind: "definite", description: "敬老院的老人和家属" },
  });
  const long = await house.startActivity({
    ...{ in: 9, title: lineOf("title"), place: lineOf("place"), description: lineOf("title") },
    audience: { branchIds: ["一支部", "二支部"].map((name) => UnitId.parse(house.unitId(name))), teamIds: [] },
    sessions: [0, 1].map((day) => ({
      startsAt: house.day(9 + day, "09:00"),
      endsAt: house.day(9 + day, "12:00"),
      positions: [
        { name: "便民服务台接待与登记引导", headCount: 2 },
        { name: "宽带检修", headCount: 1, requiredSkills: ["光纤熔接", "高处作业"] },
      ],
    })),
  });
  await house.startActivity({ in: 5, title: "社区宽带检修" });
  const dropped = await house.startActivity({ in: 12, title: "公园清扫" });
  await house.cancel(dropped);
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.askLeave(activity, "partyA3", { note: "当天在机房值班，调不开", evidence: "排班表照片" });
  await house.askLeave(activity, "partyA4", { reason: "illness", note: "发烧" });
  const [from, to] = [activity.at("08:00"), activity.at("16:00")];
  await house.putShifts([
    { who: "partyA1", post: "营业员", from, to },
    { who: "partyA2", post: "营业员", from, to },
  ]);
  const proposed = await plan(house, 20, "陪伴独居老人过元旦");
  const returned = await plan(house, 25, "家电义务维修");
  await house.returnForChanges(returned);
  for (const [date, description, beneficiary] of DEEDS)
    await house.as("organizer").post("/deeds", { date, description, beneficiary, evidence: "客户送来感谢信" });
  await house.as("alliance").post("/rule-drafts", {
    ...{ terms: await termsFrom(house, "2027-02-01T00:00:00.000+08:00") },
    reason: "鼓励多参加，党委会议定。",
  });
  await sendBadRoster(house);
  return { activity, long, proposed, returned };
}

const DEEDS = [
  ["2026-12-06", "营业员拾到钱包，交还给客户。", "client"],
  ["2026-12-07", "下班路上扶起摔倒的老人，陪同到医院，等到家属来了才离开；家属第二天打来电话致谢。", "society"],
] as const;

/** The rules that hold, with more for each time, from an instant on. */
async function termsFrom(house: House, from: string): Promise<object> {
  const { items } = await house.as("auditor").get<{ items: { version: number }[] }>("/rule-sets");
  const { version: _, ...terms } = items.at(-1) ?? { version: 0 };
  return { ...terms, attendancePoints: 200, effectiveFrom: new Date(from).toISOString() };
}

/** A roster with two faults, which waits to be put right. */
async function sendBadRoster(house: House): Promise<void> {
  const [header = "", ...lines] = rosterCsv().split("\n");
  const bad = lines.map((line, at) => (at === 3 ? line.replace("二支部", "三支部，") : line));
  const form = new FormData();
  form.append("kind", "roster");
  form.append(
    "file",
    new File([[header, ...bad.slice(0, -1), "20#02,新人,群从,一支部,市场一部,营业员,,,"].join("\n")], "十二月名册.csv"),
  );
  await house.as("admin").send("/imports", form);
}

/** Through covers and the day itself to the archive; what is said at each step is for the visitor. */
export const cover = async (house: House, activity: Started): Promise<void> => {
  await house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: true });
  await house.decideLeave(activity, "partyA4", { by: "secretaryA", approve: false });
  await house.addServed(activity, ["13800001234", "13900001111"]);
  await house.advanceTo(activity.at("18:01", -2));
};

export const serve = async (house: House, activity: Started): Promise<void> => {
  await house.acceptCover(activity, "coverA1");
  await house.confirmCover(activity, "coverA1");
  await house.advanceTo(activity.at("08:40"));
  await house.checkIn(activity, "partyA2", "freeA1");
};

export const finish = async (house: House, activity: Started): Promise<void> => {
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "partyA2", "freeA1");
  await house.advanceTo(activity.at("14:01"));
};

export const score = async (house: House, activity: Started): Promise<void> => {
  await house.closeSurvey(activity);
  await house.machine.settle();
  await house.as("freeA1").post("/points/objections", { activityId: activity.id, text: "我当天还代班一次，没有计。" });
};

/** What stays of an activity that was filed: a campaign, a typical case, praise, a deed that waits. @returns the campaign */
export async function keep(house: House, activity: Started): Promise<string> {
  const [from, to] = [house.day(-20, "12:00"), house.day(20, "12:00")].map((at) => at.slice(0, 10));
  const said = { name: "敬老月", from, to, summary: "走进三家敬老院，陪伴老人。" };
  const { id: campaignId } = await house.as("alliance").post<{ id: string }>("/campaigns", said);
  await house.as("organizer").put(`/activities/${activity.id}/campaign`, { campaignId });
  const why = "分组陪伴的做法可在其他支部推广。";
  await house.as("alliance").post(`/activities/${activity.id}/typical-case`, { why });
  const issuer = "海陵区敬老院";
  const text = "志愿者冒雨前来，陪老人包饺子、讲故事，老人和家属都很感动。";
  const date = house.day(0, "12:00").slice(0, 10);
  const receivers = [
    { kind: "activity", activityId: activity.id },
    { kind: "member", memberId: house.idOf("freeA1") },
    { kind: "team", teamId: house.unitId("爱心奉献") },
  ];
  for (const receiver of receivers) await house.as("alliance").post("/praise", { issuer, date, text, to: receiver });
  await house.as("freeA1").post("/deeds", {
    ...{ date, description: "为一位老人修好收音机，教会老人收听戏曲。", beneficiary: "client" },
    activityId: activity.id,
  });
  return campaignId;
}
