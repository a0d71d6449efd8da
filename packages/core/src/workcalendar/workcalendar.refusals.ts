import { refusals } from "../lib/refusals.ts";

/** Why a table of working days is not taken. */
export const workcalendarRefusal = refusals({
  "workcalendar.other_year": [
    "invalid",
    "{{day}}不在{{year}}年；一张表只写一年的日子，请改日期或另选年份",
    "{{day}} is not in {{year}}. A table is of one year: correct the day, or choose its year.",
  ],
  "workcalendar.holiday_backwards": [
    "invalid",
    "「{{name}}」的最后一天早于第一天，请对调",
    "{{name}} ends before it begins. Exchange the two days.",
  ],
  "workcalendar.holiday_long": [
    "invalid",
    "「{{name}}」超过{{days}}天，请核对起止日期",
    "{{name}} is longer than {{days}} days. Check when it begins and ends.",
  ],
  "workcalendar.holidays_overlap": [
    "invalid",
    "「{{name}}」与「{{other}}」有重叠的日子，请核对起止日期",
    "{{name}} and {{other}} share days. Check when they begin and end.",
  ],
  "workcalendar.works_on_holiday": [
    "invalid",
    "{{day}}既是假日又是调休上班日，请留一处",
    "{{day}} is a holiday and a working day at once. Keep one of them.",
  ],
  "workcalendar.works_anyway": [
    "invalid",
    "{{day}}是周一至周五，本来就上班；调休上班日只写周末",
    "{{day}} is a weekday and worked anyway. Name only weekend days that are worked.",
  ],
  "workcalendar.named_twice": [
    "invalid",
    "调休上班日{{day}}写了两次，请删去一处",
    "The working day {{day}} is named twice. Take one away.",
  ],
  "workcalendar.line_unreadable": [
    "invalid",
    "第{{line}}行看不懂：「{{text}}」。每行写「春节 2027-02-05 2027-02-11」或「上班 2027-02-14」",
    "Line {{line}} cannot be read: “{{text}}”. Write a holiday with its first and last day, or the word work with a day, on a line.",
  ],
  "workcalendar.missing": [
    "missing",
    "没有{{year}}年的工作日表；请按国务院的通知录入",
    "There is no table of working days of {{year}}. Enter it from the State Council's notice.",
  ],
});
