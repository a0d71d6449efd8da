import { catalogue } from "../language/catalogue.ts";

/** What people who are asked something without their names are told. @source docs/domain.md T5, W6, F3 */
export const formMessages = catalogue({
  "zh-CN": {
    "message.form.asked.subject": "请填写「{{title}}」问卷",
    "message.form.asked.body":
      "请花一两分钟填写「{{title}}」问卷，{{closesAt}} 截止。不记名，每人一次，满五人填写才出汇总。",
    "message.form.reminded.subject": "「{{title}}」问卷还没有填写",
    "message.form.reminded.body":
      "您还没有填写「{{title}}」问卷，{{closesAt}} 截止。不记名，只需一两分钟；不想填写可以不理会，不会再次提醒。",
  },
  en: {
    "message.form.asked.subject": "Please fill in the form “{{title}}”",
    "message.form.asked.body":
      "Please take a minute or two for the form “{{title}}”, before {{closesAt}}. No names are kept, each person answers once, and totals are shown once five have answered.",
    "message.form.reminded.subject": "The form “{{title}}” waits for you",
    "message.form.reminded.body":
      "You have not filled in the form “{{title}}” yet; it closes at {{closesAt}}. No names are kept, and it takes a minute or two. If you would rather not, ignore this: you are not reminded again.",
  },
});
