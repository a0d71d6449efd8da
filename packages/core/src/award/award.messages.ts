import { catalogue } from "../language/catalogue.ts";

/** What people are told about the annual awards. @source docs/domain.md I3–I6 */
export const awardMessages = catalogue({
  "zh-CN": {
    "message.award.toDecide.subject": "请确认{{year}}年度优秀志愿者",
    "message.award.toDecide.body":
      "{{year}}年度积分已冻结并算出排名，未结的活动有{{open}}个。请党委两人先后确认五名优秀志愿者，如需替换请写明理由；确认后公示。",
    "message.award.openActivities.subject": "{{year}}年有{{open}}个活动未结",
    "message.award.openActivities.body":
      "{{year}}年度积分已冻结，仍有{{open}}个活动没有计分。请尽快归档、回访；之后计入的积分会引起一次更正。",
    "message.award.vetoed.subject": "{{year}}年度积分为零",
    "message.award.vetoed.body":
      "您{{year}}年度积分为零，按规定不能参评优秀党员、优秀团员和工会积极分子。如有异议，请在 {{untilAt}} 前登录系统提出。",
    "message.award.preferred.subject": "您{{year}}年度评优优先",
    "message.award.preferred.body":
      "您{{year}}年度积分超过优先线，评选优秀员工时同等条件下优先。明细见我的积分；如有异议，请在 {{untilAt}} 前登录系统提出。",
    "message.award.belowFloor.subject": "您{{year}}年度未达保底积分",
    "message.award.belowFloor.body":
      "您作为党员志愿者{{year}}年度积分未达保底分，这本身没有处罚。如有异议，请在 {{untilAt}} 前登录系统提出。",
    "message.award.corrected.subject": "您{{year}}年度排名有更正",
    "message.award.corrected.body":
      "{{year}}年度积分有更正，您的结果随之变动，前后对照可登录系统查看。如有异议，请在 {{untilAt}} 前提出。",
    "message.award.honoured.subject": "祝贺您获评{{year}}年度优秀志愿者",
    "message.award.honoured.body":
      "祝贺您获评{{year}}年度优秀志愿者。名单已公布，证书可在系统中下载，证书编号可供核验。",
    "message.award.honouredLater.subject": "祝贺您获评{{year}}年度优秀志愿者，证书随后补发",
    "message.award.honouredLater.body":
      "祝贺您获评{{year}}年度优秀志愿者，名单已公布。您姓名中有证书字体没有的字，证书在花名册改用可印的写法后补发，无需您做什么。",
    "message.award.certificateReady.subject": "您的{{year}}年度优秀志愿者证书已补发",
    "message.award.certificateReady.body": "您的{{year}}年度优秀志愿者证书已补发，可在系统中下载，证书编号可供核验。",
    "message.award.unprintable.subject": "{{name}}的证书印不出来",
    "message.award.unprintable.body":
      "{{year}}年度优秀志愿者{{name}}的姓名中有证书字体没有的字：{{characters}}。请在花名册中改用可印的写法，公布后再补发证书；其他人不受影响。",
    "message.award.stale.subject": "{{year}}年度积分在冻结后有变动",
    "message.award.stale.body":
      "{{year}}年度评优冻结之后又有积分入账或更正。请党委决定：撤回本次、重新计算，或写明理由按冻结结果继续。没有决定之前不能确认，也不会发布。",
    "message.award.objected.subject": "{{year}}年度公示收到一条异议",
    "message.award.objected.body":
      "{{year}}年度优秀志愿者公示收到一条异议，请在 {{untilAt}} 前处理并写明理由；没有处理完不会发布。",
    "message.award.objectionUpheld.subject": "您对{{year}}年度公示的异议已采纳",
    "message.award.objectionUpheld.body": "您的异议已采纳：{{reason}}。本次公示撤回，将重新计算并再次公示。",
    "message.award.objectionRejected.subject": "您对{{year}}年度公示的异议未采纳",
    "message.award.objectionRejected.body": "您的异议未采纳，理由：{{reason}}。",
    "message.award.withdrawn.subject": "{{year}}年度结果已撤回",
    "message.award.withdrawn.body": "{{year}}年度的本次结果已撤回：{{reason}}。记录保留，将重新计算。",
  },
  en: {
    "message.award.toDecide.subject": "Please confirm the outstanding volunteers of {{year}}",
    "message.award.toDecide.body":
      "The year {{year}} is frozen and ranked; activities still open: {{open}}. Two people of the committee have to confirm the five, or replace somebody with a reason; the public notice follows.",
    "message.award.openActivities.subject": "Activities of {{year}} still open: {{open}}",
    "message.award.openActivities.body":
      "The year {{year}} is frozen, and {{open}} of its activities have posted no points yet. Please file them and close their surveys; points that come later make a correction.",
    "message.award.vetoed.subject": "You have no points in {{year}}",
    "message.award.vetoed.body":
      "You have no points in {{year}} and may therefore not stand for outstanding party member, outstanding League member or union activist. Objections are taken in the system until {{untilAt}}.",
    "message.award.preferred.subject": "You have the preference for {{year}}",
    "message.award.preferred.body":
      "Your points in {{year}} are above the line: among equals you come first when outstanding employees are chosen. Objections are taken in the system until {{untilAt}}.",
    "message.award.belowFloor.subject": "You are below the floor of {{year}}",
    "message.award.belowFloor.body":
      "As a party volunteer you have fewer points in {{year}} than the floor asks for. That has no consequence by itself. Objections are taken in the system until {{untilAt}}.",
    "message.award.corrected.subject": "Your standing in {{year}} was corrected",
    "message.award.corrected.body":
      "Points of {{year}} were corrected and your result changed with them; the system shows before and after. Objections are taken until {{untilAt}}.",
    "message.award.honoured.subject": "You are an outstanding volunteer of {{year}}",
    "message.award.honoured.body":
      "Congratulations: you are an outstanding volunteer of {{year}}. The list is published, and your certificate can be fetched in the system and verified by its number.",
    "message.award.honouredLater.subject": "You are an outstanding volunteer of {{year}}; the certificate follows",
    "message.award.honouredLater.body":
      "Congratulations: you are an outstanding volunteer of {{year}}, and the list is published. Your name has a character that the certificate's fonts lack; the certificate follows once the roster has a spelling that can be printed. There is nothing for you to do.",
    "message.award.certificateReady.subject": "Your certificate of {{year}} is there",
    "message.award.certificateReady.body":
      "Your certificate as an outstanding volunteer of {{year}} is issued. It can be fetched in the system and verified by its number.",
    "message.award.unprintable.subject": "The certificate of {{name}} cannot be printed",
    "message.award.unprintable.body":
      "The name of {{name}}, outstanding volunteer of {{year}}, has characters that the certificate's fonts lack: {{characters}}. Please enter a spelling that can be printed in the roster, and issue the certificate once the list is published. Nobody else is affected.",
    "message.award.stale.subject": "Points of {{year}} were posted after the freeze",
    "message.award.stale.body":
      "Points of {{year}} were posted or corrected after the awards were frozen. The committee decides: withdraw this run, so that they count, or keep it as it was frozen, with a reason. Until then it can neither be confirmed nor published.",
    "message.award.objected.subject": "An objection to the notice of {{year}}",
    "message.award.objected.body":
      "Somebody objects to the notice of the outstanding volunteers of {{year}}. Please decide with a reason, if possible before {{untilAt}}; nothing is published before.",
    "message.award.objectionUpheld.subject": "Your objection to the notice of {{year}} is upheld",
    "message.award.objectionUpheld.body":
      "Your objection is upheld: {{reason}}. The notice is withdrawn; the year is counted and shown anew.",
    "message.award.objectionRejected.subject": "Your objection to the notice of {{year}} is rejected",
    "message.award.objectionRejected.body": "Your objection is rejected: {{reason}}.",
    "message.award.withdrawn.subject": "The result of {{year}} is withdrawn",
    "message.award.withdrawn.body":
      "This result of {{year}} is withdrawn: {{reason}}. The records stay, and the year is counted anew.",
  },
});
