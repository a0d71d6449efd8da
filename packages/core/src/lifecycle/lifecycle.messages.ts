import { catalogue } from "../language/catalogue.ts";

/** What those who run the installation are told when a workflow stops. */
export const lifecycleMessages = catalogue({
  "zh-CN": {
    "message.alarm.lifecycleStopped.subject": "「{{title}}」的流程停住了",
    "message.alarm.lifecycleStopped.body":
      "「{{title}}」的流程在 {{raisedAt}} 停住，原因代码 {{code}}。系统会自动重新开始，已有记录不受影响；如再次收到此消息，请查看运行记录。",
  },
  en: {
    "message.alarm.lifecycleStopped.subject": "The workflow of “{{title}}” has stopped",
    "message.alarm.lifecycleStopped.body":
      "The workflow of “{{title}}” stopped at {{raisedAt}}, code {{code}}. It is started again by itself and no record is touched; if this comes again, look at the run log.",
  },
});
