/** Everybody on the made-up roster, by the name that tests use; who holds an office neither serves nor covers. */
export const PEOPLE = {
  admin: person("群众", "", "综合", "管理员"),
  alliance: person("群众", "", "综合", "联盟"),
  organizer: person("群众", "", "综合", "组织者"),
  secretaryA: person("群众", "一支部", "综合", "支部书记"),
  secretaryB: person("群众", "二支部", "综合", "支部书记"),
  lead: person("群众", "一支部", "综合", "分队长", "爱心奉献"),
  service: person("群众", "", "综合", "客服"),
  auditor: person("群众", "", "综合", "审计"),
  counterHead: person("群众", "一支部", "营业员", "岗位负责人"),
  hotlineHead: person("群众", "一支部", "话务员", "岗位负责人"),
  partyA1: volunteer("中共党员", "一支部", "营业员", "爱心奉献"),
  partyA2: volunteer("中共党员", "一支部", "营业员", "爱心奉献"),
  partyA3: volunteer("中共党员", "一支部", "话务员"),
  partyA4: volunteer("预备党员", "一支部", "维护"),
  partyB1: volunteer("中共党员", "二支部", "营业员", "信息化专家"),
  partyB2: volunteer("中共党员", "二支部", "话务员", "信息化专家"),
  partyB3: volunteer("中共党员", "二支部", "维护"),
  partyB4: volunteer("中共党员", "二支部", "维护"),
  freeA1: volunteer("共青团员", "一支部", "营业员", "爱心奉献"),
  freeA2: volunteer("群众", "一支部", "话务员"),
  freeB1: volunteer("群众", "二支部", "维护"),
  coverA1: person("中共党员", "一支部", "营业员"),
  coverA2: person("中共党员", "一支部", "营业员"),
  coverB1: person("中共党员", "二支部", "营业员"),
  coverHotline: person("中共党员", "一支部", "话务员"),
  coverOffice: person("中共党员", "一支部", "综合"),
};
export type Who = keyof typeof PEOPLE;

type Row = readonly [politics: string, branch: string, post: string, team: string, since: string, roles: string];

function person(politics: string, branch: string, post: string, roles = "", team = ""): Row {
  return [politics, branch, post, team, "", roles];
}

function volunteer(politics: string, branch: string, post: string, team = ""): Row {
  return [politics, branch, post, team, "2012-03-01", ""];
}

export const WHO = Object.keys(PEOPLE) as Who[];

/** The employee number of somebody, four digits. */
export const numberOf = (who: Who): string => String(WHO.indexOf(who) + 1).padStart(4, "0");

/** 营业员 and 话务员 of a branch work in one department. */
const departmentOf = (branch: string, post: string): string => {
  if (post === "营业员" || post === "话务员") return branch === "二支部" ? "市场二部" : "市场一部";
  return post === "维护" ? "网络部" : "综合部";
};

/** The roster as the file that is imported. */
export const rosterCsv = (): string => {
  const rows = WHO.map((who) => {
    const [politics, branch, post, team, since, roles] = PEOPLE[who];
    return [numberOf(who), who, politics, branch, departmentOf(branch, post), post, team, since, roles].join(",");
  });
  return ["工号,姓名,政治面貌,支部,部门,岗位,分队,入盟日期,角色", ...rows].join("\n");
};

/** A shift at work: whose, at which post, from and to in local time, such as `2026-09-12 08:00`. */
export interface Work {
  who: Who;
  post: "营业员" | "话务员" | "维护" | "综合";
  from: string;
  to: string;
  /** Another post whose people may cover. */
  coverableBy?: string;
}

export const shiftsCsv = (shifts: readonly Work[]): string =>
  [
    "工号,岗位,开始,结束,可代岗位",
    ...shifts.map(({ who, post, from, to, coverableBy = "" }) =>
      [numberOf(who), post, from, to, coverableBy].join(","),
    ),
  ].join("\n");
