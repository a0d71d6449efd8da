import { catalogue } from "../language/catalogue.ts";

/** The recruitment notice as it goes to the office system. @source docs/domain.md A3, Rules from outside (risks are stated) */
export const announcementWords = catalogue({
  "zh-CN": {
    "announcement.title": "招募公告：{{title}}",
    "announcement.titleRevised": "招募公告（第{{revision}}次修订）：{{title}}",
    "announcement.origin": "组织：{{origin}}",
    "announcement.place": "地点：{{place}}",
    "announcement.sessions": "时间与岗位：",
    "announcement.session": "{{period}}　{{positions}}",
    "announcement.position": "{{name}}{{headCount}}人",
    "announcement.positionSkilled": "{{name}}{{headCount}}人（需{{skills}}）",
    "announcement.risks": "风险提示：{{risks}}",
    "announcement.deadline": "请在 {{recruitUntil}} 前报名或请假，到时自动截止。",
    "announcement.duty": "应到名单上的党员志愿者须参加；如有工作冲突，请事先请假。其他志愿者自愿报名。",
    "announcement.free": "自愿报名，截止前可自由退出。",
    "announcement.listMark": "、",
  },
  en: {
    "announcement.title": "Recruitment: {{title}}",
    "announcement.titleRevised": "Recruitment (revision {{revision}}): {{title}}",
    "announcement.origin": "Organized {{origin}}",
    "announcement.place": "Place: {{place}}",
    "announcement.sessions": "Times and posts:",
    "announcement.session": "{{period}}  {{positions}}",
    "announcement.position": "{{name}} × {{headCount}}",
    "announcement.positionSkilled": "{{name}} × {{headCount}} (needs {{skills}})",
    "announcement.risks": "Risks: {{risks}}",
    "announcement.deadline": "Sign up or ask for leave before {{recruitUntil}}; recruitment closes by itself then.",
    "announcement.duty":
      "Party volunteers on the duty list attend, or ask for leave beforehand if work conflicts. All others sign up freely.",
    "announcement.free": "Sign up freely; you may withdraw until recruitment closes.",
    "announcement.listMark": ", ",
  },
});
