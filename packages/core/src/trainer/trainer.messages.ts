import { catalogue } from "../language/catalogue.ts";

/** What trainers are told. */
export const trainerMessages = catalogue({
  "zh-CN": {
    "message.trainer.appointed.subject": "您被聘为内训师",
    "message.trainer.appointed.body": "联盟聘请您从 {{day}} 起担任内训师。聘期和专长请在“我的培训”查看。",
    "message.trainer.ended.subject": "您的内训师聘任到期日已定",
    "message.trainer.ended.body": "您的内训师聘任到 {{day}} 为止，原因：{{reason}}。如有疑问，请联系联盟。",
  },
  en: {
    "message.trainer.appointed.subject": "You were appointed as a trainer",
    "message.trainer.appointed.body":
      "The alliance appointed you as a trainer from {{day}} on. See “My training” for how long and for which teams.",
    "message.trainer.ended.subject": "Your appointment as a trainer ends",
    "message.trainer.ended.body":
      "Your appointment as a trainer ends on {{day}}. Why: {{reason}}. Ask the alliance if you have a question.",
  },
});
