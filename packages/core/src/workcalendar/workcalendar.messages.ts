import { catalogue } from "../language/catalogue.ts";

/** What the administrators are told when the tables of working days are about to end. */
export const workcalendarMessages = catalogue({
  "zh-CN": {
    "message.workcalendar.nextDue.subject": "请录入{{year}}年的工作日表",
    "message.workcalendar.nextDue.body":
      "工作日表只到{{until}}。请按国务院办公厅的节假日通知，在设置的「工作日」中录入{{year}}年的假日和调休；没有录入之前，只能按周一至周五上班计算，消息可能在假日发出。",
  },
  en: {
    "message.workcalendar.nextDue.subject": "Please enter the working days of {{year}}",
    "message.workcalendar.nextDue.body":
      "The table of working days ends on {{until}}. Please enter the holidays and worked weekend days of {{year}} from the State Council's notice, under Working days in the settings. Until then Monday to Friday count as working days, and messages may go out on a holiday.",
  },
});
