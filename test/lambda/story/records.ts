import { CAST } from "@yigong/local/demo/cast.ts";
import { listOf, roster, unitNamed } from "@yigong/local/demo/people.ts";
import { pathOf, sessionOf } from "./activity.ts";
import type { CloudScene, CloudStep } from "./scene.ts";

/** Somebody who was down as absent was there after all: they object, one asks for the correction, another approves it. */
async function corrected(scene: CloudScene) {
  const path = pathOf(scene, "care");
  const { second = "" } = scene.notes;
  const said = { activityId: scene.notes.care, text: "我当天在现场帮忙，只是忘记签到了。" };
  const objection = await scene.as(second).send<{ id: string }>("POST", "/points/objections", said);
  const { sessionId } = await sessionOf(scene, "care");
  const change = { kind: "present", sessionId, halfDays: 1 };
  const wish = { memberId: second, change, reason: "核对照片，确在现场", objectionId: objection.id };
  const { id } = await scene.as(CAST.organizer).send<{ id: string }>("POST", `${path}/corrections`, wish);
  await scene.as(CAST.alliance).get("/points/corrections");
  await scene.as(CAST.alliance).send("POST", `${path}/corrections/${id}/decision`, { verdict: "approve" });
  const verdict = { upheld: true, reason: "已更正积分" };
  await scene.as(CAST.alliance).send("POST", `/points/objections/${objection.id}/decision`, verdict);
  await scene.cloud.settle();
  interface Year {
    entries: { items: { id: string; kind: string }[] };
  }
  const { entries } = await scene.as(second).get<Year>("/members/me/points?year=2026");
  const [entry] = entries.items;
  if (!entry) throw new Error("The correction left no entry.");
  const about = { entryId: entry.id, text: "工日似乎还少算了半天。" };
  const again = await scene.as(second).send<{ id: string }>("POST", "/points/objections", about);
  const rejected = { upheld: false, reason: "与名单一致，维持不变" };
  await scene.as("000120").send("POST", `/points/objections/${again.id}/decision`, rejected);
  await scene.cloud.settle();
}

async function rules(scene: CloudScene) {
  const { items } = await scene.as(CAST.alliance).get<{ items: { version: number }[] }>("/rule-sets");
  const { version: _, ...terms } = items.at(-1) ?? { version: 0 };
  const wish = { terms: { ...terms, effectiveFrom: "2026-12-31T16:00:00.000Z" }, reason: "来年沿用本年标准" };
  const draft = await scene.as(CAST.alliance).send<{ id: string }>("POST", "/rule-drafts", wish);
  await scene.as(CAST.alliance).get(`/rule-drafts/${draft.id}/preview`);
  await scene.as("000120").send("POST", `/rule-drafts/${draft.id}/adopt`);
}

async function deeds(scene: CloudScene) {
  const writing = { date: "2026-10-20", description: "为敬老院更换了走廊的灯泡", beneficiary: "client" };
  const deed = await scene.as(CAST.organizer).send<{ id: string }>("POST", "/deeds", writing);
  await scene.as(CAST.organizer).get("/deeds/2026/count");
  await scene.as(CAST.organizer).send("POST", `/deeds/2026/${deed.id}/void`, { reason: "与活动重复登记" });
}

/** A unit that is made and taken back, a role that is given and taken, a deputy, a phone number that is asked for. */
async function people(scene: CloudScene) {
  const admin = scene.as(CAST.administrator);
  const unit = await admin.send<{ id: string }>("POST", "/units", { kind: "team", name: "网络安全" });
  await admin.send("DELETE", `/units/${unit.id}`);
  const everybody = await roster(scene);
  const one = everybody.find(({ employeeNumber }) => employeeNumber === "000132");
  const path = `/members/${one?.id}`;
  await admin.get(`${path}/contact`);
  await admin.send("POST", `${path}/roles`, { role: "committee", scope: { kind: "all" } });
  await admin.send("DELETE", `${path}/roles?role=committee`);
  const { items } = await scene.as(one?.id ?? "").get<{ items: { id: string }[] }>("/messages");
  const [message] = items;
  if (message) await scene.as(one?.id ?? "").send("POST", `/messages/${message.id}/read`);
  await admin.get("/organization/figures");
  await listOf(scene, CAST.alliance, "/activities?from=2026-01-01T00:00:00.000Z&to=2027-01-01T00:00:00.000Z");
}

async function exported(scene: CloudScene) {
  const ledger = await scene.download("000132", "/exports/ledger.jsonl");
  if (!ledger.includes('"entry"')) throw new Error("The ledger's export has no entry.");
  await scene.download("000132", "/exports/ledger.xlsx");
}

/** A series makes its one visit by itself when it is to be announced; then it is called off. */
async function visits(scene: CloudScene) {
  const organizer = scene.as(CAST.organizer);
  const branchId = await unitNamed(scene, "branch", "海陵党支部");
  const { id } = await organizer.send<{ id: string }>("POST", "/series", {
    content: {
      title: "福利院探访",
      description: "陪孩子们做手工。",
      place: "海陵福利院",
      risks: "路上注意安全。",
      origin: "alliance",
      scope: "general",
      beneficiary: "society",
      purposes: [],
      minimumPeople: 0,
      servedParty: { kind: "none", reason: "面向全院儿童" },
      surveyDays: 3,
      audience: { branchIds: [branchId], teamIds: [] },
    },
    sessions: [{ startTime: "09:00", minutes: 120, positions: [{ name: "陪伴", headCount: 3, requiredSkills: [] }] }],
    rule: { kind: "weekly", everyWeeks: 1, weekdays: [3] },
    from: "2026-11-11",
    until: "2026-11-11",
  });
  await scene.cloud.settle();
  await scene.until("2026-10-29T02:00:00.000Z");
  const { visits: made } = await organizer.get<{ visits: { activityId?: string }[] }>(`/series/${id}`);
  if (made[0]?.activityId === undefined) throw new Error("The series made no visit.");
  await organizer.send("POST", `/activities/${made[0].activityId}/cancel`, { reason: "福利院装修" });
  await scene.cloud.settle();
}

/** What is kept, corrected, read and taken out. */
export const RECORDS: readonly CloudStep[] = [
  { title: "points are corrected after an objection", run: corrected },
  { title: "next year's rules", run: rules },
  { title: "deeds", run: deeds },
  { title: "units, roles and messages", run: people },
  { title: "the ledger is exported", run: exported },
  { title: "a series makes its visit", run: visits },
];
