import { expect, it } from "vitest";
import { type Action, may, POLICY } from "./policy.ts";
import type { Role } from "./role.ts";
import { ROLES } from "./roles.ts";

/** Written out once more, so that a noun's vocabulary does not change who may do what by a slip. @source docs/domain.md Roles */
const TABLE: readonly [Action, string][] = [
  ["absence.appeal", "own"],
  ["absence.decideAppeal", "alliance branchSecretary"],
  ["activity.cancel", "alliance own"],
  ["activity.createAlliance", "alliance organizer"],
  ["activity.createSelf", "anybody"],
  ["activity.createTeam", "alliance organizer teamLead"],
  ["activity.read", "anybody"],
  ["activity.run", "alliance own"],
  ["announcement.read", "anybody"],
  ["archive.read", "anybody"],
  ["archive.write", "alliance branchSecretary own"],
  ["attendance.admit", "alliance own steward"],
  ["attendance.lead", "alliance own"],
  ["attendance.nameSteward", "alliance own"],
  ["attendance.own", "own"],
  ["audit.read", "alliance auditor own"],
  ["audit.readAll", "alliance committee auditor"],
  ["award.object", "anybody"],
  ["award.read", "alliance committee auditor"],
  ["award.readOwn", "alliance committee auditor own"],
  ["award.run", "committee"],
  ["away.decide", "alliance branchSecretary"],
  ["away.read", "alliance branchSecretary own"],
  ["away.say", "own"],
  ["calendar.own", "own"],
  ["campaign.read", "anybody"],
  ["campaign.write", "alliance organizer"],
  ["certificate.print", "alliance committee own"],
  ["certificate.read", "alliance committee auditor own"],
  ["certificate.revoke", "committee"],
  ["contact.import", "administrator alliance customerService"],
  ["contact.read", "alliance organizer customerService auditor"],
  ["contact.remove", "alliance customerService"],
  ["contact.reveal", "alliance customerService"],
  ["contact.write", "alliance customerService"],
  ["course.read", "anybody"],
  ["course.write", "alliance teamLead"],
  ["cover.answer", "own"],
  ["cover.assign", "alliance branchSecretary own"],
  ["cover.confirm", "alliance own"],
  ["cover.read", "alliance branchSecretary auditor own"],
  ["deed.read", "anybody"],
  ["deed.report", "anybody"],
  ["deed.write", "alliance organizer branchSecretary"],
  ["diary.write", "own"],
  ["expense.read", "alliance committee branchSecretary auditor own"],
  ["expense.settle", "alliance"],
  ["expense.write", "alliance branchSecretary own"],
  ["happiness.answer", "own"],
  ["helper.answer", "alliance teamLead"],
  ["helper.read", "alliance teamLead auditor own"],
  ["identity.decide", "administrator"],
  ["identity.read", "administrator own"],
  ["identity.unbind", "administrator own"],
  ["leave.decide", "alliance branchSecretary"],
  ["leave.decideEscalated", "alliance"],
  ["leave.read", "alliance branchSecretary auditor own"],
  ["leave.readProof", "alliance branchSecretary own"],
  ["leave.request", "own"],
  ["member.accept", "own"],
  ["member.change", "administrator"],
  ["member.read", "administrator alliance committee organizer branchSecretary teamLead auditor own"],
  ["member.readContact", "administrator alliance organizer branchSecretary own"],
  ["member.speak", "own"],
  ["message.read", "own"],
  ["message.readAll", "administrator alliance own"],
  ["message.receive", "administrator"],
  ["message.retry", "administrator alliance own"],
  ["message.reword", "administrator alliance"],
  ["organization.change", "administrator"],
  ["organization.read", "anybody"],
  ["participation.enter", "alliance branchSecretary own"],
  ["participation.own", "own"],
  ["people.read", "alliance organizer branchSecretary teamLead auditor own"],
  ["points.askCorrection", "alliance branchSecretary own"],
  ["points.decideCorrection", "alliance committee"],
  ["points.decideObjection", "alliance committee"],
  ["points.export", "alliance committee auditor"],
  ["points.object", "own"],
  ["points.read", "alliance committee auditor own"],
  ["points.readCorrections", "alliance committee branchSecretary auditor own"],
  ["points.readObjections", "alliance committee auditor"],
  ["policy.issue", "alliance committee"],
  ["policy.read", "anybody"],
  ["praise.read", "anybody"],
  ["praise.readMember", "alliance committee organizer branchSecretary auditor own"],
  ["praise.write", "alliance organizer branchSecretary"],
  ["preference.own", "own"],
  ["proposal.decide", "alliance"],
  ["proposal.read", "alliance committee auditor own"],
  ["proposal.submit", "own"],
  ["register.read", "alliance committee organizer branchSecretary auditor"],
  ["role.deputize", "administrator own"],
  ["role.grant", "administrator"],
  ["roster.import", "administrator"],
  ["rules.adopt", "alliance committee"],
  ["rules.draft", "administrator alliance committee"],
  ["rules.read", "anybody"],
  ["rules.readDrafts", "administrator alliance committee auditor"],
  ["search.read", "anybody"],
  ["series.read", "anybody"],
  ["series.run", "alliance own"],
  ["service.begin", "alliance organizer branchSecretary teamLead"],
  ["service.read", "anybody"],
  ["service.run", "alliance own"],
  ["session.own", "own"],
  ["session.revoke", "administrator"],
  ["shift.read", "administrator alliance branchSecretary auditor own"],
  ["survey.answerByPhone", "customerService"],
  ["survey.read", "alliance committee customerService auditor own"],
  ["survey.run", "alliance customerService own"],
  ["template.add", "alliance organizer teamLead"],
  ["template.change", "alliance own"],
  ["template.read", "anybody"],
  ["token.own", "own"],
  ["typical.choose", "alliance committee"],
  ["workcalendar.read", "anybody"],
  ["workcalendar.write", "administrator alliance"],
];

const holder = (role: Role) => ({
  memberId: "mem_1",
  grants: [{ role, scope: { kind: "all" as const }, from: "2026-01-01T00:00:00.000Z" }],
});
const nobody = { memberId: "mem_1", grants: [] };

/** Who gets through; roles are of no account where anybody does. */
function allowed(action: Action): string {
  if (may(nobody, action)) return "anybody";
  const roles = ROLES.filter((role) => may(holder(role), action, { ownerId: "mem_2" }));
  const own = may(nobody, action, { ownerId: "mem_1" }) ? ["own"] : [];
  const steward = may(nobody, action, { ownerId: "mem_2", stewardIds: ["mem_1"] }) ? ["steward"] : [];
  return [...roles, ...own, ...steward].join(" ");
}

it.each(TABLE)("lets %s be done by %s and by nobody else", (action, who) => {
  expect(allowed(action)).toBe(who);
});

it("states each action of the policy", () => {
  expect(TABLE.map(([action]) => action)).toEqual(Object.keys(POLICY).sort());
});
