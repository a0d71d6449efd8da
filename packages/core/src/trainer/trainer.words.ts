import { catalogue } from "../language/catalogue.ts";

/** Levels of trainers, and why a row of a file of appointments is bad. @source docs/domain.md T2 */
export const trainerWords = catalogue({
  "zh-CN": {
    "trainer.level.junior": "初级",
    "trainer.level.intermediate": "中级",
    "trainer.level.senior": "高级",
    "trainer.problem.trainer_level_unknown": "级别只能是 {{choices}}。",
    "trainer.problem.trainer_left": "此人已于 {{limit}} 离职，不能聘任。",
    "trainer.problem.trainer_no_volunteer": "此人在聘任当天还不是志愿者；内训师都是志愿者，请先在名册登记入盟日期。",
    "trainer.problem.trainer_overlaps": "与此人从 {{limit}} 起的聘任重叠；请先结束前一次，或改在其后开始。",
    "trainer.problem.trainer_ends_early": "最后一天不能早于聘任日期 {{limit}}。",
    "trainer.problem.trainer_twice": "此人在文件里的几次聘任互相重叠，另见第 {{rows}} 行。",
    "trainer.problem.trainer_team_unknown": "没有这个分队；最接近的有：{{choices}}。",
  },
  en: {
    "trainer.level.junior": "junior",
    "trainer.level.intermediate": "intermediate",
    "trainer.level.senior": "senior",
    "trainer.problem.trainer_level_unknown": "The level is one of {{choices}}.",
    "trainer.problem.trainer_left": "This person left on {{limit}} and is not appointed.",
    "trainer.problem.trainer_no_volunteer":
      "This person is no volunteer on the first day. Every trainer is one: enter the joining date on the roster first.",
    "trainer.problem.trainer_overlaps":
      "This overlaps the person's appointment from {{limit}}. End that one first, or begin after it.",
    "trainer.problem.trainer_ends_early": "The last day is not before the first one, {{limit}}.",
    "trainer.problem.trainer_twice": "Appointments of this person in the file overlap; see rows {{rows}}, too.",
    "trainer.problem.trainer_team_unknown": "There is no such team; nearest are: {{choices}}.",
  },
});
