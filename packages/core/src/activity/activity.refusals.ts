import { refusals } from "../lib/refusals.ts";

/** Why an activity is not started, moved or changed. */
export const activityRefusal = refusals({
  "activity.session_missing": [
    "missing",
    "本活动没有这个场次，请从活动页重新选择",
    "This activity has no such session. Choose one on the activity's page.",
  ],
  "activity.recruit_past": ["invalid", "招募截止时间须在将来", "Recruiting must end in the future."],
  "activity.minimum_too_high": [
    "invalid",
    "最少人数为{{minimum}}人，但只有{{places}}个名额；请增加名额或减少最少人数",
    "At least {{minimum}} people are asked for, but there are {{places}} places.",
  ],
  "activity.no_proposal": ["invalid", "联盟活动不需要方案", "An alliance activity needs no proposal."],
  "activity.proposal_missing": [
    "invalid",
    "分队活动和自发活动须先附方案",
    "A team or self-organized activity begins with a proposal.",
  ],
  "activity.team_missing": ["invalid", "分队活动须写明是哪个分队", "A team activity names its team."],
  "activity.volunteers_only": [
    "forbidden",
    "自发活动由志愿者发起，请先加入志愿者联盟",
    "Volunteers start activities of their own; join first.",
  ],
  "activity.start_past": ["invalid", "新的开始时间须在将来", "The new start must be in the future."],
  "activity.missing": [
    "missing",
    "没有这个活动，可能链接有误；请从活动列表重新打开",
    "There is no such activity. Open it from the list of activities.",
  ],
  "activity.awarded": [
    "conflict",
    "积分已计入，活动内容不再更改",
    "Points are posted; what the activity says no longer changes.",
  ],
  "activity.minimum_past": [
    "conflict",
    "招募已截止，最少人数不再起作用",
    "Recruiting is over and has decided by the least number of people.",
  ],
  "activity.served_past": [
    "conflict",
    "已归档并开始回访，服务对象不再更改",
    "The archive is filed and the survey begins; the served party no longer changes.",
  ],
  "activity.session_begun": [
    "conflict",
    "这一场已开始，不能再改期或取消；其他场次仍可更改",
    "This session has begun; it is neither moved nor cancelled. The others still can be.",
  ],
  "activity.session_begun/places": [
    "conflict",
    "这一场已开始，名额不能再减少；结束前仍可增加",
    "This session has begun; its places are not reduced any more. Until it ends they can be increased.",
  ],
  "activity.session_cancelled": ["conflict", "这一场已取消", "This session was cancelled."],
  "activity.sessions_full": [
    "conflict",
    "一个活动最多{{most}}个场次，请另外发起活动",
    "An activity has at most {{most}} sessions. Start another activity.",
  ],
  "activity.sign_up_order": [
    "invalid",
    "报名截止须在将来，并早于这一场的开始",
    "Signing up must end in the future and before the session begins.",
  ],
  "activity.service_over": [
    "conflict",
    "服务已结束，不能再增加场次；请另外发起活动",
    "Service is over; no session is added any more. Start another activity.",
  ],
  "activity.audience_narrowed": [
    "invalid",
    "招募范围只能扩大：已通知的人仍可报名",
    "The audience can only grow: those who were asked may still sign up.",
  ],
  "activity.audience_closed": [
    "conflict",
    "招募已截止，不再扩大招募范围",
    "Recruiting is over; the audience no longer grows.",
  ],
  "activity.last_session": [
    "conflict",
    "这是最后一个要举行的场次；不再举行请取消整个活动",
    "This is the last session that is still held. Cancel the activity instead.",
  ],
  "activity.cancelled": ["conflict", "活动已取消", "The activity was cancelled."],
});
