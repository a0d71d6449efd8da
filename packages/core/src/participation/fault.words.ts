import { catalogue } from "../language/catalogue.ts";

/** Why somebody cannot sign up or ask for leave, and the way on. @source docs/domain.md A4–A6 */
export const participationFaults = catalogue({
  "zh-CN": {
    "participation.fault.cancelled": "活动已取消，不再报名",
    "participation.fault.stageClosed": "招募已截止，可看其他招募中的活动",
    "participation.fault.stageNotOpen": "招募尚未开始，开始时会公告",
    "participation.fault.sessionCancelled": "这一场已取消，可选其他场次",
    "participation.fault.notVolunteer": "您还不是在册志愿者，请联系管理员入盟",
    "participation.fault.notInAudience": "本活动面向其他支部或分队，可看面向您的活动",
    "participation.fault.skillsMissing": "岗位「{{position}}」需要：{{skills}}，可选其他岗位，或请管理员登记您的技能",
    "participation.fault.skillsExpired":
      "岗位「{{position}}」需要的资质届时已到期：{{skills}}，可选其他岗位；已换证的请管理员更新到期日",
    "participation.fault.overlapping": "与您已报名的场次 {{otherPeriod}} 冲突，退出那一场后可报名",
    "participation.fault.covering": "您已答应在 {{coverPeriod}} 代班，与本场冲突；可选其他场次，或先与岗位负责人商定",
    "participation.fault.leaving": "您登记的离职日期早于本场，不能报名；如登记有误请联系管理员",
    "participation.fault.onLeave": "您已为本活动请假，撤回请假后可报名",
    "participation.fault.positionNeeded": "请先选择岗位",
    "participation.fault.positionUnknown": "没有这个岗位，请从活动页重新选择",
    "participation.fault.notOnDuty": "您不在应到名单上，无需请假；已报名的可直接退出",
    "participation.fault.released": "名额已满，您无需到场，也无需请假",
    "participation.fault.asked": "您的请假正在等待决定；要改内容，请先撤回再重新申请",
    "participation.fault.approved": "您的请假已批准，无需再次申请",
    "participation.fault.evidenceNeeded": "招募截止后请假，或未获批准后再次申请，须写明证明材料",
    "participation.fault.tooLate": "活动已开始，不能再请假；如记为缺席，可对缺席提出申诉",
  },
  en: {
    "participation.fault.cancelled": "The activity is cancelled; nobody signs up any more",
    "participation.fault.stageClosed": "Recruitment has closed; look at other activities that are recruiting",
    "participation.fault.stageNotOpen": "Recruitment has not begun; it will be announced",
    "participation.fault.sessionCancelled": "This session was cancelled; choose another one",
    "participation.fault.notVolunteer": "You are not on the roll of volunteers; ask the administrator to join",
    "participation.fault.notInAudience":
      "This activity is meant for other branches or teams; look at those meant for you",
    "participation.fault.skillsMissing":
      "“{{position}}” needs: {{skills}}; choose another position, or ask the administrator to record your skills",
    "participation.fault.skillsExpired":
      "“{{position}}” needs what has ended by then: {{skills}}; choose another position, or have an administrator record the new day once it is renewed",
    "participation.fault.overlapping":
      "It overlaps the session {{otherPeriod}} that you signed up for; withdraw from that one first",
    "participation.fault.covering":
      "You have agreed to cover at work {{coverPeriod}}, which overlaps it; choose another session, or settle it with the head of the post first",
    "participation.fault.leaving":
      "By the roster you have left the company by then; ask the administrator if that is not so",
    "participation.fault.onLeave": "You asked for leave from this activity; withdraw that request first",
    "participation.fault.positionNeeded": "Choose a position first",
    "participation.fault.positionUnknown": "There is no such position; choose again on the activity's page",
    "participation.fault.notOnDuty":
      "You are not on the duty list and need no leave; if you signed up, simply withdraw",
    "participation.fault.released": "No place was left: you need not come, and need no leave",
    "participation.fault.asked": "Your request is waiting for a decision; to change it, withdraw it and ask again",
    "participation.fault.approved": "Your leave is approved already",
    "participation.fault.evidenceNeeded":
      "After recruitment has closed, or after a refusal, leave needs evidence; say what it is",
    "participation.fault.tooLate":
      "The activity has begun, too late for leave; if an absence is recorded, you may appeal it",
  },
});
