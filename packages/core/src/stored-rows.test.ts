import { readFileSync } from "node:fs";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { activityDocuments } from "./activity/activity.row.ts";
import { announcementDocuments } from "./announcement/announcement.store.ts";
import * as Archives from "./archive/archive.row.ts";
import { typicalDocuments } from "./archive/typical.store.ts";
import * as Attendances from "./attendance/attendance.row.ts";
import { stewardDocuments } from "./attendance/steward.store.ts";
import { auditDocuments } from "./audit/audit.row.ts";
import * as Awards from "./award/award.row.ts";
import { awayDocuments } from "./away/away.store.ts";
import { addressDocuments, digestDocuments } from "./calendar/address.store.ts";
import { campaignDocuments } from "./campaign/campaign.store.ts";
import { certificateDocuments } from "./certificate/certificate.store.ts";
import { classAttendanceDocuments, classDocuments } from "./class/class.store.ts";
import { contactDocuments, silenceDocuments, wayDocuments } from "./contact/contact.row.ts";
import { calendarDocuments, claimDocuments, needDocuments } from "./cover/cover.row.ts";
import { deedDocuments } from "./deed/deed.store.ts";
import { expenseDocuments } from "./expense/expense.row.ts";
import { formAnswerDocuments, formDocuments, formTurnDocuments } from "./form/form.store.ts";
import { behaviourDocuments, programmeDocuments, ratingDocuments } from "./growth/growth.store.ts";
import { helperDocuments } from "./helper/helper.store.ts";
import { leaveDocuments } from "./leave/leave.store.ts";
import { documentIn } from "./lib/document-text.ts";
import type { Item, Op } from "./lib/op.ts";
import type { Table } from "./lib/table.ts";
import { lifecycleDocuments } from "./lifecycle/lifecycle.row.ts";
import { tokenDocuments } from "./lifecycle/lifecycle.store.ts";
import { memberEntities } from "./member/member.row.ts";
import {
  mentoringDocuments,
  mentoringListDocuments,
  mentoringOfficerDocuments,
  mentorLoadDocuments,
  rankingDocuments,
} from "./mentoring/mentoring.store.ts";
import { channelStateDocuments } from "./message/channel-state.store.ts";
import { messageDocuments } from "./message/message.store.ts";
import { templateTextDocuments } from "./message/template-text.store.ts";
import { nominationDocuments } from "./nomination/nomination.store.ts";
import { settingsDocuments } from "./organization/settings.store.ts";
import { nameDocuments, unitDocuments } from "./organization/unit.store.ts";
import { outboxDocuments } from "./outbox/outbox.row.ts";
import { dutyListDocuments, enrolmentDocuments, participationDocuments } from "./participation/participation.row.ts";
import { reachedDocuments } from "./participation/reached.store.ts";
import { photoDocuments } from "./photo/photo.store.ts";
import { correctionDocuments } from "./points/correction.row.ts";
import { objectionDocuments } from "./points/objection.store.ts";
import { draftDocuments, versionDocuments } from "./points/rules.store.ts";
import { praiseDocuments } from "./praise/praise.store.ts";
import { preferenceDocuments } from "./preference/preference.store.ts";
import { proposalDocuments } from "./proposal/proposal.row.ts";
import { resultDocuments } from "./result/result.store.ts";
import { batchDocuments, chunkDocuments } from "./roster/roster.store.ts";
import { satisfactionDocuments } from "./satisfaction/satisfaction.store.ts";
import { madeDocuments, seriesDocuments } from "./series/series.store.ts";
import { templateDocuments } from "./series/template.store.ts";
import { serviceDocuments } from "./service/service.store.ts";
import { sessionDocuments, stepUpDocuments } from "./session/session.row.ts";
import { shiftDocuments } from "./shift/shift.store.ts";
import { headDocuments } from "./staging/head.row.ts";
import * as Surveys from "./survey/survey.row.ts";
import { accessTokenDocuments } from "./token/token.store.ts";
import { workcalendarDocuments } from "./workcalendar/workcalendar.store.ts";
import { cadenceDocuments } from "./yearplan/yearplan.store.ts";

/** Items as the stores before the document kit wrote them, or as an entity was first released: one of each, two of `rules`. */
const ITEMS: Item[] = readFileSync(new URL("stored-rows.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** A key and a document go in as a whole item and as what was read: the entity's own types are not known here. */
interface Kit {
  find(key: never): Promise<object | undefined>;
  ops: { put(document: never): Op };
}
const KITS: Record<string, (table: Table) => Kit> = {
  accessToken: accessTokenDocuments,
  activity: activityDocuments,
  activityTemplate: templateDocuments,
  announcement: announcementDocuments,
  answer: Surveys.answerDocuments,
  archive: Archives.archiveDocuments,
  attendance: Attendances.attendanceDocuments,
  audit: auditDocuments,
  awardObjection: Awards.objectionDocuments,
  awardPart: Awards.partDocuments,
  awardRun: Awards.runDocuments,
  awardToken: Awards.tokenDocuments,
  awardYear: Awards.yearDocuments,
  away: awayDocuments,
  backEntry: Attendances.backEntryDocuments,
  calendarAddress: addressDocuments,
  calendarDigest: digestDocuments,
  campaign: campaignDocuments,
  certificate: certificateDocuments,
  channelState: channelStateDocuments,
  checkInTries: Attendances.triesDocuments,
  class: classDocuments,
  classAttendance: classAttendanceDocuments,
  contact: contactDocuments,
  contactSilence: silenceDocuments,
  contactWay: wayDocuments,
  correction: correctionDocuments,
  coverCalendar: calendarDocuments,
  coverClaim: claimDocuments,
  deed: deedDocuments,
  diary: Archives.diaryDocuments,
  dispatch: Surveys.dispatchDocuments,
  dutylist: dutyListDocuments,
  employeeNumber: (table) => memberEntities(table).numbers,
  enrolment: enrolmentDocuments,
  form: formDocuments,
  formAnswer: formAnswerDocuments,
  formTurn: formTurnDocuments,
  growthMark: behaviourDocuments,
  growthRating: ratingDocuments,
  happiness: Surveys.happinessDocuments,
  helpers: helperDocuments,
  leave: leaveDocuments,
  lifecycle: lifecycleDocuments,
  material: Archives.materialDocuments,
  member: (table) => memberEntities(table).members,
  mentorLoad: mentorLoadDocuments,
  mentoring: mentoringDocuments,
  mentoringListed: mentoringListDocuments,
  mentoringOfficer: mentoringOfficerDocuments,
  message: messageDocuments,
  need: needDocuments,
  objection: objectionDocuments,
  outbox: outboxDocuments,
  paperSheet: Attendances.paperSheetDocuments,
  participation: participationDocuments,
  photo: photoDocuments,
  praise: praiseDocuments,
  preference: preferenceDocuments,
  programme: programmeDocuments,
  proposal: proposalDocuments,
  ranking: rankingDocuments,
  reached: reachedDocuments,
  registerEntry: Archives.entryDocuments,
  result: resultDocuments,
  nomination: nominationDocuments,
  cadence: cadenceDocuments,
  roleHolder: (table) => memberEntities(table).holders,
  rosterBatch: batchDocuments,
  rosterChunk: chunkDocuments,
  rosterHead: headDocuments,
  rulesdraft: draftDocuments,
  rulesversion: versionDocuments,
  satisfaction: satisfactionDocuments,
  served: Surveys.servedDocuments,
  series: seriesDocuments,
  seriesDay: madeDocuments,
  service: serviceDocuments,
  session: sessionDocuments,
  settings: settingsDocuments({ name: "", zone: "", servicePhone: "" } as never),
  shift: shiftDocuments,
  steward: stewardDocuments,
  spending: expenseDocuments,
  stepUp: stepUpDocuments,
  survey: Surveys.surveyDocuments,
  surveydoor: Surveys.doorDocuments,
  surveypapers: Surveys.paperDocuments,
  surveylink: Surveys.linkDocuments,
  templateText: templateTextDocuments,
  token: tokenDocuments,
  typicalCase: typicalDocuments,
  unit: unitDocuments,
  unitName: nameDocuments,
  workcalendar: workcalendarDocuments,
};
const kindOf = ({ __edb_e__: entity, sk }: Item): string =>
  entity === "rules" ? `rules${String(sk).split("#")[0]}` : String(entity);

/** What was added since to rows that are found by more than their key. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  audit: ["shard", "gsi1pk", "gsi1sk"],
  message: ["box", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk"],
};
const withoutAdded = (written: Item, kind: string): Item =>
  Object.fromEntries(Object.entries(written).filter(([name]) => !ADDED[kind]?.includes(name)));

/** An item with maps where another one has maps: documents used to be stored so, and are text now. */
const withMaps = (written: Item, like: Item): Item =>
  Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, typeof like[name] === "object" ? documentIn(value) : value]),
  );

let opened: TestTable;
beforeAll(async () => {
  opened = await testTable();
});
afterAll(() => opened.stop());

it("has a stored row of every entity on the kit", () => {
  expect(ITEMS.map(kindOf).sort()).toEqual(Object.keys(KITS).sort());
});

it.each(ITEMS.map((item) => [kindOf(item), item] as const))(
  "reads a row of %s that was stored before, and would write it with the same keys, attributes and documents",
  async (kind, item) => {
    const { table } = opened;
    await table.client.send(new PutCommand({ TableName: table.alliance, Item: item }));
    const documents = KITS[kind]?.(table);
    const document = await documents?.find(item as never);

    const op = documents?.ops.put(document as never);
    const written = op && "Put" in op ? op.Put.Item : {};
    await table.client.send(new PutCommand({ TableName: table.alliance, Item: written }));

    expect(withoutAdded(withMaps(written, item), kind)).toEqual(item);
    expect(await documents?.find(item as never)).toEqual(document);
  },
);
