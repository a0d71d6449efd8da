import { catalogue } from "../language/catalogue.ts";

/** What people are told about points: posted, corrected, objected to. @source docs/domain.md I2; docs/ledger.md */
export const pointsMessages = catalogue({
  "zh-CN": {
    "message.points.corrected.subject": "「{{title}}」积分更正{{points}}分",
    "message.points.corrected.body":
      "您在「{{title}}」的记录已更正，积分变动{{points}}分，理由：{{reason}}。明细见我的积分；如有不符，可在那里提出异议。",
    "message.points.correctionAsked.subject": "「{{title}}」有一项更正待审批",
    "message.points.correctionAsked.body":
      "{{name}}申请更正「{{title}}」的记录，理由：{{reason}}。请由另一人审批，批准后自动更正积分。",
    "message.points.correctionRefused.subject": "「{{title}}」的更正未批准",
    "message.points.correctionRefused.body": "您申请的「{{title}}」更正未批准，理由：{{reason}}。记录和积分不变。",
    "message.points.objected.subject": "「{{title}}」的积分有异议",
    "message.points.objected.body": "{{name}}对「{{title}}」的积分提出异议：{{reason}}。请由未经手的人决定并说明理由。",
    "message.points.objectionUpheld.subject": "您对「{{title}}」积分的异议已采纳",
    "message.points.objectionUpheld.body":
      "您对「{{title}}」积分的异议已采纳：{{reason}}。随后更正，由两人办理，届时另行告知。",
    "message.points.objectionRejected.subject": "您对「{{title}}」积分的异议未采纳",
    "message.points.objectionRejected.body": "您对「{{title}}」积分的异议未采纳，理由：{{reason}}。积分不变。",
    "message.points.posted.subject": "「{{title}}」计{{points}}分",
    "message.points.posted.body":
      "您在「{{title}}」计{{points}}分：出勤{{attendancePoints}}，工日{{workdayPoints}}，评价{{gradePoints}}。明细见我的积分；如有不符，可在那里提出异议。",
    "message.points.postedUngraded.subject": "「{{title}}」计{{points}}分，没有评级",
    "message.points.postedUngraded.body":
      "您在「{{title}}」计{{points}}分：出勤{{attendancePoints}}，工日{{workdayPoints}}。明细见我的积分；如有不符，可在那里提出异议。",
    "message.points.coverPosted.subject": "代班计{{points}}分",
    "message.points.coverPosted.body":
      "您在「{{title}}」期间代班，计{{points}}分。明细见我的积分；如有不符，请告知组织者。",
  },
  en: {
    "message.points.corrected.subject": "Points for “{{title}}” corrected by {{points}}",
    "message.points.corrected.body":
      "Your record of “{{title}}” was corrected, which changes your points by {{points}}: {{reason}}. See My points for the entries; if something is wrong, object there.",
    "message.points.correctionAsked.subject": "A correction of “{{title}}” waits for approval",
    "message.points.correctionAsked.body":
      "{{name}} asks to correct the record of “{{title}}”: {{reason}}. Please have somebody else decide; points then follow by themselves.",
    "message.points.correctionRefused.subject": "Your correction of “{{title}}” is refused",
    "message.points.correctionRefused.body":
      "The correction of “{{title}}” that you asked for is refused: {{reason}}. Record and points stay as they are.",
    "message.points.objected.subject": "An objection to points for “{{title}}”",
    "message.points.objected.body":
      "{{name}} objects to the points for “{{title}}”: {{reason}}. Please have somebody decide who had no part in it, with a reason.",
    "message.points.objectionUpheld.subject": "Your objection to points for “{{title}}” is upheld",
    "message.points.objectionUpheld.body":
      "Your objection to the points for “{{title}}” is upheld: {{reason}}. A correction by two people follows, and you are told of it.",
    "message.points.objectionRejected.subject": "Your objection to points for “{{title}}” is rejected",
    "message.points.objectionRejected.body":
      "Your objection to the points for “{{title}}” is rejected: {{reason}}. The points stay as they are.",
    "message.points.posted.subject": "Points for “{{title}}”: {{points}}",
    "message.points.posted.body":
      "Your points for “{{title}}”: {{points}} (attendance {{attendancePoints}}, workdays {{workdayPoints}}, evaluation {{gradePoints}}). See My points for the entries; if something is wrong, object there.",
    "message.points.postedUngraded.subject": "Points for “{{title}}”: {{points}}, without a grade",
    "message.points.postedUngraded.body":
      "Your points for “{{title}}”: {{points}} (attendance {{attendancePoints}}, workdays {{workdayPoints}}). See My points for the entries; if something is wrong, object there.",
    "message.points.coverPosted.subject": "Points for cover: {{points}}",
    "message.points.coverPosted.body":
      "You covered at work during “{{title}}”: {{points}} points. See My points for the entries; if something is wrong, tell the organizer.",
  },
});
