import { catalogue } from "../language/catalogue.ts";

/** What people are told about a proposal, and those whom the alliance then asks to help. @source docs/domain.md A8, A9 */
export const proposalMessages = catalogue({
  "zh-CN": {
    "message.support.invited.subject": "请支援「{{title}}」",
    "message.support.invited.body":
      "{{organizer}}发起的「{{title}}」{{startsAt}} 在{{place}}开始，联盟同意请其他分队的党员志愿者支援。自愿报名，{{recruitUntilAt}} 截止，随后告知岗位安排。",
    "message.proposal.submitted.subject": "请审批「{{title}}」",
    "message.proposal.submitted.body":
      "{{name}}提交了「{{title}}」的活动方案，计划 {{startsAt}} 开始。请同意、退回修改或不同意，并写明理由；同意后自动开始招募。",
    "message.proposal.approved.subject": "「{{title}}」已获同意",
    "message.proposal.approved.body":
      "联盟同意「{{title}}」：{{reason}}。招募现在开始，{{recruitUntilAt}} 自动截止；给予的支持见活动页。",
    "message.proposal.advising.subject": "请指导「{{title}}」",
    "message.proposal.advising.body":
      "联盟请您担任「{{title}}」的指导人：{{reason}}。活动 {{startsAt}} 开始，组织者是{{organizer}}。请看过活动页，与组织者联系。",
    "message.proposal.adviceAsked.subject": "请对「{{title}}」提意见",
    "message.proposal.adviceAsked.body":
      "{{name}}请您看看「{{title}}」的方案，计划 {{startsAt}} 开始。请写明赞成、反对或附条件赞成及理由；意见随方案保留，由联盟决定。",
    "message.proposal.advised.subject": "{{name}}对「{{title}}」提了意见",
    "message.proposal.advised.body": "{{name}}对「{{title}}」的意见：{{text}}。意见随方案保留。",
    "message.proposal.returned.subject": "请修改「{{title}}」的方案",
    "message.proposal.returned.body": "联盟退回「{{title}}」的方案：{{reason}}。请修改后重新提交，联盟会再次审批。",
    "message.proposal.refused.subject": "「{{title}}」未获同意",
    "message.proposal.refused.body": "联盟不同意「{{title}}」：{{reason}}。这项活动到此结束，记录保留；可另提新方案。",
  },
  en: {
    "message.support.invited.subject": "“{{title}}” asks for your support",
    "message.support.invited.body":
      "“{{title}}” by {{organizer}} begins {{startsAt}} at {{place}}. The alliance has agreed that party volunteers of other teams may support it. Sign up freely before {{recruitUntilAt}}; posts are told after that.",
    "message.proposal.submitted.subject": "Please decide on “{{title}}”",
    "message.proposal.submitted.body":
      "{{name}} has proposed “{{title}}”, to begin {{startsAt}}. Approve it, return it for changes or refuse it, with a reason. Recruitment opens by itself once it is approved.",
    "message.proposal.approved.subject": "“{{title}}” is approved",
    "message.proposal.approved.body":
      "The alliance approves “{{title}}”: {{reason}}. Recruitment is open now and closes by itself at {{recruitUntilAt}}. The supports granted are on its page.",
    "message.proposal.advising.subject": "Please advise “{{title}}”",
    "message.proposal.advising.body":
      "The alliance asks you to advise “{{title}}”: {{reason}}. It begins {{startsAt}} and is organized by {{organizer}}. Please look at its page and get in touch with them.",
    "message.proposal.adviceAsked.subject": "Your advice on “{{title}}”",
    "message.proposal.adviceAsked.body":
      "{{name}} asks you to look at the plan of “{{title}}”, to begin {{startsAt}}. Say whether you are for it, against it, or for it with conditions, and why. It stays with the plan, and the alliance decides.",
    "message.proposal.advised.subject": "Advice by {{name}} on “{{title}}”",
    "message.proposal.advised.body": "{{name}} on “{{title}}”: {{text}}. It stays with the plan.",
    "message.proposal.returned.subject": "Please revise the plan of “{{title}}”",
    "message.proposal.returned.body":
      "The alliance returns the plan of “{{title}}”: {{reason}}. Revise it and submit it again; the alliance will then decide.",
    "message.proposal.refused.subject": "“{{title}}” is not approved",
    "message.proposal.refused.body":
      "The alliance refuses “{{title}}”: {{reason}}. It ends here and its record is kept; you may propose another.",
  },
});
