import type { UnitId, UnitInfo } from "@yigong/core/organization/organization.ts";
import { memberIdOf } from "./person.ts";

const unitId = (number: number) => `unit_${String(number).padStart(26, "0")}` as UnitId;

export const COUNTER = unitId(1);
export const HOTLINE = unitId(2);
export const MAINTENANCE = unitId(3);
export const SALES = unitId(4);
export const TEAM = unitId(7);
/** The branch of `secretaryB`. */
export const BRANCH_B = unitId(8);
/** The branch of `secretaryA`. */
export const BRANCH_A = unitId(9);

/** The posts: `counterHead` leads the counter, whose shifts the hotline's people may cover. */
export const POSTS: UnitInfo[] = [
  { kind: "post", id: COUNTER, name: "营业员", version: 0, coverableBy: [HOTLINE], headId: memberIdOf("counterHead") },
  { kind: "post", id: HOTLINE, name: "话务员", version: 0, coverableBy: [] },
  { kind: "post", id: MAINTENANCE, name: "维护", version: 0, coverableBy: [] },
];

export const BRANCHES: UnitInfo[] = [
  { kind: "branch", id: BRANCH_A, name: "一支部", version: 0, hasChapter: false },
  { kind: "branch", id: BRANCH_B, name: "二支部", version: 0, hasChapter: false },
];

export const TEAMS: UnitInfo[] = [{ kind: "team", id: TEAM, name: "爱心奉献", version: 0, skills: [] }];
