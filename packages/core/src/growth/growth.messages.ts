import { catalogue } from "../language/catalogue.ts";

/** What people of a programme, and their trainers, are asked. @source docs/domain.md F3 */
export const growthMessages = catalogue({
  "zh-CN": {
    "message.growth.rateBefore.subject": "请自评「{{title}}」培训前的技能",
    "message.growth.rateBefore.body":
      "您参加「{{title}}」。请在 {{closesAt}} 前自评各项技能现在的水平；只看汇总，满五人才出结果，不影响积分和评优。",
    "message.growth.rateAfter.subject": "请自评「{{title}}」培训后的技能",
    "message.growth.rateAfter.body":
      "「{{title}}」即将结束。请在 {{closesAt}} 前自评各项技能现在的水平；培训前后都评过的才计入变化。",
    "message.growth.trainerBefore.subject": "请评定「{{title}}」学员培训前的技能",
    "message.growth.trainerBefore.body": "您是「{{title}}」的培训师。请在 {{closesAt}} 前评定各学员现在的技能水平。",
    "message.growth.trainerAfter.subject": "请评定「{{title}}」学员培训后的技能",
    "message.growth.trainerAfter.body":
      "「{{title}}」即将结束。请在 {{closesAt}} 前评定各学员现在的技能水平；培训前后都评过的才计入变化。",
  },
  en: {
    "message.growth.rateBefore.subject": "How far are you with the skills of “{{title}}”?",
    "message.growth.rateBefore.body":
      "You take part in “{{title}}”. Please say before {{closesAt}} how far you are with each skill now. Only totals of five or more are shown; it changes neither points nor honours.",
    "message.growth.rateAfter.subject": "How far are you with the skills of “{{title}}” now?",
    "message.growth.rateAfter.body":
      "“{{title}}” is about to end. Please say before {{closesAt}} how far you are with each skill now. Only who said so before and after counts in the change.",
    "message.growth.trainerBefore.subject": "Please rate the people of “{{title}}” as they begin",
    "message.growth.trainerBefore.body":
      "You are a trainer of “{{title}}”. Please say before {{closesAt}} how far each of its people is with the skills now.",
    "message.growth.trainerAfter.subject": "Please rate the people of “{{title}}” as they end",
    "message.growth.trainerAfter.body":
      "“{{title}}” is about to end. Please say before {{closesAt}} how far each of its people is with the skills now. Only who was rated before and after counts in the change.",
  },
});
