import { catalogue } from "../language/catalogue.ts";

/** Where the index of a year comes from, and why a row of a file is bad. @source docs/domain.md W6 */
export const satisfactionWords = catalogue({
  "zh-CN": {
    "satisfaction.from.typed": "录入",
    "satisfaction.from.import": "导入",
    "satisfaction.from.survey": "调查",
    "satisfaction.title": "{{year}}年员工满意度",
    "satisfaction.problem.satisfaction_year_invalid": "年份无法识别；可写作 {{choices}}。",
    "satisfaction.problem.satisfaction_year_asked": "这一年已有本系统的员工满意度调查，以调查结果为准，请删去这一行。",
    "satisfaction.problem.satisfaction_index_invalid": "满意度须为 0 到 100 的数，最多一位小数；可写作 {{choices}}。",
    "satisfaction.problem.satisfaction_twice": "同一年只能有 1 行，另见第 {{rows}} 行。",
  },
  en: {
    "satisfaction.from.typed": "typed in",
    "satisfaction.from.import": "imported",
    "satisfaction.from.survey": "survey",
    "satisfaction.title": "Employee satisfaction {{year}}",
    "satisfaction.problem.satisfaction_year_invalid":
      "This is no year that is known; it may be written as {{choices}}.",
    "satisfaction.problem.satisfaction_year_asked":
      "Employees were asked here about this year, and what they answer counts: take this row away.",
    "satisfaction.problem.satisfaction_index_invalid":
      "Satisfaction is a number from 0 to 100 with one decimal at the most, such as {{choices}}.",
    "satisfaction.problem.satisfaction_twice": "A year has one row; see rows {{rows}}, too.",
  },
});
