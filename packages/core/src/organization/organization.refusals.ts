import { refusals } from "../lib/refusals.ts";

/** Why a unit or a setting stays as it is. */
export const organizationRefusal = refusals({
  "unit.wrong_kind": [
    "invalid",
    "「{{name}}」是{{kind}}，不是{{wanted}}；请重新选择",
    "{{name}} is a {{kind}}, not a {{wanted}}. Choose another.",
  ],
  "unit.missing": [
    "missing",
    "没有这个单位，可能已被移除；请重新选择",
    "There is no such unit. Choose one from the list.",
  ],
  "unit.ended": [
    "conflict",
    "「{{name}}」已于{{day}}停用，请选择现有的单位",
    "{{name}} ended on {{day}}. Choose one that still exists.",
  ],
  "unit.in_use": [
    "conflict",
    "「{{name}}」正在使用，不能删除；请改为填写停用日期",
    "{{name}} is in use; give it an end instead.",
  ],
  "unit.name_taken": [
    "conflict",
    "已有同类单位名为「{{name}}」，请换一个名称",
    "There is another unit of this kind named {{name}}. Choose another name.",
  ],
  "unit.field_unknown": ["invalid", "{{kind}}不能填写这一项", "A {{kind}} does not have this field."],
  "organization.founding_year_fixed": [
    "conflict",
    "成立年份是各项编号的起点，不能更改",
    "The founding year is the zero of every series; it stays.",
  ],
  "organization.code_version_behind": [
    "invalid",
    "服务守则第{{version}}版已在施行，新版本号须更大",
    "Version {{version}} of the code is in force already.",
  ],
  "organization.code_version_due": [
    "invalid",
    "改动服务守则的内容须同时改为更大的版本号（如{{version}}），已认同旧版的人会重新征求同意",
    "Another text of the code takes a higher version, such as {{version}}; who accepted the former one is asked again.",
  ],
  "organization.zone_fixed": [
    "conflict",
    "记录、截止时间和年度都按此时区保存，不能更改",
    "Records, deadlines and years are kept in this time zone; it stays.",
  ],
});
