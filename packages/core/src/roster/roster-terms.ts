import type { PoliticalStatus } from "../member/member.ts";
import type { Role } from "../permission/role.ts";

/** 预备党员 is a party member on probation; 积极分子 is not one yet. The text itself is kept. */
export const POLITICAL: Record<string, PoliticalStatus> = {
  中共党员: "partyMember",
  党员: "partyMember",
  中共正式党员: "partyMember",
  正式党员: "partyMember",
  中共预备党员: "partyMember",
  预备党员: "partyMember",
  共青团员: "leagueMember",
  团员: "leagueMember",
  群众: "masses",
  入党积极分子: "masses",
  积极分子: "masses",
  民主党派: "masses",
  无党派人士: "masses",
};

/** Roles as files name them. */
export const ROLE_NAMES: Record<string, Role> = {
  管理员: "administrator",
  系统管理员: "administrator",
  联盟: "alliance",
  义工联盟: "alliance",
  评审委员会: "committee",
  评审委员: "committee",
  党委: "committee",
  组织者: "organizer",
  活动组织者: "organizer",
  支部书记: "branchSecretary",
  分队长: "teamLead",
  客户服务: "customerService",
  客服: "customerService",
  审计: "auditor",
  审计员: "auditor",
  志愿者: "volunteer",
  员工: "employee",
};

/** Whom a file names head of their own post or department. */
export const HEAD_NAMES: Record<string, "post" | "department"> = { 岗位负责人: "post", 部门负责人: "department" };

/** What stands for yes and no in upper case; an empty cell is no. */
export const YES_NO: Record<string, boolean> = { 是: true, 否: false, "": false, Y: true, N: false };
/** What a word means, of words that a file may use. */
export const known = <Meaning>(words: Record<string, Meaning>, word: string): Meaning | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

/** How a day, and a moment, may be written. */
export const DATE_FORMS = ["2010-03-01", "2010/3/1", "2010.3.1", "2010年3月1日"];
export const TIME_FORMS = ["2026-09-12 08:00", "2026/9/12 8:00", "2026年9月12日 8:00"];

/** What a required cell may hold, for people who left it empty. */
export const SAMPLES: Record<string, readonly string[]> = {
  工号: ["000101"],
  姓名: ["安一一"],
  政治面貌: Object.keys(POLITICAL),
  部门: ["市场部"],
  岗位: ["营业员"],
  开始: TIME_FORMS,
  结束: TIME_FORMS,
};
