import { catalogue } from "@yigong/core/language/catalogue.ts";

/** Helpers asked from other teams, on phone and console. */
export const helpersWords = catalogue({
  "zh-CN": {
    title: "支援人员",
    count: "一共需要{{headCount}}人，已安排{{named}}人",
    left: "还可安排{{left}}人。您点名的人会收到邀请，自愿报名。",
    who: "点名安排",
    none: "这个分队现在没有可安排的党员志愿者。请写明理由谢绝。",
    name: "安排支援人员",
    named: "已安排，他们会收到邀请。",
    full: "需要的人数已安排满。",
    decline: "谢绝支援",
    declined: "已谢绝，组织者会收到您写的理由。",
    reason: "谢绝的理由",
    because: "理由：{{reason}}",
    other: "由所在分队的分队长答复。",
  },
  en: {
    title: "Helpers",
    count: "{{headCount}} are needed in all, {{named}} are named",
    left: "You can name {{left}} more. Whom you name is invited, and signs up freely.",
    who: "Name people",
    none: "This team has no party volunteers who could be named. Decline with a reason.",
    name: "Name helpers",
    named: "Named; they are invited.",
    full: "As many are named as were asked for.",
    decline: "Decline",
    declined: "Declined; the organizer reads your reason.",
    reason: "Why you decline",
    because: "Reason: {{reason}}",
    other: "The lead of that team answers.",
  },
});
