import { refusals } from "../lib/refusals.ts";

/** Why somebody is not appointed as a trainer, and why an appointment is not ended. */
export const trainerRefusal = refusals({
  "trainer.not_volunteer": [
    "conflict",
    "{{name}}在{{day}}还不是志愿者，而内训师都是志愿者；请先在名册登记入盟日期，或改从入盟之后聘任",
    "{{name}} is no volunteer on {{day}}, and every trainer is one. Enter the joining date on the roster first, or appoint from then on.",
  ],
  "trainer.left": [
    "conflict",
    "{{name}}已于{{day}}离职，不能再聘任；请另选一位志愿者",
    "{{name}} left on {{day}} and is appointed no more. Choose another volunteer.",
  ],
  "trainer.overlaps": [
    "conflict",
    "{{name}}从{{day}}起已有聘任，与这一次重叠；请先结束前一次，或改在其后开始",
    "{{name}} has an appointment from {{day}} that overlaps this one. End that one first, or begin after it.",
  ],
  "trainer.ends_before_begin": [
    "invalid",
    "聘任的最后一天不能早于第一天{{day}}，请核对日期",
    "An appointment does not end before its first day, {{day}}. Check the days.",
  ],
  "trainer.missing": [
    "missing",
    "没有这一次聘任，可能已被更正；请从内训师名单重新打开",
    "There is no such appointment; it may have been put right. Open it from the list of trainers.",
  ],
  "trainer.ended": [
    "conflict",
    "这一次聘任到{{day}}为止，只能提前，不能延后；需要继续请在其后重新聘任",
    "This appointment ends on {{day}} and is not made longer. Appoint anew after it.",
  ],
  "trainer.own": [
    "forbidden",
    "不能聘任自己，也不能结束自己的聘任，请联盟的另一人办理",
    "Nobody appoints themselves or ends their own appointment: somebody else of the alliance does.",
  ],
});
