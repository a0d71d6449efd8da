import { dynamoActivities } from "@yigong/core/activity/activity.store.ts";
import { dynamoAnnouncements } from "@yigong/core/announcement/announcement.store.ts";
import { dynamoArchives } from "@yigong/core/archive/archive.store.ts";
import { dynamoDiaries } from "@yigong/core/archive/diary.store.ts";
import { dynamoMaterials } from "@yigong/core/archive/material.store.ts";
import { dynamoRegisters } from "@yigong/core/archive/register.store.ts";
import { dynamoAttendances } from "@yigong/core/attendance/attendance.store.ts";
import { dynamoAudits } from "@yigong/core/audit/audit.store.ts";
import { dynamoAwards } from "@yigong/core/award/award.store.ts";
import { dynamoCertificates } from "@yigong/core/certificate/certificate.store.ts";
import { dynamoCovers } from "@yigong/core/cover/cover.store.ts";
import { dynamoDeeds } from "@yigong/core/deed/deed.store.ts";
import { dynamoLeaves } from "@yigong/core/leave/leave.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoLifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { dynamoMembers } from "@yigong/core/member/member.store.ts";
import { dynamoMessages } from "@yigong/core/message/message.store.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { dynamoUnits } from "@yigong/core/organization/unit.store.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { dynamoDutyLists } from "@yigong/core/participation/duty-list.store.ts";
import { dynamoParticipations } from "@yigong/core/participation/participation.store.ts";
import { dynamoCorrections } from "@yigong/core/points/correction.store.ts";
import { dynamoObjections } from "@yigong/core/points/objection.store.ts";
import { dynamoLedger } from "@yigong/core/points/points.store.ts";
import { dynamoRoots } from "@yigong/core/points/root.store.ts";
import { dynamoRuleSets } from "@yigong/core/points/rules.store.ts";
import { dynamoProposals } from "@yigong/core/proposal/proposal.store.ts";
import { dynamoRosters } from "@yigong/core/roster/roster.store.ts";
import { dynamoShifts } from "@yigong/core/shift/shift.store.ts";
import { dynamoSurveys } from "@yigong/core/survey/survey.store.ts";

/** Every store of the domain on one pair of tables. */
export function stores(table: Table, defaults: Omit<Settings, "version">) {
  return {
    activities: dynamoActivities(table),
    announcements: dynamoAnnouncements(table),
    archives: dynamoArchives(table),
    attendances: dynamoAttendances(table),
    audits: dynamoAudits(table),
    awards: dynamoAwards(table),
    certificates: dynamoCertificates(table),
    corrections: dynamoCorrections(table),
    covers: dynamoCovers(table),
    deeds: dynamoDeeds(table),
    diaries: dynamoDiaries(table),
    dutyLists: dynamoDutyLists(table),
    leaves: dynamoLeaves(table),
    ledger: dynamoLedger(table),
    lifecycles: dynamoLifecycles(table),
    materials: dynamoMaterials(table),
    members: dynamoMembers(table),
    messages: dynamoMessages(table),
    objections: dynamoObjections(table),
    outbox: dynamoOutbox(table),
    participations: dynamoParticipations(table),
    proposals: dynamoProposals(table),
    registers: dynamoRegisters(table),
    roots: dynamoRoots(table),
    rosters: dynamoRosters(table),
    ruleSets: dynamoRuleSets(table),
    settings: dynamoSettings(table, defaults),
    shifts: dynamoShifts(table),
    surveys: dynamoSurveys(table),
    units: dynamoUnits(table),
  };
}

export type Stores = ReturnType<typeof stores>;
