import type { Alliance, Started, Who } from "@yigong/testing/alliance.ts";
import { rosterCsv } from "@yigong/testing/sample/people.ts";
import { sendJson } from "./request.ts";

/** Start of the virtual clock: 1 December 2025, 09:00 in Shanghai. */
export const BEGIN = "2025-12-01T01:00:00.000Z";
/** A reason, an explanation or a diary. */
export const TEXT = "数据由升级测试写入，用于核对旧数据。";
const ALL = { kind: "all" };

/**
 * Sends API requests as a member, for what the test alliance has no verb for.
 *
 * @returns a function of method and path, JSON body and idempotency key; it throws unless the answer is 2xx
 */
export const call =
  (house: Alliance, who: Who) =>
  <Answer>(request: string, json?: object, key?: string): Promise<Answer> => {
    const [method = "", path = ""] = request.split(" ");
    const question = { who: house.idOf(who), method, path: `/api/v1${path}`, key };
    return sendJson<Answer>(house.machine, { ...question, ...(json ? { json } : {}) });
  };

/** People check in at the start of an activity's only session and out at its end. */
export async function serve(house: Alliance, activity: Started, ...people: Who[]): Promise<void> {
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, ...people);
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, ...people);
  await house.advanceTo(activity.at("14:01"));
}

/** Uploads the roster with an additional line; it stays a preview. @returns the import's id */
async function preview(house: Alliance, line: string): Promise<string> {
  const form = new FormData();
  form.append("kind", "roster");
  form.append("file", new File([`${rosterCsv()}\n${line}`], "roster.csv"));
  return (await house.as("admin").send<{ id: string }>("/imports", form)).id;
}

async function rosters(house: Alliance): Promise<void> {
  const undone = await preview(house, "0098,撤回者,群众,,综合部,综合,,,");
  await house.as("admin").post(`/imports/${undone}/apply`);
  await house.as("admin").post(`/imports/${undone}/undo`);
  await preview(house, "0099,待定者,群众,,综合部,综合,,,");
}

async function units(house: Alliance): Promise<void> {
  const { version } = await call(house, "admin")<{ version: number }>("GET /organization");
  const name = { name: "泰州义工联盟", servicePhone: "0523-86000000", version };
  await call(house, "admin")("PATCH /organization", name);
  await call(house, "admin")("POST /units", { kind: "team", name: "绿色环保" });
  const { id } = await call(house, "admin")<{ id: string }>("POST /units", { kind: "team", name: "临时分队" });
  await call(house, "admin")(`DELETE /units/${id}`);
}

async function people(house: Alliance): Promise<void> {
  for (const who of ["counterHead", "hotlineHead"] as const)
    await call(house, "admin")(`POST /members/${house.idOf(who)}/roles`, { role: "committee", scope: ALL });
  await call(house, "secretaryB")(`POST /members/${house.idOf("secretaryB")}/deputies`, {
    deputyId: house.idOf("partyB4"),
    role: "branchSecretary",
    scope: { kind: "branch", unitId: house.unitId("二支部") },
    from: house.day(1, "00:00"),
    until: house.day(600, "00:00"),
  });
  await call(house, "partyA1")("POST /members/me/acceptance", { version: 1 });
  const [departmentId, postId] = [house.unitId("综合部"), house.unitId("综合")];
  const newcomer = { employeeNumber: "0097", name: "周新", politicalStatus: "masses", departmentId, postId };
  const reached = { mobile: "13900000097", email: "zhou@example.com" };
  const { id, version } = await call(house, "admin")<{ id: string; version: number }>("POST /members", {
    ...newcomer,
    ...reached,
  });
  await call(house, "admin")(`PATCH /members/${id}`, { version, leftOn: "2026-06-30" });
}

async function rules(house: Alliance): Promise<void> {
  const { items } = await call(house, "alliance")<{ items: { version: number }[] }>("GET /rule-sets");
  const { version: _, ...terms } = items.at(-1) ?? { version: 0 };
  const draft = async (year: number, change: object) => {
    const json = { terms: { ...terms, ...change, effectiveFrom: `${year}-01-01T00:00:00+08:00` }, reason: TEXT };
    return (await call(house, "alliance")<{ id: string }>("POST /rule-drafts", json, `rules-of-${year}`)).id;
  };
  await call(house, "counterHead")(`POST /rule-drafts/${await draft(2027, { coverPoints: 60 })}/adopt`);
  await call(house, "alliance")(`POST /rule-drafts/${await draft(2028, { coverPoints: 70 })}/withdraw`);
  await draft(2029, { coverPoints: 80 });
}

/** Settings, units, roles, a deputy, a newcomer, imports and drafts of rules. */
export async function organize(house: Alliance): Promise<void> {
  await units(house);
  await rosters(house);
  await people(house);
  await rules(house);
}

/** An activity of 2025 that is done, with an approved and a refused correction and a rejected objection. */
export async function firstYear(house: Alliance): Promise<Started> {
  const source = { source: "福彩双色球 2025 年最后一期的开奖号码", knownFrom: "2026-01-01T00:00:00.000Z" };
  await call(house, "counterHead")("PUT /awards/2025/draw-source", source);
  const activity = await house.startActivity({ in: 4, headCount: 4 });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1", "freeA2");
  await serve(house, activity, "partyA1", "partyA2", "freeA1", "freeA2");
  await house.fileArchive(activity);
  await correct(house, activity, "partyA2", { verdict: "approve" });
  await correct(house, activity, "freeA2", { verdict: "refuse", reason: TEXT });
  const said = { activityId: activity.id, text: TEXT };
  const { id } = await call(house, "freeA1")<{ id: string }>("POST /points/objections", said, "objection-1");
  await call(house, "alliance")(`POST /points/objections/${id}/decision`, { upheld: false, reason: TEXT });
  return activity;
}

/** Asks for a correction from present to absent, and decides it unless `verdict` is left out. @returns its id */
export async function correct(house: Alliance, activity: Started, who: Who, verdict?: object): Promise<string> {
  const path = `/activities/${activity.id}/corrections`;
  const change = { kind: "absent", sessionId: activity.sessions[0]?.id, excused: true };
  const wish = { memberId: house.idOf(who), change, reason: TEXT };
  const { id } = await call(house, "organizer")<{ id: string }>(`POST ${path}`, wish, `correction-of-${who}`);
  if (verdict) await call(house, "alliance")(`POST ${path}/${id}/decision`, verdict);
  return id;
}

/** The award run of 2025 with an objection, up to its certificates, one of which is revoked. */
export async function awards(house: Alliance): Promise<void> {
  await house.advanceTo("2026-01-01T02:00:00.000Z");
  await call(house, "counterHead")("PUT /awards/2025/draw-value", { value: "03 08 14 22 27 31 + 09" });
  await house.advanceTo("2026-01-02T02:00:00.000Z");
  const run = "/awards/2025/runs/1";
  for (const who of ["counterHead", "hotlineHead"] as const) await call(house, who)(`POST ${run}/confirmation`, {});
  const { id } = await call(house, "freeA1")<{ id: string }>(`POST ${run}/objections`, { text: TEXT });
  await call(house, "hotlineHead")(`POST ${run}/objections/${id}/decision`, { upheld: false, reason: TEXT });
  await house.advanceTo("2026-01-12T02:00:00.000Z");
  const { items } = await call(house, "alliance")<{ items: { id: string }[] }>("GET /certificates?year=2025");
  await call(house, "counterHead")(`POST /certificates/${items[0]?.id}/revocation`, { reason: TEXT });
}
