import { refusals } from "../lib/refusals.ts";

/** Why a stage or an activity cannot be ended, extended, cancelled or entered. */
export const lifecycleRefusal = refusals({
  "lifecycle.cancelled/checkIn": ["conflict", "活动已取消，不再签到", "The activity was cancelled; nobody checks in."],
  "lifecycle.stage_closed": ["conflict", "本活动的{{stage}}阶段已结束", "{{stage}} is over for this activity."],
  "lifecycle.not_by_closing": [
    "conflict",
    "{{stage}}阶段不能这样结束，它有专门的操作",
    "{{stage}} does not end by closing it; it has an action of its own.",
  ],
  "lifecycle.service_not_over": [
    "conflict",
    "服务到{{endsAt}}结束，此前仍可签到",
    "Service ends at {{endsAt}}; until then people may still check in.",
  ],
  "lifecycle.cancelled": ["conflict", "活动已取消", "The activity was cancelled."],
  "lifecycle.plan_order/extend": [
    "invalid",
    "新的截止时间须早于{{limit}}；需要更多时间请改期",
    "The new deadline must be before {{limit}}; reschedule the activity for more time.",
  ],
  "lifecycle.cancelled/cover": ["conflict", "活动已取消，无需代班", "The activity was cancelled; no cover is needed."],
  "lifecycle.cancelled/archive": [
    "conflict",
    "活动已取消，档案保持原样",
    "The activity was cancelled. Its records stay as they are.",
  ],
  "lifecycle.cancelled/withdraw": [
    "conflict",
    "活动已取消，无需退出",
    "The activity was cancelled; nobody has to withdraw.",
  ],
  "lifecycle.stage_not_open": [
    "conflict",
    "本活动的{{stage}}阶段尚未开始",
    "{{stage}} has not begun for this activity.",
  ],
  "lifecycle.plan_order/coverBeforeStart": [
    "invalid",
    "代班须在第一场开始前安排好",
    "Cover must be arranged before the first session starts.",
  ],
  "stage.early": [
    "conflict",
    "{{before}}阶段结束前，{{stage}}阶段不能开始",
    "{{stage}} cannot begin before {{before}} is over.",
  ],
  "lifecycle.cancelled/already": ["conflict", "活动此前已取消", "The activity is cancelled already."],
  "lifecycle.award_begun": [
    "conflict",
    "积分已计入：请更正积分，不要取消活动",
    "Points are posted already; correct them instead of cancelling.",
  ],
  "lifecycle.no_deadline": ["invalid", "计分没有截止时间", "Posting points has no deadline."],
  "lifecycle.stage_not_open/survey": [
    "conflict",
    "回访在归档后开始，届时可延长",
    "The survey opens when the archive is filed; extend it then.",
  ],
  "lifecycle.not_later": ["invalid", "新的截止时间须晚于{{than}}", "The new deadline must be later than {{than}}."],
  "lifecycle.superseded": [
    "conflict",
    "本活动已由第{{generation}}轮执行接手",
    "Generation {{generation}} carries this activity now.",
  ],

  "lifecycle.plan_order": [
    "invalid",
    "招募须在第一场开始前截止",
    "Recruiting must end before the first session starts.",
  ],
  "lifecycle.plan_order/session": [
    "invalid",
    "每个场次的结束时间须晚于开始时间",
    "Each session must end after it starts.",
  ],
  "lifecycle.plan_order/coverAfterRecruiting": [
    "invalid",
    "代班截止须晚于招募截止",
    "Cover must be arranged after recruiting ends.",
  ],
});
