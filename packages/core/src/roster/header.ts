import { plain } from "./cell.ts";
import { COLUMN_LABELS } from "./column-labels.ts";

/**
 * Names under which the columns are found in people's files, best first.
 *
 * Names of one group mean the same, so that two of them in one file are one too many; a name of a later group is taken
 * only when none of an earlier one is there. A name that may mean something else (编号, 职务, 序号) is none of them.
 */
const OTHER_NAMES: Record<string, readonly (readonly string[])[]> = {
  工号: [
    ["员工工号", "职工工号", "人员工号", "员工号", "职工号"],
    ["员工编号", "人员编号", "职工编号"],
  ],
  姓名: [
    ["员工姓名", "职工姓名", "人员姓名", "名字"],
    ["名称", "客户姓名", "客户名称", "单位名称"],
  ],
  政治面貌: [["政治面目", "政治身份"]],
  支部: [["党支部", "所属支部", "所在支部", "所属党支部", "所在党支部", "支部名称", "党支部名称"]],
  部门: [["所在部门", "所属部门", "部门名称", "工作部门", "任职部门"]],
  岗位: [
    ["岗位名称", "所在岗位", "工作岗位", "任职岗位", "现岗位", "现任岗位"],
    ["职位", "职位名称"],
  ],
  分队: [["所属分队", "所在分队", "服务分队", "义工分队", "分队名称"]],
  内训师: [["是否内训师", "内部内训师", "内部讲师"]],
  手机: [
    ["手机号", "手机号码", "移动电话", "联系手机"],
    ["联系电话", "联系方式"],
    ["电话", "电话号码"],
  ],
  邮箱: [["电子邮箱", "邮箱地址", "电子邮件", "电邮", "邮件地址", "e-mail", "email"]],
  入盟日期: [["入盟时间", "加盟日期", "加入联盟日期", "加入联盟时间", "加入义工联盟日期"]],
  角色: [["系统角色"]],
  技能: [["资质", "技能资质", "资质证书", "持证情况"]],
  企业微信账号: [["企业微信帐号", "企业微信userid", "企业微信id", "企微账号", "企微帐号", "企微userid"], ["企业微信"]],
  钉钉userid: [["钉钉账号", "钉钉帐号", "钉钉用户id", "钉钉id"], ["钉钉"]],
  飞书user_id: [["飞书userid", "飞书账号", "飞书帐号", "飞书用户id", "飞书id"], ["飞书"]],
  类别: [["类型", "客户类别", "客户类型"]],
  对接人: [["联系人", "单位联系人"]],
  来源: [["信息来源", "客户来源"]],
  出生日期: [["出生年月日", "生日"]],
  监护人: [["监护人姓名", "家长", "家长姓名"]],
  监护人手机: [["监护人电话", "家长电话", "家长手机"]],
  监护人邮箱: [["家长邮箱"]],
  不再联系: [["勿扰", "请勿联系", "谢绝联系"]],
  开始: [["开始时间", "班次开始", "上班时间", "起始时间"]],
  结束: [["结束时间", "班次结束", "下班时间", "终止时间"]],
  可代岗位: [["可代班岗位", "可代的岗位", "可替岗位"]],
};

/** The names of the columns in an English template: one each, which means the same as the Chinese one. */
const ENGLISH: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(COLUMN_LABELS).map(([column, { en }]) => [column, en.replace(/\s+/g, "").toLowerCase()]),
);

/** What a bracket behind a name may say without making it another column. */
const HINT =
  /必填|必须|选填|可选|可空|可不填|非空|文本|格式|示例|例如|如[:：]?|填写|请|是\/否|y+-m+|\d{4}|\*|required|optional/;
const BRACKETS = /[([【〔{<《「]([^)\]】〕}>》」]*)[)\]】〕}>》」]/g;

interface Reading {
  name: string;
  /** A bracket says more than a hint, such as 部门（原）. */
  qualified: boolean;
}

/** A header without what people put around it: blanks, line breaks, stars, colons, brackets; full-width is half-width. */
function readingOf(text: string): Reading {
  const flat = plain(text).replace(/\s+/g, "").toLowerCase();
  const qualified = [...flat.matchAll(BRACKETS)].some(([, inner = ""]) => inner !== "" && !HINT.test(inner));
  return { name: flat.replace(BRACKETS, "").replace(/[*★☆※:]|[必选]填项?$/g, ""), qualified };
}

/** How well a name stands for a column, 0 being best; undefined when it does not. */
function rankOf({ name, qualified }: Reading, column: string): number | undefined {
  const isOwn = name === column || name === ENGLISH[column];
  const group = isOwn ? 0 : (OTHER_NAMES[column] ?? []).findIndex((names) => names.includes(name)) + 1;
  if (group === 0 && !isOwn) return undefined;
  return group + (qualified ? 100 : 0);
}

/** Where the columns of a file are: their index by name, those that stand there equally well twice, and what was not taken. */
export interface Headers {
  at: ReadonlyMap<string, number>;
  /** The headers as they are written, of each column that is there more than once. */
  twice: string[][];
  ignored: string[];
  /** Headers that were taken for a column of another name. */
  renamed: { header: string; column: string }[];
}

/** Recognises the headers of a file among the columns that are known. */
export function headersOf(texts: readonly string[], columns: readonly string[]): Headers {
  const readings = texts.map(readingOf);
  const at = new Map<string, number>();
  const twice: string[][] = [];
  for (const column of columns) {
    const ranks = readings.map((reading) => rankOf(reading, column) ?? Number.POSITIVE_INFINITY);
    const best = Math.min(...ranks);
    if (best === Number.POSITIVE_INFINITY) continue;
    at.set(column, ranks.indexOf(best));
    const equals = texts.filter((_, index) => ranks[index] === best).map(shown);
    if (equals.length > 1) twice.push(equals);
  }
  const taken = new Set(at.values());
  const written = texts.map(shown);
  return {
    at,
    twice,
    ignored: written.filter((header, index) => header !== "" && !taken.has(index)),
    renamed: [...at].flatMap(([column, index]) => {
      const header = written[index] ?? "";
      return header === column ? [] : [{ header, column }];
    }),
  };
}

const shown = (text: string): string => plain(text).replace(/\s+/g, " ");
