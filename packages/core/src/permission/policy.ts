import { Refusal } from "../lib/error.ts";
import type { By } from "./actor.ts";
import type { Grant, Role } from "./role.ts";

/** Who acts: a member with the roles in force at that instant. `own` covers what belongs to the member. */
export interface Actor {
  memberId: string;
  /** How they are called, when they are on the roster. */
  name?: string;
  grants: readonly Grant[];
}

/** What an action is about, as far as permission depends on it. */
export interface Subject {
  branchId?: string | undefined;
  teamIds?: readonly string[] | undefined;
  /** The organizer of an activity, or the member whom a record is about. */
  ownerId?: string | undefined;
}

/** `own`: anybody, about what is theirs. Every other rule is a role; a branch or team grant reaches its unit only. */
type Rule = Role | "own" | "anybody";

/** The one table of permissions: action → who may. Roles are checked against their scope. @source docs/domain.md Roles */
export const POLICY = {
  "organization.read": ["anybody"],
  "organization.change": ["administrator"],
  "member.read": [
    "administrator",
    "alliance",
    "committee",
    "organizer",
    "branchSecretary",
    "teamLead",
    "auditor",
    "own",
  ],
  "member.readContact": ["administrator", "alliance", "branchSecretary", "organizer", "own"],
  "member.change": ["administrator"],
  "member.accept": ["own"],
  "role.grant": ["administrator"],
  "role.deputize": ["administrator", "own"],
  "roster.import": ["administrator"],
  "shift.read": ["administrator", "alliance", "branchSecretary", "auditor", "own"],
  "activity.read": ["anybody"],
  "activity.createAlliance": ["alliance", "organizer"],
  "activity.createTeam": ["alliance", "organizer", "teamLead"],
  "activity.createSelf": ["anybody"],
  "activity.run": ["alliance", "own"],
  "activity.cancel": ["alliance", "own"],
  "proposal.submit": ["own"],
  "proposal.decide": ["alliance"],
  "people.read": ["alliance", "branchSecretary", "teamLead", "auditor", "organizer", "own"],
  "participation.own": ["own"],
  "leave.read": ["alliance", "branchSecretary", "auditor", "own"],
  "leave.request": ["own"],
  "leave.decide": ["branchSecretary", "alliance"],
  "leave.decideEscalated": ["alliance"],
  "cover.read": ["alliance", "branchSecretary", "auditor", "own"],
  "cover.answer": ["own"],
  "cover.confirm": ["own", "alliance"],
  "cover.assign": ["alliance", "branchSecretary"],
  "attendance.lead": ["alliance", "own"],
  "attendance.own": ["own"],
  "absence.appeal": ["own"],
  "absence.decideAppeal": ["alliance", "branchSecretary"],
  "archive.write": ["alliance", "branchSecretary", "own"],
  "archive.read": ["anybody"],
  "diary.write": ["own"],
  "register.read": ["alliance", "committee", "branchSecretary", "auditor", "organizer"],
  "deed.write": ["alliance", "organizer", "branchSecretary"],
  "deed.read": ["anybody"],
  "survey.run": ["alliance", "customerService", "own"],
  "survey.answerByPhone": ["customerService"],
  "survey.read": ["alliance", "customerService", "committee", "auditor", "own"],
  "happiness.answer": ["own"],
  "points.read": ["alliance", "committee", "auditor", "own"],
  "points.export": ["alliance", "committee", "auditor"],
  "points.askCorrection": ["alliance", "branchSecretary", "own"],
  "points.readCorrections": ["alliance", "committee", "auditor", "branchSecretary", "own"],
  "points.decideCorrection": ["alliance", "committee"],
  "points.object": ["own"],
  "points.readObjections": ["alliance", "committee", "auditor"],
  "points.decideObjection": ["alliance", "committee"],
  "rules.read": ["anybody"],
  "rules.readDrafts": ["administrator", "alliance", "committee", "auditor"],
  "rules.draft": ["administrator", "alliance", "committee"],
  "rules.adopt": ["alliance", "committee"],
  "certificate.read": ["alliance", "committee", "auditor", "own"],
  "certificate.print": ["alliance", "committee", "own"],
  "certificate.revoke": ["committee"],
  "award.read": ["committee", "alliance", "auditor"],
  "award.readOwn": ["committee", "alliance", "auditor", "own"],
  "award.run": ["committee"],
  "award.object": ["anybody"],
  "message.read": ["own"],
  "announcement.read": ["anybody"],
  "audit.read": ["alliance", "auditor", "own"],
} as const satisfies Record<string, readonly Rule[]>;

export type Action = keyof typeof POLICY;

const reaches = (grant: Grant, subject: Subject): boolean => {
  switch (grant.scope.kind) {
    case "all":
      return true;
    case "branch":
      return subject.branchId === grant.scope.unitId;
    case "team":
      return subject.teamIds?.includes(grant.scope.unitId) ?? false;
  }
};

/** The grants under which an actor may do something; `own` and `anybody` need none. */
export function groundsFor(actor: Actor, action: Action, subject: Subject = {}): { allowed: boolean; grant?: Grant } {
  const rules: readonly Rule[] = POLICY[action];
  const grant = actor.grants.find((held) => rules.includes(held.role) && reaches(held, subject));
  if (grant) return { allowed: true, grant };
  return { allowed: rules.includes("anybody") || (rules.includes("own") && subject.ownerId === actor.memberId) };
}

export const may = (actor: Actor, action: Action, subject: Subject = {}): boolean =>
  groundsFor(actor, action, subject).allowed;

/**
 * Lets an actor do something, or refuses.
 *
 * @returns the role and deputy to write into the audit entry
 * @throws `permission.denied`
 */
export function allow(actor: Actor, action: Action, subject: Subject = {}): By {
  const { allowed, grant } = groundsFor(actor, action, subject);
  if (!allowed) throw new Refusal("forbidden", "permission.denied", `This needs a role that allows ${action} here.`);
  return { actorId: actor.memberId, role: grant?.role, deputyFor: grant?.deputyFor };
}

/** The grants in force at an instant. */
export const grantsAt = (grants: readonly Grant[], at: string): Grant[] =>
  grants.filter((grant) => grant.from <= at && (grant.until === undefined || at < grant.until));
