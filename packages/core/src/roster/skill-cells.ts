import * as z from "zod";
import type * as Member from "../member/member.ts";
import { dayIn, FILE_YEARS_TEXT, isFileYear, nameOf } from "./cell.ts";
import type { Row } from "./columns.ts";
import type { Named, ProblemCode } from "./problem.ts";
import { DATE_FORMS } from "./roster-terms.ts";

export const SKILL_COLUMN = "技能";

/** The skills that a row gives somebody, each with its last day if it ends. */
export const SkillsSaid = z.array(z.object({ skill: z.string(), until: z.string().optional() }));
export type SkillsSaid = z.infer<typeof SkillsSaid>;

const SKILL_LENGTH = 40;
const MOST_SKILLS = 50;
/** A date is written with slashes too, so that only these part one skill from the next. */
const BETWEEN = /[、;\uff1b,\uff0c|\n]/;
const WITH_END =
  /^(.+?)[(\uff08]\s*(?:有效(?:期)?)?(?:至|到|until)?\s*([^()\uff08\uff09]*?)\s*(?:到期|止)?\s*[)\uff09]$/i;
const HAS_DIGIT = /\d/;

/** Reads the column of skills, such as `急救证（2027-03-31）、英语`; undefined when the file has none. */
export function skillsIn(
  row: Row,
  fault: (code: ProblemCode, column: string, named?: Named) => void,
): SkillsSaid | undefined {
  const cell = row.cell(SKILL_COLUMN);
  if (!cell) return undefined;
  const said = cell.text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => skillIn(part, fault));
  if (said.length > MOST_SKILLS) fault("too_long", SKILL_COLUMN, { limit: MOST_SKILLS });
  return [...new Map(said.map((one) => [one.skill, one])).values()];
}

function skillIn(part: string, fault: (code: ProblemCode, column: string, named?: Named) => void) {
  const [, name = "", end = ""] = WITH_END.exec(part) ?? [];
  // A bracket without a date belongs to the name, such as 驾驶（C1）.
  const dated = HAS_DIGIT.test(end) && /[-/.年]/.test(end);
  const skill = nameOf(dated ? name : part);
  if (skill.length > SKILL_LENGTH) fault("too_long", SKILL_COLUMN, { limit: SKILL_LENGTH });
  if (!dated) return { skill };
  const until = dayIn(end);
  if (!until) fault("date_invalid", SKILL_COLUMN, { choices: DATE_FORMS });
  else if (!isFileYear(until)) fault("year_out_of_range", SKILL_COLUMN, { limit: FILE_YEARS_TEXT });
  return { skill, ...(until ? { until } : {}) };
}

/** A member's skills as a row says them; without the column as they are. */
export function skillsAfter(
  before: Pick<Member.Info, "skills" | "skillsUntil">,
  said: SkillsSaid | undefined,
): Pick<Member.Info, "skills" | "skillsUntil"> {
  if (!said)
    return before.skillsUntil ? { skills: before.skills, skillsUntil: before.skillsUntil } : { skills: before.skills };
  const ends = said.flatMap(({ skill, until }) => (until === undefined ? [] : [[skill, until] as const]));
  return {
    skills: said.map(({ skill }) => skill),
    ...(ends.length > 0 ? { skillsUntil: Object.fromEntries(ends) } : {}),
  };
}

/** Skills as they stand in a file. */
export const skillsText = ({ skills, skillsUntil = {} }: Pick<Member.Info, "skills" | "skillsUntil">): string =>
  skills.map((skill) => (skillsUntil[skill] ? `${skill}（${skillsUntil[skill]}）` : skill)).join("、");
