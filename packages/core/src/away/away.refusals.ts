import { refusals } from "../lib/refusals.ts";

/** Why a planned absence is not taken. */
export const awayRefusal = refusals({
  "away.missing": [
    "missing",
    "没有这段外出安排，请刷新查看",
    "There is no such planned absence. Reload to see the list.",
  ],
  "away.past": [
    "invalid",
    "外出安排须在今天或以后。过去的缺席请在活动页申诉",
    "A planned absence begins today or later. Against a past absence, appeal on the activity's page.",
  ],
  "away.ends_before": ["invalid", "结束日期早于开始日期，请核对", "It ends before it begins. Check the days."],
  "away.too_long": [
    "invalid",
    "最多可安排{{most}}天，每年重新确认一次",
    "At most {{most}} days, so that it is said anew each year.",
  ],
  "away.no_day": [
    "invalid",
    "这段日期里没有所选的星期，请核对",
    "None of the chosen days of the week lies between the two dates.",
  ],
  "away.too_many": [
    "conflict",
    "已有{{most}}段外出安排，请先取消不需要的",
    "There are {{most}} planned absences already. Take back what is not needed.",
  ],
  "away.over": ["conflict", "这段外出安排已经结束", "This planned absence is over."],
  "away.decided": [
    "conflict",
    "这段外出安排此前已有决定，请刷新查看",
    "This planned absence was decided before. Reload to see it.",
  ],
  "away.entered": [
    "forbidden",
    "这段外出安排由您代为登记，请支部的另一名书记或联盟审批",
    "You wrote this planned absence down yourself; another secretary of the branch, or the alliance, decides it.",
  ],
  "away.enter_own": [
    "invalid",
    "本人的外出请在「外出安排」里登记",
    "One's own absence is planned on the page for it, and written down for nobody else.",
  ],
  "away.own": [
    "forbidden",
    "外出安排由本人及其代理人以外的人审批",
    "Somebody else than the person, or who acts for them, decides on a planned absence.",
  ],
});
