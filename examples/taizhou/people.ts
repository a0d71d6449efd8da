import { type Chance, chance } from "./chance.ts";
import { DEPARTMENTS, TEAMS } from "./company.ts";

export interface Person {
  employeeNumber: string;
  name: string;
  politicalStatus: string;
  branch: string;
  department: string;
  post: string;
  teams: string[];
  trainer: boolean;
  mobile: string;
  email: string;
  volunteerSince: string;
  roles: string[];
  /** What the office systems call the person; empty where nobody knows. */
  accounts: { wecom: string; dingtalk: string; feishu: string };
}

const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
const GIVEN =
  "安柏波博昌晨诚春丹德东芳菲峰刚光桂海涵翰浩恒红虹华欢辉慧佳嘉建健洁锦静军俊凯康乐磊丽莉亮林玲龙璐梅萌敏明娜宁鹏平琪强琴清青庆秋蓉瑞珊胜诗树爽思松涛婷伟文霞祥晓欣新星雅妍阳瑶怡艺英莹永勇宇玉悦云哲志智中卓子";

/** 150 volunteers, 134 of them party members; 18 more party members; 92 who are neither. 23 trainers, 17 of them party members. */
const MIX = { partyVolunteers: 134, otherVolunteers: 16, partyOnly: 18, partyTrainers: 17, otherTrainers: 6 };

/** Makes up the 260 people of the roster; the same every time. No name is taken from anybody. */
export function people(): Person[] {
  const luck = chance(20100301);
  const places = DEPARTMENTS.flatMap((department) =>
    Array.from({ length: department.people }, (_, at) => ({
      department: department.name,
      post: department.posts[at % department.posts.length] ?? "",
      branch: department.branches[at % department.branches.length] ?? "",
    })),
  );
  const order = shuffled(
    places.map((_, at) => at),
    luck,
  );
  const rank = new Map(order.map((place, at) => [place, at]));
  const names = new Set<string>();
  const made = places.map((place, at) =>
    person(place, { at, rank: rank.get(at) ?? 0, name: newName(names, luck), luck }),
  );
  return withRoles(made);
}

type Place = Pick<Person, "department" | "post" | "branch">;

function person(
  place: Place,
  { at, rank, name, luck }: { at: number; rank: number; name: string; luck: Chance },
): Person {
  const employeeNumber = String(101 + at).padStart(6, "0");
  const { partyVolunteers, otherVolunteers, partyOnly, partyTrainers, otherTrainers } = MIX;
  const volunteers = partyVolunteers + otherVolunteers;
  const volunteer = rank < volunteers;
  const party = rank < partyVolunteers || (rank >= volunteers && rank < volunteers + partyOnly);
  const trainer = rank < partyTrainers || (rank >= partyVolunteers && rank < partyVolunteers + otherTrainers);
  return {
    ...place,
    employeeNumber,
    name,
    politicalStatus: party ? partyText(rank) : otherText(rank),
    branch: party || luck.below(3) > 0 ? place.branch : "",
    teams: volunteer ? teamsOf(place, rank, luck) : [],
    trainer,
    mobile: `1990000${String(1000 + at)}`,
    email: `${employeeNumber}@taizhou.example`,
    volunteerSince: volunteer ? day(luck) : "",
    roles: [volunteer ? "志愿者" : "员工"],
    accounts: accountsOf(at),
  };
}

/** Every twentieth person has an account that the roster knows: in WeCom, DingTalk and Feishu by turns. */
function accountsOf(at: number): Person["accounts"] {
  const number = String(101 + at);
  const at20 = (rest: number) => at % 60 === rest * 20;
  return {
    wecom: at20(0) ? `tz${number}` : "",
    dingtalk: at20(1) ? `manager${number}` : "",
    feishu: at20(2) ? `u${number}` : "",
  };
}

const partyText = (rank: number): string => (rank % 19 === 5 ? "预备党员" : "中共党员");
const otherText = (rank: number): string =>
  ["群众", "共青团员", "群众", "入党积极分子", "共青团员"][rank % 5] ?? "群众";

const day = (luck: Chance): string =>
  `${2010 + luck.below(16)}-${String(1 + luck.below(12)).padStart(2, "0")}-${String(1 + luck.below(28)).padStart(2, "0")}`;

const SKILLED: Record<string, string> = {
  信息化部: "信息化专家",
  网络运维部: "通信保障",
  装维中心: "通信保障",
  市场部: "3G达人",
};

function teamsOf({ department }: Place, rank: number, luck: Chance): string[] {
  const first = SKILLED[department] ?? TEAMS[rank % TEAMS.length] ?? TEAMS[0];
  const second = luck.pick(TEAMS);
  return luck.below(4) === 0 && second !== first ? [first, second] : [first];
}

function newName(taken: Set<string>, luck: Chance): string {
  for (;;) {
    const given = [luck.pick([...GIVEN]), luck.pick([...GIVEN])];
    const name = luck.pick([...SURNAMES]) + given.join("");
    if (given[0] === given[1] || taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function shuffled(items: number[], luck: Chance): number[] {
  const left = [...items];
  return items.map(() => left.splice(luck.below(left.length), 1)[0] ?? 0);
}

/** One person for each role, each with no other office, so that a role can be tried by its number. */
function withRoles(made: readonly Person[]): Person[] {
  const offices = new Map<Person, string[]>();
  const appoint = (role: string, fits: (person: Person) => boolean) => {
    const chosen = made.find((each) => each.volunteerSince !== "" && isParty(each) && !offices.has(each) && fits(each));
    if (!chosen) throw new RangeError(`Nobody can be ${role}`);
    offices.set(chosen, [role]);
  };
  const inDepartment = (name: string) => (each: Person) => each.department === name;
  for (const branch of new Set(made.map((each) => each.branch).filter((name) => name !== "")))
    appoint("支部书记", (each) => each.branch === branch);
  for (const team of TEAMS) appoint("分队长", (each) => each.teams.length === 1 && each.teams[0] === team);
  appoint("管理员", inDepartment("信息化部"));
  appoint("义工联盟", inDepartment("综合部"));
  appoint("党委", inDepartment("人力资源部"));
  appoint("党委", inDepartment("市场部"));
  appoint("组织者", inDepartment("综合部"));
  appoint("客户服务", inDepartment("客户服务部"));
  appoint("审计", inDepartment("财务部"));
  headUnits(made, offices);
  return made.map((each) => ({ ...each, roles: [...(offices.get(each) ?? []), ...each.roles] }));
}

/** A head for each post and department, rather one who is no volunteer: heads confirm covers while others serve. */
function headUnits(made: readonly Person[], offices: Map<Person, string[]>): void {
  const appoint = (role: string, unit: "post" | "department") => {
    for (const holders of Map.groupBy(made, (each) => each[unit]).values()) {
      const free = holders.filter((each) => !offices.has(each));
      const head = free.find((each) => each.volunteerSince === "") ?? free[0];
      if (head) offices.set(head, [role]);
    }
  };
  appoint("岗位负责人", "post");
  appoint("部门负责人", "department");
}

export const isParty = ({ politicalStatus }: Person): boolean => ["中共党员", "预备党员"].includes(politicalStatus);
