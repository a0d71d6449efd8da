import { refusals } from "../lib/refusals.ts";

/** Why somebody cannot check in or out, or be put down, and the way on. */
export const attendanceRefusal = refusals({
  "attendance.code_invalid": [
    "invalid",
    "签到码不对，或已不再显示；签到码每30秒更换一次。请扫描屏幕上现在的码，或请负责人点名",
    "This code is wrong or no longer shown; it changes every 30 seconds. Scan the one on the screen now, or ask the leader.",
  ],
  "attendance.closed": [
    "conflict",
    "服务阶段已结束。请申请补录并写明理由，由另一人批准",
    "The stage is over. Ask for a back entry with a reason; a second person approves it.",
  ],
  "attendance.closed/session": [
    "conflict",
    "本场已于{{endsAt}}结束，超过2小时。请申请补录并写明理由，由另一人批准",
    "The session ended at {{endsAt}}, more than two hours ago. Ask for a back entry with a reason; a second person approves it.",
  ],
  "attendance.closed/absence": [
    "conflict",
    "本场结束已超过2小时，不能再记为缺席：阶段结束时已自动登记",
    "The session ended more than two hours ago. Nobody is put down as absent by hand any more.",
  ],
  "attendance.clock_unbelievable": [
    "invalid",
    "按手机时钟，这条记录的时间是{{saidAt}}；签到于{{opensAt}}开放，现在是{{now}}。请校准手机时间后重新登记",
    "By the phone's clock this was put down at {{saidAt}}; check-in opened at {{opensAt}} and it is {{now}} now. Set the phone's clock, then put it down again.",
  ],
  "attendance.absence_stands": [
    "conflict",
    "此人在点名中已记为缺席，请负责人在点名中改为到场",
    "This person was called absent in the roll-call. The leader calls them present there.",
  ],
  "attendance.already_checked_in/other": [
    "conflict",
    "此人已记为到场（{{at}}），无需再操作",
    "This person is down as present since {{at}}; nothing more to do.",
  ],
  "attendance.not_participant/called": [
    "conflict",
    "此人在本场没有名额，也不在应到名单上，可作为现场加入登记",
    "Neither placed in this session nor on the duty list. Put them down as a walk-in.",
  ],
  "attendance.not_expected/called": [
    "conflict",
    "此人本场无需到场，不能记为缺席",
    "Not expected in this session, so not absent.",
  ],
  "attendance.code_invalid/link": [
    "invalid",
    "此码已不再显示，请扫描屏幕上现在的码",
    "This code is no longer shown. Scan the one on the screen now.",
  ],
  "steward.too_many": [
    "conflict",
    "一项活动最多{{most}}名签到员，请先移除一名",
    "An activity has at most {{most}} stewards. Take one off the list first.",
  ],
  "attendance.awarded": [
    "conflict",
    "已按这些考勤计分，请改为更正积分",
    "Points are posted from these attendances; correct the points instead.",
  ],
  "attendance.roll_call_open": [
    "conflict",
    "本场结束未满2小时：请直接点名，无需另一人批准",
    "The session was not over two hours ago: use the roll-call, which needs no second person.",
  ],
  "attendance.not_participant/backEntry": [
    "conflict",
    "只有在本场有名额或在应到名单上、且当时在职的人可以补录",
    "Back entries are for people with a place in the session or on the duty list, while they are employed.",
  ],
  "attendance.not_participant/rollCall": [
    "conflict",
    "这些人在本场没有名额，也不在应到名单上：{{people}}。请从名单中去掉后再提交",
    "Neither placed in this session nor on the duty list: {{people}}. Leave them out and send the roll-call again.",
  ],
  "attendance.not_expected": [
    "conflict",
    "这些人本场无需到场，不能记为缺席：{{people}}",
    "Not expected in this session, so not absent: {{people}}.",
  ],
  "attendance.not_participant/correction": [
    "conflict",
    "只有在本场有名额或在应到名单上的人才可能到过场",
    "Only people with a place in the session or on the duty list can have been there.",
  ],
  "attendance.back_entry_missing": ["missing", "没有人申请过这条补录", "Nobody has asked for this back entry."],
  "attendance.sheet_missing": [
    "missing",
    "本场没有事后录入的纸质签到表",
    "No sheet on paper was typed in late for this session.",
  ],
  "attendance.sheet_decided": [
    "conflict",
    "这张签到表此前已有人决定，请刷新查看",
    "This sheet was decided before. Reload to see it.",
  ],
  "attendance.sheet_too_long": [
    "invalid",
    "一场最多录入{{most}}人，请分场录入",
    "At most {{most}} people in one session; type the sheet in session by session.",
  ],
  "attendance.sheet_reason": [
    "invalid",
    "本场已于{{endsAt}}结束，超过2小时。请写明为何现在才录入，由另一人批准后生效",
    "The session ended at {{endsAt}}, more than two hours ago. Say why the sheet comes late; a second person decides it.",
  ],
  "attendance.already_present": ["conflict", "此人已记为到场", "This person is down as present already."],
  "attendance.too_many_tries": [
    "limited",
    "尝试次数过多。请在{{at}}之后再试，或请负责人点名",
    "Too many codes. Try again after {{at}}, or ask the leader for the roll-call.",
  ],
  "absence.missing": ["missing", "此人在这一场没有缺席记录", "No absence is recorded for this person and session."],
  "absence.appealed": [
    "conflict",
    "这次缺席已于{{at}}提出申诉，请等待决定",
    "This absence was appealed against at {{at}} already. The decision follows.",
  ],
  "absence.excused": [
    "conflict",
    "这次缺席已获谅解，无需申诉",
    "This absence is excused already; there is nothing to appeal against.",
  ],
  "absence.not_appealed": ["conflict", "没有人就这次缺席提出申诉", "Nobody has appealed against this absence."],
  "absence.decided": ["conflict", "这项申诉已于{{at}}作出决定", "This appeal was decided at {{at}}."],
  "attendance.too_early": [
    "conflict",
    "签到在开始前1小时开放，即{{opensAt}}",
    "Check-in opens at {{opensAt}}, an hour before the start.",
  ],
  "attendance.session_over": [
    "conflict",
    "本场已于{{endsAt}}结束。请负责人在点名中补记",
    "The session ended at {{endsAt}}. Ask the leader to put you down in the roll-call.",
  ],
  "attendance.already_checked_in": [
    "conflict",
    "您已于{{at}}签到，离开前无需再操作",
    "Checked in already at {{at}}; nothing more to do until you leave.",
  ],
  "attendance.not_checked_in": ["conflict", "还没有签到，请先签到", "There is no check-in yet; check in first."],
  "attendance.check_out_over": [
    "conflict",
    "签退已于{{until}}截止，工日改由负责人填写",
    "Check-outs were taken until {{until}}. The leader states the workdays instead.",
  ],
  "attendance.appealed": [
    "conflict",
    "这次缺席已提出申诉，请就申诉作决定",
    "There is an appeal against this absence; decide on that.",
  ],
  "attendance.not_checked_in/workdays": [
    "conflict",
    "只能为到场的人填写工日",
    "Workdays are stated for those who were present.",
  ],
  "attendance.checked_out": [
    "conflict",
    "工日由签到和签退得出。如有误，请在点名中将其记为到场并填写工日",
    "Check-in and check-out say the workdays. If they are wrong, call the person present with the workdays in the roll-call.",
  ],
  "attendance.too_many_half_days": [
    "invalid",
    "本场从{{startsAt}}到{{endsAt}}：最多可填{{most}}个半工日（{{days}}个工日）",
    "The session lasts from {{startsAt}} to {{endsAt}}: at most {{most}} half workdays ({{days}} workdays) can be stated.",
  ],
  "attendance.back_entry_missing/notPut": ["missing", "这条补录未被登记", "This back entry was not put down."],

  "attendance.not_participant": [
    "conflict",
    "您在本活动没有名额。可报名招募中的活动，或请现场负责人当场加入",
    "You have no place in this activity. Sign up for an open one, or ask the leader here to take you in on the spot.",
  ],
  "attendance.not_participant/waiting": [
    "conflict",
    "您在候补中，有名额时会通知您；已在现场请问负责人",
    "You are on the waiting list; you are told when a place comes free. Ask the leader on the spot.",
  ],
  "attendance.not_participant/otherSession": [
    "conflict",
    "您的名额在本活动的另一场，请到那一场签到",
    "Your place is in another session of this activity; check in there.",
  ],
  "attendance.not_participant/onLeave": [
    "conflict",
    "您的请假已批准，因此没有名额。负责人仍可在点名中补记",
    "Your leave is approved, so you have no place. The leader can still put you down in the roll-call.",
  ],
  "attendance.not_participant/released": [
    "conflict",
    "名额已满，您无需到场。负责人仍可在点名中补记",
    "No place was left for you, so you need not serve. The leader can still put you down in the roll-call.",
  ],
  "attendance.not_participant/onDuty": [
    "conflict",
    "您没有报名，但在应到名单上：请负责人在点名中补记",
    "You have not signed up. You are on the duty list: the leader puts you down in the roll-call.",
  ],
  "attendance.second_person": [
    "forbidden",
    "补录由申请人、当事人及其代理人以外的人批准",
    "A back entry is approved by somebody else than who asked for it, whom it is about, or who acts for one of them.",
  ],
  "attendance.second_person/sheet": [
    "forbidden",
    "事后录入的签到表由录入人、表上的人及其代理人以外的人决定",
    "A sheet that was typed in late is decided by somebody else than who typed it, who is on it, or who acts for one of them.",
  ],
  "absence.own_record": [
    "forbidden",
    "申诉由记录人、缺席人及其代理人以外的人决定",
    "Somebody else decides than who recorded it, is absent, or acts for one of them.",
  ],
  "attendance.own_hours": [
    "forbidden",
    "不能填写本人的工日，请联盟的另一人或活动组织者办理",
    "Nobody enters hours of their own: somebody else of the alliance, or the activity's organizer, does.",
  ],
});
