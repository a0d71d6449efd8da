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
  "activity.started": ["conflict", "活动已开始，不能再改期", "The activity has begun; it can no longer be moved."],
  "activity.start_past": ["invalid", "新的开始时间须在将来", "The new start must be in the future."],
  "activity.missing": [
    "missing",
    "没有这个活动，可能链接有误；请从活动列表重新打开",
    "There is no such activity. Open it from the list of activities.",
  ],
  "activity.cancelled": ["conflict", "活动已取消", "The activity was cancelled."],
});
