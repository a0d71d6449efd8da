import { refusals } from "../lib/refusals.ts";

/** Why a form is not opened or takes no answer. */
export const formRefusal = refusals({
  "form.missing": [
    "missing",
    "没有这份问卷，可能链接有误；请从首页重新打开",
    "There is no such form. Open it from the home page.",
  ],
  "form.known": [
    "conflict",
    "这份问卷已经发出，不必再发；如有误，请先撤回原来的",
    "This form is out already. Call that one off first if it is wrong.",
  ],
  "form.nobody": ["invalid", "没有可以填写的人；请先确定参加人员", "There is nobody to ask. Say first who takes part."],
  "form.times_wrong": [
    "invalid",
    "截止时间须晚于开始时间，并且尚未过去；请重新选择",
    "A form ends later than it begins, and not in the past. Choose other times.",
  ],
  "form.too_late": [
    "conflict",
    "{{startsAt}} 已经开始，之前的问卷来不及填写了",
    "It has begun at {{startsAt}}: it is too late to ask what was before.",
  ],
  "form.not_asked": [
    "forbidden",
    "您不在这份问卷的填写名单上，无需填写",
    "You are not among those who are asked here; there is nothing to fill in.",
  ],
  "form.answered": [
    "conflict",
    "您已填写过这份问卷，每人一次；回答不记名，无法找出来更改",
    "You have answered this form. Each person answers once, and since no names are kept, an answer cannot be found to change it.",
  ],
  "form.not_open": [
    "conflict",
    "这份问卷 {{opensAt}} 才开始填写，请到时再来",
    "This form opens at {{opensAt}}. Come back then.",
  ],
  "form.closed": [
    "conflict",
    "这份问卷已于 {{closesAt}} 截止，不再接受回答",
    "This form closed at {{closesAt}} and takes no more answers.",
  ],
  "form.called_off": [
    "conflict",
    "这份问卷已撤回，理由：{{reason}}；无需填写",
    "This form was called off: {{reason}}. There is nothing to fill in.",
  ],
  "form.items_wrong": [
    "invalid",
    "共有{{count}}道题，每题都须选 1 到 5 中的一项",
    "There are {{count}} questions. Choose one of 1 to 5 for each.",
  ],
});
