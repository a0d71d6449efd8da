import type { Role } from "@yigong/core/permission/role.ts";
import type { Member } from "../../shared/api/routes.ts";

/** Which of the API's actions a page offers; the API decides all the same. `own`: the organizer of the activity. */
export const RIGHTS = {
  "activity.run": ["alliance", "own"],
  "people.read": ["alliance", "branchSecretary", "teamLead", "auditor", "organizer", "own"],
  "participation.enter": ["alliance", "branchSecretary", "own"],
  "leave.decide": ["alliance", "branchSecretary"],
  "cover.read": ["alliance", "branchSecretary", "auditor", "own"],
  "cover.assign": ["alliance", "branchSecretary", "own"],
  "attendance.lead": ["alliance", "own"],
  "absence.decideAppeal": ["alliance", "branchSecretary"],
  "archive.write": ["alliance", "branchSecretary", "own"],
  "typical.choose": ["alliance", "committee"],
  "praise.write": ["alliance", "organizer", "branchSecretary"],
  "deed.write": ["alliance", "organizer", "branchSecretary"],
  "survey.run": ["alliance", "customerService", "own"],
  "survey.answerByPhone": ["customerService"],
  "survey.typePaper": ["alliance", "customerService"],
  "survey.read": ["alliance", "customerService", "committee", "auditor", "own"],
  "points.read": ["alliance", "committee", "auditor", "own"],
  "points.readCorrections": ["alliance", "committee", "auditor", "branchSecretary", "own"],
  "points.askCorrection": ["alliance", "branchSecretary", "own"],
  "points.decideCorrection": ["alliance", "committee"],
  "message.readAll": ["administrator", "alliance", "own"],
  "audit.read": ["alliance", "auditor", "own"],
  "proposal.decide": ["alliance"],
  "helper.read": ["alliance", "auditor", "teamLead", "own"],
  "expense.read": ["alliance", "committee", "auditor", "branchSecretary", "own"],
  "expense.write": ["alliance", "branchSecretary", "own"],
  "expense.settle": ["alliance"],
} as const satisfies Record<string, readonly (Role | "own")[]>;

export type Right = keyof typeof RIGHTS;

/** Rights that reach people of one's own branch or team in activities of others. */
const BY_PERSON: readonly Right[] = [
  "people.read",
  "participation.enter",
  "leave.decide",
  "cover.read",
  "cover.assign",
  "absence.decideAppeal",
];

interface About {
  organizerId?: string | undefined;
  branchId?: string | undefined;
  teamId?: string | undefined;
}

/** Whether somebody is offered an action about an activity. */
export function mayDo(me: Pick<Member, "id" | "roles"> | undefined, right: Right, about: About = {}): boolean {
  if (!me) return false;
  const rules: readonly string[] = RIGHTS[right];
  if (rules.includes("own") && about.organizerId === me.id) return true;
  return me.roles.some(({ role, scope }) => {
    if (!rules.includes(role)) return false;
    if (scope.kind === "all" || BY_PERSON.includes(right)) return true;
    return scope.kind === "branch" ? scope.unitId === about.branchId : scope.unitId === about.teamId;
  });
}
