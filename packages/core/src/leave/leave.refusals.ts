import { refusals } from "../lib/refusals.ts";

/** Why a request for leave is not decided or taken back. */
export const leaveRefusal = refusals({
  "leave.activity_cancelled": [
    "conflict",
    "活动已取消，请假不用再批",
    "The activity is cancelled; its leaves need no decision any more.",
  ],
  "leave.decided": ["conflict", "这份申请已有结论：{{status}}", "This request is {{status}} already."],
  "leave.photo_missing": [
    "conflict",
    "有照片还没有传到，或未通过检查。请等待上传完成或重新选择，再提交申请",
    "A photo has not arrived, or was not taken. Wait for it, or choose it again, then send the request.",
  ],
  "leave.escalated": [
    "forbidden",
    "这份申请已转联盟，由联盟决定",
    "This request is with the alliance, which decides it.",
  ],
  "leave.too_late/decide": [
    "conflict",
    "活动已开始：当时未决的申请已自动批准",
    "The activity has begun: what was open then is approved by itself.",
  ],
  "leave.reason_needed": ["invalid", "请写明不批准的理由", "Say why the leave is refused."],
  "leave.reason_missing": ["invalid", "请选择请假原因", "Choose a reason for the leave."],
  "leave.entered": [
    "forbidden",
    "这份请假是您或您代理的人登记的，请由其他人决定",
    "You, or whom you act for, wrote this request down. Somebody else decides it.",
  ],
  "leave.not_open": [
    "conflict",
    "这份申请未获批准，没有可撤回的内容",
    "This request was refused; there is nothing to take back.",
  ],
  "leave.too_late/withdraw": ["conflict", "活动已开始，请假不再变动", "The activity has begun; leave stays as it is."],
  "leave.missing": ["missing", "此人没有就本活动申请请假", "There is no request for leave of this member here."],
  "leave.branch_needed": ["invalid", "请写明支部：{{branches}}", "Say which branch: {{branches}}."],

  "leave.own_request": [
    "forbidden",
    "请假不能由本人或其代理人决定，可由联盟决定",
    "Nobody decides their own leave, nor does who acts for them; the alliance can.",
  ],
});
