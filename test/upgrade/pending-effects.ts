import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Row } from "@yigong/core/outbox/outbox.ts";
import type { Alliance, Started } from "@yigong/testing/alliance.ts";
import { call, TEXT } from "./first-year.ts";
import type { OpenActivities } from "./open-activities.ts";

/** Effects for executions. */
const ENGINE = ["execution.start", "lifecycle.nudge", "award.start", "award.nudge"];

/** Keeps the outbox from sending, but for some kinds: what it leaves when its process is killed in time. */
function holdOutbox(house: Alliance) {
  const { outbox } = house.machine.app.useCases;
  const { due } = outbox;
  let sent: readonly string[] = [];
  outbox.due = async (at) => (await due(at, 1000)).filter(({ effect }) => sent.includes(effect.kind));
  outbox.nextDueAt = async () => undefined;
  return {
    due,
    sendOnly: (kinds: readonly string[]) => {
      sent = kinds;
    },
  };
}

/** Requests that leave an effect of each kind pending. Executions still start and advance. */
async function causeEffects(house: Alliance, activities: OpenActivities): Promise<Started> {
  const { asking, archiving, covering, recruiting, full } = activities;
  const late = await house.startActivity({ in: 7 });
  await house.submitArchive(asking);
  await house.writeSummary(archiving, "organizer");
  await house.addPhoto(archiving, "organizer");
  await house.declineCover(covering, "coverA1");
  await house.withdraw(full, "partyA1", "临时有事");
  const startsAt = house.day(7, "09:00");
  await house.reschedule(recruiting, { startsAt, recruitUntil: house.day(5, "18:00") });
  for (const who of ["counterHead", "hotlineHead"] as const)
    await call(house, who)("POST /awards/2025/runs/2/confirmation", {});
  return late;
}

/** Requests that leave effects for executions pending, which an export leaves out. */
async function causeEngineEffects(house: Alliance, { proposing }: OpenActivities): Promise<Started> {
  await call(house, "counterHead")("POST /awards/2024/runs/1/withdrawal", { reason: TEXT });
  await call(house, "counterHead")("POST /awards/2023/runs", { reason: TEXT });
  await house.approve(proposing, { moneyFen: 30_000, volunteerTeamIds: [house.unitId("信息化专家")] });
  return house.startActivity({ in: 7 });
}

/** Puts one effect into its backoff, and the fan-out of another behind a cursor. */
async function putUnderWay(house: Alliance, { late, due }: { late: Started; due: Row[] }): Promise<void> {
  const { outbox } = house.machine.app.useCases;
  const waiting = due.map(({ effect }) => effect);
  const idOf = (holds: (effect: (typeof waiting)[number]) => boolean) => waiting.find(holds)?.id ?? "";
  const kind = "announcement.publish";
  const dueAt = new Date(Date.parse(house.machine.now()) + 4_000).toISOString();
  const tried = { dueAt, attempts: 3, lastError: "channel.unavailable" };
  await outbox.defer({ kind, id: idOf((effect) => effect.kind === kind) }, tried);
  const toMany = idOf((effect) => effect.kind === "message.send" && effect.activityId === late.id);
  await outbox.advance(toMany, house.idOf("partyA2"));
}

/** Stores a survey link that has a row of its own: current code only reads such rows. @returns the link's path */
async function oldLink(house: Alliance, activity: Started, clientId: string): Promise<string> {
  const { table, hmac } = house.machine.app.useCases;
  const token = "upgrade2".repeat(4);
  const hash = Buffer.from(hmac("survey.lookup", token)).toString("hex").slice(0, 40);
  const row = {
    hash,
    activityId: activity.id,
    clientId,
    issue: 1,
    expiresAt: activity.at("00:00", 30),
    state: "issued",
  };
  const keys = { pk: `surveylink#${hash}`, sk: "row", __edb_e__: "surveylink", __edb_v__: "1" };
  await table.client.send(new PutCommand({ TableName: table.alliance, Item: { ...keys, ...row } }));
  return `/s/${token}`;
}

export interface Pending {
  /** Its execution runs, its announcement is pending. */
  late: Started;
  /** The start of its execution is pending. */
  last: Started;
  oldLink: string;
}

/** Leaves effects of each kind pending. */
export async function leavePending(house: Alliance, activities: OpenActivities): Promise<Pending> {
  const outbox = holdOutbox(house);
  outbox.sendOnly(ENGINE);
  const late = await causeEffects(house, activities);
  outbox.sendOnly([]);
  const last = await causeEngineEffects(house, activities);
  await putUnderWay(house, { late, due: await outbox.due(house.machine.now(), 1000) });
  return { late, last, oldLink: await oldLink(house, activities.surveying, "cli_0002") };
}
