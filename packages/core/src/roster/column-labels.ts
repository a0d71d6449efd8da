import type { InBoth } from "../lib/error.ts";

/** A column of an import for people: its name, what stands in it for example, and how to fill it in. */
export interface ColumnLabel extends InBoth {
  example: string;
  hint: InBoth;
}

const label = (chinese: string, en: string, example: string, hint: readonly [string, string]): ColumnLabel => ({
  "zh-CN": chinese,
  en,
  example,
  hint: { "zh-CN": hint[0], en: hint[1] },
});

const EMPTY_CLEARS = ["留空即清除", "empty clears it"] as const;
const ACCOUNT = [
  "办公系统中的账号，不是姓名或手机号",
  "the user id in the office system, no name and no number",
] as const;
const YES_OR_NO = ["是或否；留空不改动", "是 or Y, 否 or N; empty changes nothing"] as const;
const MOMENT = ["当地时间，写作 2026-09-12 08:00", "local time, written 2026-09-12 08:00"] as const;

/** The columns of all imports. */
export const COLUMN_LABELS: Readonly<Record<string, ColumnLabel>> = {
  工号: label("工号", "Employee number", "000101", ["文本格式，保留前导零", "as text, with its leading zeros"]),
  姓名: label("姓名", "Name", "安一一", ["最多60字", "at most 60 characters"]),
  政治面貌: label("政治面貌", "Political status", "中共党员", [
    "中共党员、中共预备党员、共青团员、群众等",
    "中共党员 (Party member), 共青团员 (League member), 群众 (neither)",
  ]),
  部门: label("部门", "Department", "市场部", ["没有的会新建", "made if there is none"]),
  岗位: label("岗位", "Post", "营业员", [
    "没有的会新建；班次须用名册中的岗位",
    "made if there is none; shifts name one that exists",
  ]),
  支部: label("支部", "Branch", "一支部", ["党员必填", "needed for Party members"]),
  分队: label("分队", "Teams", "爱心奉献", ["几个用、隔开", "several with 、 between them"]),
  内训师: label("内训师", "Trainer", "否", ["是或否", "是 or Y, 否 or N"]),
  手机: label("手机", "Mobile", "13800000000", EMPTY_CLEARS),
  邮箱: label("邮箱", "E-mail", "name@example.com", EMPTY_CLEARS),
  入盟日期: label("入盟日期", "Volunteer since", "2010-03-01", [
    "志愿者填写，写作 2010-03-01",
    "for volunteers, written 2010-03-01",
  ]),
  角色: label("角色", "Roles", "", [
    "管理员、联盟、组织者、支部书记、分队长、客服、审计等；有此列即以此为准",
    "管理员, 联盟, 组织者, 支部书记, 分队长, 客服, 审计; the column is the whole truth about roles",
  ]),
  技能: label("技能", "Skills", "急救证（2027-03-31）", [
    "几个用、隔开；会到期的在括号里写最后一天；有此列即以此为准",
    "several with 、 between them; the last day of one that ends in brackets; the column is the whole truth about skills",
  ]),
  企业微信账号: label("企业微信账号", "WeCom account", "", ACCOUNT),
  钉钉userid: label("钉钉userid", "DingTalk userid", "", ACCOUNT),
  飞书user_id: label("飞书user_id", "Feishu user_id", "", ACCOUNT),
  项目: label("项目", "Programme", "精英计划", ["公司的业绩项目", "a programme of the company"]),
  期间: label("期间", "Period", "2010", [
    "年、月或季度，如 2010、2010-06、2010-Q2",
    "a year, month or quarter: 2010, 2010-06, 2010-Q2",
  ]),
  完成率: label("完成率", "Attainment", "103.25%", [
    "百分数，最多两位小数",
    "a percentage with two decimals at the most",
  ]),
  起始完成率: label("起始完成率", "Attainment before", "", [
    "项目开始前的完成率，不知道可不填",
    "before the programme began; may be empty",
  ]),
  聘任日期: label("聘任日期", "Appointed on", "2026-03-01", [
    "第一天，写作 2026-03-01",
    "the first day, written 2026-03-01",
  ]),
  级别: label("级别", "Level", "初级", ["初级、中级或高级", "初级 (junior), 中级 (intermediate) or 高级 (senior)"]),
  聘期至: label("聘期至", "Appointed until", "", ["最后一天；留空则一直有效", "the last day; empty goes on"]),
  专长: label("专长", "Specialities", "", ["分队名称，几个用、隔开", "names of teams, several with 、 between them"]),
  得分: label("得分", "Score", "87.5", ["0到100，最多两位小数", "0 to 100 with two decimals at the most"]),
  年份: label("年份", "Year", "2010", ["四位数字", "four digits"]),
  满意度: label("满意度", "Satisfaction", "94.5", ["0 到 100，最多一位小数", "0 to 100 with one decimal at the most"]),
  数据来源: label("数据来源", "Where it comes from", "2010年度员工满意度调查报告", [
    "报告或文件的名称",
    "the report or file that says so",
  ]),
  类别: label("类别", "Kind", "个人", ["个人或单位；留空为个人", "person or organization; empty is a person"]),
  对接人: label("对接人", "Ask for", "", ["单位里找谁", "whom to ask for at an organization"]),
  语言: label("语言", "Language", "中文", ["中文或英文", "Chinese or English"]),
  来源: label("来源", "Source", "走访", [
    "走访、活动、电话、网上登记、他人介绍，或写明从何得来",
    "where the contact comes from, in words",
  ]),
  出生日期: label("出生日期", "Day of birth", "", [
    "只为未满18周岁的人填写",
    "only for who is under 18, written 2012-03-01",
  ]),
  监护人: label("监护人", "Guardian", "", ["未满18周岁必填", "needed for who is under 18"]),
  监护人手机: label("监护人手机", "Guardian's mobile", "", ["手机或邮箱至少一项", "this or the mail address"]),
  监护人邮箱: label("监护人邮箱", "Guardian's e-mail", "", ["手机或邮箱至少一项", "this or the mobile number"]),
  同意回访: label("同意回访", "Consents to surveys", "是", YES_OR_NO),
  同意走访来电: label("同意走访来电", "Consents to visits and calls", "是", YES_OR_NO),
  同意问候短信: label("同意问候短信", "Consents to greetings", "否", YES_OR_NO),
  不再联系: label("不再联系", "Do not contact", "否", [
    "是即不再联系；否不会恢复已登记的",
    "是 or Y: no more contact; 否 does not take an earlier one back",
  ]),
  开始: label("开始", "Start", "2026-09-12 08:00", MOMENT),
  结束: label("结束", "End", "2026-09-12 16:00", MOMENT),
  可代岗位: label("可代岗位", "Posts that can cover", "", ["几个用、隔开", "several with 、 between them"]),
};
