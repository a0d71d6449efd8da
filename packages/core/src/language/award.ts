import { catalogue } from "./catalogue.ts";

/** The annual awards: stages, notices to everybody, messages. @source docs/domain.md I3–I6 */
export const awardWords = catalogue({
  "zh-CN": {
    "award.stage.Freeze": "冻结",
    "award.stage.Compute": "计算",
    "award.stage.Committee": "委员会",
    "award.stage.Notice": "公示",
    "award.stage.Publish": "发布",
    "award.criterion.points": "积分",
    "award.criterion.workdays": "工日",
    "award.criterion.attendances": "人次",
    "award.criterion.mean": "活动评价均值",
    "award.criterion.draw": "抽签",
    "award.notice.proposed.title": "{{year}}年度优秀志愿者公示",
    "award.notice.proposed.intro": "{{alliance}}{{year}}年度优秀志愿者拟表彰人选如下，名单已由党委两人确认，现予公示。",
    "award.notice.proposed.until":
      "公示至 {{until}}。对名单、积分或评先资格有异议的，请在此之前登录系统提出，每一条都会答复理由。",
    "award.notice.published.title": "{{year}}年度优秀志愿者名单",
    "award.notice.published.intro": "{{alliance}}{{year}}年度优秀志愿者经公示，现予公布。",
    "award.notice.corrected": "本次为更正后的第{{run}}次结果，与上次相比的变动可在系统中逐条查看。",
    "award.notice.place": "{{place}}. {{name}}：{{points}}分",
    "award.notice.nobody": "本年度没有符合条件的人选。",
    "award.notice.draw": "同分者依次比较工日、人次、活动评价均值，仍相同的抽签决定；抽签种子 {{seed}}，任何人可复算。",
    "award.certificate.corrected": "年度结果已更正，第{{run}}次结果中不再列入。",
    "award.sheet.rank": "名次",
    "award.sheet.name": "姓名",
    "award.sheet.employeeNumber": "工号",
    "award.sheet.status": "政治面貌",
    "award.sheet.points": "积分",
    "award.sheet.workdays": "工日",
    "award.sheet.attendances": "人次",
    "award.sheet.mean": "活动评价均值",
    "award.sheet.decidedBy": "领先依据",
    "award.sheet.vetoed": "一票否决",
    "award.sheet.preferred": "评优优先",
    "award.sheet.belowFloor": "未达保底",
    "award.sheet.place": "优秀志愿者",
    "award.sheet.lot": "抽签值",
    "award.sheet.pseudonym": "账户",
    "award.sheet.yes": "是",
    "award.sheet.title": "排名",
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
    "award.stage.Freeze": "Freeze",
    "award.stage.Compute": "Compute",
    "award.stage.Committee": "Committee",
    "award.stage.Notice": "Public notice",
    "award.stage.Publish": "Publish",
    "award.criterion.points": "points",
    "award.criterion.workdays": "workdays",
    "award.criterion.attendances": "attendances",
    "award.criterion.mean": "mean of the activities",
    "award.criterion.draw": "draw",
    "award.notice.proposed.title": "Outstanding volunteers of {{year}}: public notice",
    "award.notice.proposed.intro":
      "{{alliance}} proposes these outstanding volunteers of {{year}}. Two people of the committee have confirmed the list.",
    "award.notice.proposed.until":
      "Objections to the list, to points or to who may stand are taken in the system until {{until}}. Each is answered with a reason.",
    "award.notice.published.title": "Outstanding volunteers of {{year}}",
    "award.notice.published.intro":
      "After public notice, these are the outstanding volunteers of {{alliance}} in {{year}}.",
    "award.notice.corrected":
      "This is result {{run}}, after a correction. What changed can be read in the system line by line.",
    "award.notice.place": "{{place}}. {{name}}: {{points}} points",
    "award.notice.nobody": "Nobody met the conditions this year.",
    "award.notice.draw":
      "Equal points are decided by workdays, attendances, the mean of the activities, and then by a draw that anybody can repeat; its seed is {{seed}}.",
    "award.certificate.corrected": "The year was corrected; result {{run}} no longer names this person.",
    "award.sheet.rank": "Rank",
    "award.sheet.name": "Name",
    "award.sheet.employeeNumber": "Employee number",
    "award.sheet.status": "Political status",
    "award.sheet.points": "Points",
    "award.sheet.workdays": "Workdays",
    "award.sheet.attendances": "Attendances",
    "award.sheet.mean": "Mean of the activities",
    "award.sheet.decidedBy": "Ahead by",
    "award.sheet.vetoed": "May not stand",
    "award.sheet.preferred": "Preference",
    "award.sheet.belowFloor": "Below the floor",
    "award.sheet.place": "Outstanding volunteer",
    "award.sheet.lot": "Lot",
    "award.sheet.pseudonym": "Account",
    "award.sheet.yes": "yes",
    "award.sheet.title": "Standings",
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
