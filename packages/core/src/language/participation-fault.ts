import { catalogue } from "./catalogue.ts";

/** Why somebody cannot sign up or ask for leave, and the way on. @source docs/domain.md A4–A6 */
export const participationFaults = catalogue({
  "zh-CN": {
    "participation.fault.cancelled": "活动已取消，不再报名",
    "participation.fault.stageClosed": "招募已截止，可看其他招募中的活动",
    "participation.fault.stageNotOpen": "招募尚未开始，开始时会公告",
    "participation.fault.notVolunteer": "您还不是在册志愿者，请联系管理员入盟",
    "participation.fault.notInAudience": "本活动面向其他支部或分队，可看面向您的活动",
    "participation.fault.skillsMissing": "岗位「{{position}}」需要：{{skills}}，可选其他岗位，或请管理员登记您的技能",
    "participation.fault.overlapping": "与您已报名的场次 {{otherPeriod}} 冲突，退出那一场后可报名",
    "participation.fault.onLeave": "您已为本活动请假，撤回请假后可报名",
    "participation.fault.positionNeeded": "请先选择岗位",
    "participation.fault.positionUnknown": "没有这个岗位，请从活动页重新选择",
  },
  en: {
    "participation.fault.cancelled": "The activity is cancelled; nobody signs up any more",
    "participation.fault.stageClosed": "Recruitment has closed; look at other activities that are recruiting",
    "participation.fault.stageNotOpen": "Recruitment has not begun; it will be announced",
    "participation.fault.notVolunteer": "You are not on the roll of volunteers; ask the administrator to join",
    "participation.fault.notInAudience":
      "This activity is meant for other branches or teams; look at those meant for you",
    "participation.fault.skillsMissing":
      "“{{position}}” needs: {{skills}}; choose another position, or ask the administrator to record your skills",
    "participation.fault.overlapping":
      "It overlaps the session {{otherPeriod}} that you signed up for; withdraw from that one first",
    "participation.fault.onLeave": "You asked for leave from this activity; withdraw that request first",
    "participation.fault.positionNeeded": "Choose a position first",
    "participation.fault.positionUnknown": "There is no such position; choose again on the activity's page",
  },
});
