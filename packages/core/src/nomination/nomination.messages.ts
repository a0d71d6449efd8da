import { catalogue } from "../language/catalogue.ts";

/** What heads and candidates are told about external places. */
export const nominationMessages = catalogue({
  "zh-CN": {
    "message.nomination.offered.subject": "请为外培「{{title}}」报候选人",
    "message.nomination.offered.body":
      "「{{title}}」给您部门 {{places}} 个名额。请在 {{at}} 前报候选人并打分，之后名单截止，由您决定。",
    "message.nomination.toDecide.subject": "请决定外培「{{title}}」的名额",
    "message.nomination.toDecide.body":
      "「{{title}}」的抽签结果已登记，候选人排序已定。请决定由谁参加；与排序不一致须写明理由。",
    "message.nomination.closed.subject": "外培「{{title}}」的候选人名单已截止",
    "message.nomination.closed.body":
      "「{{title}}」有 {{candidates}} 名候选人、{{places}} 个名额，请决定由谁参加。条件完全相同的人要等联盟登记抽签结果。",
    "message.nomination.drawDue.subject": "请登记外培「{{title}}」的抽签结果",
    "message.nomination.drawDue.body":
      "「{{title}}」的候选人名单已截止。抽签来源“{{source}}”的结果已经公布，请登记，部门负责人据此决定。",
    "message.nomination.chosen.subject": "您入选外培「{{title}}」",
    "message.nomination.chosen.body": "部门已决定由您参加「{{title}}」，{{from}} 至 {{to}}，主办方：{{organizer}}。",
    "message.nomination.notChosen.subject": "外培「{{title}}」的名额已决定",
    "message.nomination.notChosen.body":
      "这次「{{title}}」的名额没有轮到您。您的各项排序条件和抽签结果都可以查看；如有疑问，请找部门负责人或联盟。",
    "message.nomination.withdrawn.subject": "外培「{{title}}」已撤回",
    "message.nomination.withdrawn.body": "「{{title}}」的名额已撤回，原因：{{reason}}。",
  },
  en: {
    "message.nomination.offered.subject": "Put candidates forward for “{{title}}”",
    "message.nomination.offered.body":
      "“{{title}}” has {{places}} places for your department. Put candidates forward with their scores by {{at}}; the list closes then, and you decide.",
    "message.nomination.toDecide.subject": "Decide about the places of “{{title}}”",
    "message.nomination.toDecide.body":
      "The draw of “{{title}}” was entered, and the order stands. Decide who goes; leaving the order takes a reason.",
    "message.nomination.closed.subject": "The candidates for “{{title}}” stand",
    "message.nomination.closed.body":
      "“{{title}}” has {{candidates}} candidates for {{places}} places. Decide who goes; between people who are equal in everything, the alliance enters the draw first.",
    "message.nomination.drawDue.subject": "Enter the draw of “{{title}}”",
    "message.nomination.drawDue.body":
      "The candidates for “{{title}}” stand, and the source of the draw, “{{source}}”, can be known now. Enter what it said: the head of the department decides by it.",
    "message.nomination.chosen.subject": "You go to “{{title}}”",
    "message.nomination.chosen.body":
      "Your department decided that you go to “{{title}}”, {{from}} to {{to}}, held by {{organizer}}.",
    "message.nomination.notChosen.subject": "The places of “{{title}}” are decided",
    "message.nomination.notChosen.body":
      "You have no place at “{{title}}” this time. You can see how you stood by each key, and the draw; ask the head of your department or the alliance if you have a question.",
    "message.nomination.withdrawn.subject": "“{{title}}” was withdrawn",
    "message.nomination.withdrawn.body": "The places of “{{title}}” were withdrawn. Why: {{reason}}.",
  },
});
