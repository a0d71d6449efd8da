/** How large a run is. */
export interface Size {
  participants: number;
  clients: number;
  /** The activity begins with a proposal of a team: no duty, no cover. */
  proposal: boolean;
}

/** Who plays in a run, by employee number. */
export interface Cast {
  /** Volunteers who get a place, in the order in which they sign up. */
  participants: string[];
  /** On the duty list; they ask for leave. */
  onLeave: string[];
  /** On the duty list; they say nothing and do not come. */
  silent: string[];
  /** The rest of the company; half of them party members, who may cover. */
  others: string[];
}

export const ADMINISTRATOR = "000001";
export const ALLIANCE = "000002";
export const ORGANIZER = "000003";
export const CUSTOMER_SERVICE = "000004";
export const TEAM_LEAD = "000005";
export const TEAM = "爱心奉献";
/** A Saturday; shifts of a few participants fall on it. */
export const SERVICE_DAY = "2026-09-12";

const BRANCHES = ["机关支部", "市场支部", "政企支部", "客服支部", "网络支部", "海陵支部"];
const DEPARTMENTS = ["综合部", "市场部", "客服部", "网络部"];
const POSTS = ["营业员", "客户经理", "客服代表", "线路维护", "综合文员", "工程师"];
const HEADERS = "工号,姓名,政治面貌,支部,部门,岗位,分队,内训师,手机,邮箱,入盟日期,角色";
const SHIFT_HEADERS = "工号,岗位,开始,结束,可代岗位";

const ROLES: Record<string, string> = {
  [ADMINISTRATOR]: "管理员",
  [ALLIANCE]: "义工联盟",
  [ORGANIZER]: "组织者",
  [CUSTOMER_SERVICE]: "客户服务",
  [TEAM_LEAD]: "分队长",
};
const SECRETARIES = BRANCHES.map((_, at) => String(11 + at).padStart(6, "0"));

const numbers = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(from + at).padStart(6, "0"));

/** One leave for 25 participants and one cover for 25, at least one of each. */
export const fewOf = (participants: number): number => Math.max(1, Math.round(participants / 25));

/** Makes up the people of a run. */
export function castOf({ participants }: Size): Cast {
  return {
    participants: numbers(1_001, participants),
    onLeave: numbers(5_001, fewOf(participants)),
    silent: numbers(6_001, 2),
    others: numbers(7_001, participants >= 1_000 ? 400 : 100),
  };
}

const isParty = (employeeNumber: string): boolean => Number(employeeNumber) % 5 < 3;
export const postOf = (employeeNumber: string): string => POSTS[Number(employeeNumber) % POSTS.length] ?? "";

interface Person {
  politics: string;
  since: string;
  role: string;
}

const rowOf = (employeeNumber: string, { politics, since, role }: Person): string => {
  const at = Number(employeeNumber);
  const branch = BRANCHES[at % BRANCHES.length] ?? "";
  const department = DEPARTMENTS[at % DEPARTMENTS.length] ?? "";
  const mobile = String(19_900_000_000 + at);
  const mail = `${employeeNumber}@bench.example`;
  const fields = [employeeNumber, `成员${at}`, politics, branch, department, postOf(employeeNumber), TEAM, "否"];
  return [...fields, mobile, mail, since, role].join(",");
};

/** The roster as a file that the product imports. */
export function rosterOf(cast: Cast): string {
  const since = "2015-03-05";
  const volunteer = (politics: string): Person => ({ politics, since, role: "志愿者" });
  const staff = [...Object.entries(ROLES), ...SECRETARIES.map((number): [string, string] => [number, "支部书记"])];
  return [
    HEADERS,
    ...staff.map(([number, role]) => rowOf(number, { politics: "群众", since: "", role })),
    ...cast.participants.map((number) => rowOf(number, volunteer(isParty(number) ? "中共党员" : "群众"))),
    ...[...cast.onLeave, ...cast.silent].map((number) => rowOf(number, volunteer("中共党员"))),
    ...cast.others.map((number, at) =>
      rowOf(number, { politics: at % 2 === 0 ? "中共党员" : "群众", since: "", role: "员工" }),
    ),
  ].join("\r\n");
}

/** Shifts that overlap the service, of every 25th participant. */
export function shiftsOf({ participants }: Cast): string {
  const working = participants.slice(0, fewOf(participants.length));
  const rows = working.map((number) => `${number},${postOf(number)},${SERVICE_DAY} 08:00,${SERVICE_DAY} 16:00,`);
  return [SHIFT_HEADERS, ...rows].join("\r\n");
}
