import { catalogue } from "../language/catalogue.ts";

/** What people are told about classes. */
export const classMessages = catalogue({
  "zh-CN": {
    "message.class.movedUp.subject": "「{{title}}」有名额了",
    "message.class.movedUp.body":
      "有人退出，「{{title}}」{{startsAt}} 的课现在有您的名额，地点：{{place}}。不能来请及时退出，让给后面的人。",
    "message.class.changed.subject": "「{{title}}」有变动",
    "message.class.changed.body":
      "您报名的「{{title}}」有变动：{{startsAt}} 开始，地点：{{place}}，讲师：{{teachers}}。请看班级页；时间不合适可以退出。",
    "message.class.waits.subject": "「{{title}}」的名额减少了，您转为候补",
    "message.class.waits.body":
      "「{{title}}」{{startsAt}} 的课减少了名额，您现在在候补名单上；有人退出时按顺序补上，补上会通知您。",
    "message.class.cancelled.subject": "「{{title}}」不开了",
    "message.class.cancelled.body":
      "您报名的「{{title}}」（{{startsAt}}）已取消，原因：{{reason}}。您不用再来，名额已取消。",
    "message.class.sessionCancelled.subject": "「{{title}}」{{startsAt}} 的课取消",
    "message.class.sessionCancelled.body": "「{{title}}」{{startsAt}} 的课已取消，原因：{{reason}}。其他课次照常。",
    "message.class.startsSoon.subject": "明天上课：「{{title}}」",
    "message.class.startsSoon.body":
      "「{{title}}」{{startsAt}} 开课，地点：{{place}}。到场请扫屏幕上的码签到；不能来请退出。",
    "message.class.teaches.subject": "请您讲授「{{title}}」",
    "message.class.teaches.body":
      "「{{title}}」{{startsAt}} 开课，地点：{{place}}，由您讲授。上课时打开签到码，课后登记成绩并结课。",
    "message.class.pointsPosted.subject": "「{{title}}」的授课积分已记入",
    "message.class.pointsPosted.body": "您讲授的「{{title}}」已结课，授课积分已记入。",
  },
  en: {
    "message.class.movedUp.subject": "There is a seat for you in “{{title}}”",
    "message.class.movedUp.body":
      "Somebody withdrew: you have a seat in “{{title}}” {{startsAt}}, at {{place}}. If you cannot come, withdraw so that the next one can.",
    "message.class.changed.subject": "“{{title}}” has changed",
    "message.class.changed.body":
      "“{{title}}”, in which you are enrolled, has changed: it begins {{startsAt}}, at {{place}}, taught by {{teachers}}. See its page; you may withdraw if the time does not suit you.",
    "message.class.waits.subject": "“{{title}}” has fewer seats: you are on its waiting list now",
    "message.class.waits.body":
      "The session of “{{title}}” {{startsAt}} has fewer seats now, and you wait for one. You are told when somebody withdraws and it is your turn.",
    "message.class.cancelled.subject": "“{{title}}” is called off",
    "message.class.cancelled.body":
      "“{{title}}” ({{startsAt}}), in which you are enrolled, is called off. Why: {{reason}}. You need not come.",
    "message.class.sessionCancelled.subject": "“{{title}}” {{startsAt}} is called off",
    "message.class.sessionCancelled.body":
      "The session of “{{title}}” {{startsAt}} is called off. Why: {{reason}}. The others are held.",
    "message.class.startsSoon.subject": "Class tomorrow: “{{title}}”",
    "message.class.startsSoon.body":
      "“{{title}}” begins {{startsAt}}, at {{place}}. Check in there by the code on the screen. If you cannot come, withdraw.",
    "message.class.teaches.subject": "You teach “{{title}}”",
    "message.class.teaches.body":
      "“{{title}}” begins {{startsAt}}, at {{place}}, and you teach it. Show the check-in code in class; afterwards enter the results and close it.",
    "message.class.pointsPosted.subject": "Points for teaching “{{title}}” are posted",
    "message.class.pointsPosted.body": "“{{title}}”, which you taught, is closed; the points for it are posted.",
  },
});
