import { catalogue } from "../language/catalogue.ts";

/** What a calendar program shows. It names nobody. */
export const calendarWords = catalogue({
  "zh-CN": {
    "calendar.name": "我的义工安排",
    "calendar.cover": "代班：{{post}}",
    "calendar.position": "岗位：{{position}}",
    "calendar.provisional": "岗位：{{position}}（招募截止后确定）",
    "calendar.coverOf": "「{{title}}」期间的代班",
    "calendar.coverUnconfirmed": "「{{title}}」期间的代班，等岗位负责人确认",
    "calendar.class": "培训：{{title}}",
    "calendar.seat": "您报名的班",
    "calendar.teaches": "由您授课",
    "calendar.cancelled": "已取消",
  },
  en: {
    "calendar.name": "My volunteering",
    "calendar.cover": "Cover: {{post}}",
    "calendar.position": "Position: {{position}}",
    "calendar.provisional": "Position: {{position}} (certain once recruitment has closed)",
    "calendar.coverOf": "Cover during “{{title}}”",
    "calendar.coverUnconfirmed": "Cover during “{{title}}”, waiting for the head of the post to confirm",
    "calendar.class": "Training: {{title}}",
    "calendar.seat": "You are enrolled in this class",
    "calendar.teaches": "You teach this class",
    "calendar.cancelled": "Cancelled",
  },
});
