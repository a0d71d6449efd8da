import { catalogue } from "../language/catalogue.ts";

/**
 * What people are told from recruitment to the allocation of places.
 *
 * Each says what is asked, until when, and what happens next. Values whose names end in `At` are instants, in `Period`
 * spans of time. @source docs/domain.md A3–A6
 */
export const participationMessages = catalogue({
  "zh-CN": {
    "message.recruit.duty.subject": "请参加「{{title}}」",
    "message.recruit.duty.body":
      "「{{title}}」{{startsAt}} 在{{place}}开始。您在应到名单上，未请假均须参加。请在 {{recruitUntilAt}} 前确认参加，或请假并写明原因；截止后告知岗位。",
    "message.recruit.invited.subject": "「{{title}}」也向您招募",
    "message.recruit.invited.body":
      "「{{title}}」扩大了招募范围，您也可以报名：{{startsAt}} 在{{place}}开始，{{recruitUntilAt}} 截止报名。自愿参加，不报名无需答复。",
    "message.recruit.undecidedReminder.subject": "请答复是否参加「{{title}}」",
    "message.recruit.undecidedReminder.body":
      "「{{title}}」{{startsAt}} 开始，您在应到名单上，还没有答复。请在 {{recruitUntilAt}} 前确认参加或请假；到时未答复，不再为您安排岗位。",
    "message.recruit.undecided.subject": "「{{title}}」已截止，未收到您的答复",
    "message.recruit.undecided.body":
      "「{{title}}」招募已截止，未收到您的答复，没有为您安排岗位。活动 {{startsAt}} 开始，您仍在应到名单上：能到场请照常签到，不能到场请在开始前凭证明补请假，否则记为无故缺席。",
    "message.participation.placed.subject": "您已安排到「{{title}}」",
    "message.participation.placed.body":
      "您在「{{title}}」的岗位是{{position}}，{{startsAt}} 在{{place}}开始。请准时到场签到；开始前一天会再提醒您。",
    "message.participation.waiting.subject": "您在「{{title}}」候补第{{number}}位",
    "message.participation.waiting.body":
      "「{{title}}」的{{position}}名额已满，您候补第{{number}}位。{{startsAt}} 开始前有人退出即依次递补，递补到您时会告知；不想再等可随时退出。",
    "message.participation.displaced.subject": "「{{title}}」名额减少，您改为候补第{{number}}位",
    "message.participation.displaced.body":
      "「{{title}}」{{startsAt}} 在{{place}}开始，{{position}}的名额由{{from}}个减少：{{reason}}。您的名额改为候补第{{number}}位，有空位时最先递补给您并告知；未告知前无需到场，不算缺席。",
    "message.participation.fallenBack.subject": "「{{title}}」名额减少，您暂列候补第{{number}}位",
    "message.participation.fallenBack.body":
      "「{{title}}」{{startsAt}} 在{{place}}开始，{{position}}的名额由{{from}}个减少：{{reason}}。按报名先后您暂列候补第{{number}}位，招募截止时确定；可改报其他岗位，也可随时退出。",
    "message.participation.released.subject": "「{{title}}」您报名的岗位已满，无需参加",
    "message.participation.released.body":
      "「{{title}}」{{startsAt}} 开始，您报名的岗位名额已满，您无需到场，不算缺席。您已列入代班人选；需要您代班时会单独询问，可以接受也可以谢绝。",
    "message.participation.promoted.subject": "您已递补到「{{title}}」",
    "message.participation.promoted.body":
      "有人退出，您已从候补转为「{{title}}」的{{position}}，{{startsAt}} 在{{place}}开始。请准时到场签到；不能参加请尽快退出或请假，以便下一位递补。",
    "message.participation.skillLacks.subject": "「{{title}}」的岗位「{{position}}」不能安排您",
    "message.participation.skillLacks.body":
      "「{{title}}」{{startsAt}} 的岗位「{{position}}」需要的资质届时不在有效期内：{{skills}}。名额已收回，不算缺席。已换证的，请管理员更新到期日，并联系组织者。",
    "message.participation.left.subject": "{{name}}离职，不再参加「{{title}}」",
    "message.participation.left.body":
      "{{name}}{{leftOn}}起离职，不再参加 {{startsAt}} 开始的「{{title}}」。空出的岗位已按候补顺序递补，相关代班已重新安排；如仍缺人，请补充人员。",
    "message.participation.offered.subject": "「{{title}}」有空位，请答复",
    "message.participation.offered.body":
      "「{{title}}」的{{position}}空出一个名额，轮到您：{{startsAt}} 在{{place}}开始。请在 {{expiresAt}} 前接受或谢绝；到时未答复，名额给下一位，您仍在候补。",
    "message.participation.placeOpen.subject": "「{{title}}」有空位，先到先得",
    "message.participation.placeOpen.body":
      "「{{title}}」的{{position}}空出一个名额，{{startsAt}} 在{{place}}开始。所有候补的人都可以接受，先到先得；能到场请马上接受。",
    "message.participation.offerLapsed.subject": "「{{title}}」的空位未收到您的答复",
    "message.participation.offerLapsed.body":
      "「{{title}}」{{startsAt}} 开始，给您的{{position}}名额已到答复时间，改问下一位。您仍在候补，但不再单独询问；开始前一小时内如还有空位，可以先到先得。",
    "message.participation.withdrew.subject": "{{name}}不能参加「{{title}}」",
    "message.participation.withdrew.body":
      "{{name}}（{{position}}）不参加 {{startsAt}} 开始的「{{title}}」：{{reason}}。有人候补的按顺序递补，相关代班已重新安排；如仍缺人，请补充人员。",
    "message.participation.lateLeave.subject": "{{name}}请假，不参加「{{title}}」",
    "message.participation.lateLeave.body":
      "{{name}}对 {{startsAt}} 开始的「{{title}}」的请假已批准。有人候补的按顺序递补，相关代班已重新安排；如仍缺人，请补充人员。",
    "message.participation.cannotCome.subject": "{{name}}来不了「{{title}}」",
    "message.participation.cannotCome.body":
      "{{name}}（{{position}}）不能到「{{title}}」{{startsAt}} 的这一场：{{reason}}。本场已开始，名额不自动递补；可当场加入其他人，点名时请按实际情况登记。",
    "message.participation.enteredFor.subject": "{{name}}为您登记了「{{title}}」",
    "message.participation.enteredFor.body":
      "{{name}}按您说的，为您登记了 {{startsAt}} 开始的「{{title}}」的报名或退出、请假。请打开活动页核对；如与您说的不符，请马上联系{{name}}。",
    "message.participation.regained.subject": "您在「{{title}}」的岗位已恢复",
    "message.participation.regained.body":
      "您的离职登记已更正，您在「{{title}}」的{{position}}岗位已恢复，{{startsAt}} 在{{place}}开始。请准时到场签到。",
    "message.participation.notRegained.subject": "您在「{{title}}」的岗位已由他人递补",
    "message.participation.notRegained.body":
      "您的离职登记已更正，但您在「{{title}}」的{{position}}岗位已由他人递补。{{startsAt}} 开始前有空位会按顺序递补并告知您；未告知前无需到场，不算缺席。",
  },
  en: {
    "message.recruit.duty.subject": "You are asked to attend “{{title}}”",
    "message.recruit.duty.body":
      "“{{title}}” begins {{startsAt}} at {{place}}. You are on the duty list: attending is the default. Confirm, or ask for leave with a reason, before {{recruitUntilAt}}. Posts are told after that.",
    "message.recruit.invited.subject": "“{{title}}” is open to you, too",
    "message.recruit.invited.body":
      "“{{title}}” is meant for more people now and you may sign up: it begins {{startsAt}} at {{place}}, and signing up ends {{recruitUntilAt}}. It is voluntary; without an answer nothing is expected of you.",
    "message.recruit.undecidedReminder.subject": "Please answer: will you attend “{{title}}”?",
    "message.recruit.undecidedReminder.body":
      "“{{title}}” begins {{startsAt}}. You are on the duty list and have not answered. Confirm or ask for leave before {{recruitUntilAt}}; without an answer you are given no post.",
    "message.recruit.undecided.subject": "“{{title}}” closed without your answer",
    "message.recruit.undecided.body":
      "Recruitment for “{{title}}” has closed without your answer, so you have no post. It begins {{startsAt}} and you are still on the duty list: check in if you can come, or ask for late leave with evidence before it begins; otherwise it counts as absence without leave.",
    "message.participation.placed.subject": "You have a place in “{{title}}”",
    "message.participation.placed.body":
      "Your post in “{{title}}” is {{position}}, beginning {{startsAt}} at {{place}}. Please check in on time; you are reminded the day before.",
    "message.participation.waiting.subject": "You are number {{number}} on the waiting list of “{{title}}”",
    "message.participation.waiting.body":
      "{{position}} in “{{title}}” is full; you are number {{number}} on the waiting list. Places that come free before {{startsAt}} are given in order and you are told at once. You may withdraw at any time.",
    "message.participation.displaced.subject":
      "Fewer places in “{{title}}”: you are number {{number}} on the waiting list",
    "message.participation.displaced.body":
      "“{{title}}” begins {{startsAt}} at {{place}} and {{position}} has fewer places than {{from}} now: {{reason}}. You are number {{number}} on the waiting list, before all others, and are told when a place is free; until then you need not come and it is no absence.",
    "message.participation.fallenBack.subject":
      "Fewer places in “{{title}}”: you are number {{number}} on the waiting list for now",
    "message.participation.fallenBack.body":
      "“{{title}}” begins {{startsAt}} at {{place}} and {{position}} has fewer places than {{from}} now: {{reason}}. By the order of signing up you are number {{number}} on the waiting list until recruiting ends; you may choose another position or withdraw at any time.",
    "message.participation.released.subject": "Your post in “{{title}}” is full: you need not attend",
    "message.participation.released.body":
      "“{{title}}” begins {{startsAt}} and has no place left in the post you chose, so you need not come and it is no absence. You may be asked to cover for somebody at work; you can accept or decline then.",
    "message.participation.promoted.subject": "You now have a place in “{{title}}”",
    "message.participation.promoted.body":
      "A place came free: you are {{position}} in “{{title}}”, beginning {{startsAt}} at {{place}}. Please check in on time; if you cannot come, withdraw or ask for leave soon so that the next in line can.",
    "message.participation.skillLacks.subject": "You cannot be placed as {{position}} in “{{title}}”",
    "message.participation.skillLacks.body":
      "The position “{{position}}” in “{{title}}”, {{startsAt}}, needs what you will not have by then: {{skills}}. The place is taken back; that is no absence. If it is renewed, ask an administrator to record the new day, and talk to the organizer.",
    "message.participation.left.subject": "{{name}} leaves and no longer serves in “{{title}}”",
    "message.participation.left.body":
      "{{name}} leaves the company from {{leftOn}} on and no longer serves in “{{title}}”, which begins {{startsAt}}. The place went to whoever waits, and cover is arranged anew; if people are still lacking, please find some.",
    "message.participation.offered.subject": "A place in “{{title}}” is free: please answer",
    "message.participation.offered.body":
      "A place came free and it is your turn: {{position}} in “{{title}}”, beginning {{startsAt}} at {{place}}. Accept or decline before {{expiresAt}}; without an answer it goes to the next, and you wait on.",
    "message.participation.placeOpen.subject": "A place in “{{title}}” is free: the first has it",
    "message.participation.placeOpen.body":
      "A place came free: {{position}} in “{{title}}”, beginning {{startsAt}} at {{place}}. Everybody who waits may take it, and the first has it; accept now if you can come.",
    "message.participation.offerLapsed.subject": "You did not answer about a place in “{{title}}”",
    "message.participation.offerLapsed.body":
      "“{{title}}” begins {{startsAt}}. The time to answer about the place as {{position}} is over, and the next in line is asked. You wait on but are not asked by yourself again; in the last hour whoever is first may take a free place.",
    "message.participation.withdrew.subject": "{{name}} cannot come to “{{title}}”",
    "message.participation.withdrew.body":
      "{{name}} ({{position}}) does not come to “{{title}}”, which begins {{startsAt}}: {{reason}}. The place goes to whoever waits, and cover is arranged anew; if people are still lacking, please find some.",
    "message.participation.lateLeave.subject": "{{name}} is on leave from “{{title}}”",
    "message.participation.lateLeave.body":
      "The leave of {{name}} from “{{title}}”, which begins {{startsAt}}, is approved. The place goes to whoever waits, and cover is arranged anew; if people are still lacking, please find some.",
    "message.participation.cannotCome.subject": "{{name}} cannot make it to “{{title}}”",
    "message.participation.cannotCome.body":
      "{{name}} ({{position}}) cannot come to the session of “{{title}}” that began {{startsAt}}: {{reason}}. Nobody moves up any more; you may take somebody in on the spot. In the roll-call put down what is so.",
    "message.participation.enteredFor.subject": "{{name}} put you down for “{{title}}”",
    "message.participation.enteredFor.body":
      "{{name}} wrote down what you said about “{{title}}”, which begins {{startsAt}}: a sign-up, a withdrawal or leave. Please look at its page; if that is not what you said, tell {{name}} at once.",
    "message.participation.regained.subject": "You have your place in “{{title}}” again",
    "message.participation.regained.body":
      "The entry that you leave was corrected: you are {{position}} in “{{title}}” again, beginning {{startsAt}} at {{place}}. Please check in on time.",
    "message.participation.notRegained.subject": "Your place in “{{title}}” has been taken",
    "message.participation.notRegained.body":
      "The entry that you leave was corrected, but your place as {{position}} in “{{title}}” has gone to somebody else. Places that come free before {{startsAt}} are given in order and you are told; until then you need not come and it is no absence.",
  },
});
