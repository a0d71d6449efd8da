import { refusals } from "../lib/refusals.ts";

/** Why a survey is not opened, answered, reminded of or closed. */
export const surveyRefusal = refusals({
  "survey.not_open": ["conflict", "本活动的回访尚未开始", "The survey of this activity has not been opened yet."],
  "survey.skipped": ["conflict", "本活动没有回访：{{reason}}", "There is no survey: {{reason}}"],
  "survey.closed": ["conflict", "本活动的回访已结束", "The survey of this activity is closed."],
  "survey.reminders_spent": [
    "conflict",
    "已提醒两次，不能再提醒",
    "People have been reminded twice; that is the most.",
  ],
  "survey.still_sending": [
    "conflict",
    "链接仍在发送，全部发出后可提醒",
    "Links are still being sent. Remind when all of them are out.",
  ],
  "survey.reminded_lately": [
    "conflict",
    "已于{{at}}提醒过，下一次提醒最早在{{next}}",
    "People were reminded at {{at}}. The next reminder may go at {{next}}.",
  ],
  "survey.answered": [
    "conflict",
    "已有服务对象作答，请改为结束回访",
    "Clients have answered already. Close the survey instead.",
  ],
  "happiness.not_open": [
    "conflict",
    "志愿者与回访同时征询，尚未开始",
    "Volunteers are asked together with the survey.",
  ],
  "happiness.closed": ["conflict", "作答时间已过", "The time to answer is over."],
  "survey.too_many_served": [
    "conflict",
    "一个活动最多列{{most}}位服务对象",
    "An activity lists at most {{most}} clients.",
  ],
  "happiness.answered": ["conflict", "您已作答，谢谢", "You have answered already. Thank you."],
  "survey.client_missing": [
    "missing",
    "本活动没有这位服务对象，请从名单中重新选择",
    "This activity has no such served client. Choose one from the list.",
  ],
  "survey.client_is_contact": [
    "conflict",
    "这位是联系人，请在联系人页更正，各活动随之更新",
    "This is one of the contacts. Correct it there; every list follows.",
  ],
  "survey.papers_typed": [
    "conflict",
    "{{typed}}号问卷已录入，发出的份数不能更少",
    "Form no. {{typed}} was typed in, so that no fewer can have been handed out.",
  ],
  "survey.no_such_paper": [
    "conflict",
    "没有{{sheet}}号问卷，共发出{{handedOut}}份；请核对编号，或先更正发出的份数",
    "There is no form no. {{sheet}}: {{handedOut}} were handed out. Check the number, or say first that there were more.",
  ],
  "survey.opened": [
    "conflict",
    "回访已开始，不能再增加服务对象",
    "The survey has begun; nobody can be added to it any more.",
  ],
  "survey.already_answered/paper": ["conflict", "{{sheet}}号问卷此前已录入", "Form no. {{sheet}} was typed in before."],
  "survey.already_answered": ["conflict", "这位服务对象已作答", "This client has answered already."],
  "survey.no_served_party": [
    "conflict",
    "本活动没有明确的服务对象：{{reason}}",
    "Nobody definite is served here: {{reason}}",
  ],
});
