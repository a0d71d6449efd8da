import { catalogue } from "../language/catalogue.ts";

/** What the alliance and the administrators are told when something was not delivered, and is not tried again. */
export const outboxMessages = catalogue({
  "zh-CN": {
    "message.reminder.unanswered.subject": "{{name}}还没有处理：{{what}}",
    "message.reminder.unanswered.body":
      "{{what}}：已发给{{name}}，过了一个工作日还没有打开，事情也没有办。请提醒{{name}}，或按权限代为办理。",
    "message.alarm.channelDown.subject": "{{channel}}发不出去",
    "message.alarm.channelDown.body":
      "{{channel}}从 {{sinceAt}} 起连不上，已超过15分钟。消息会改走其他渠道，或等它恢复后自动补发；过了时效的不再发。请管理员在设置的消息渠道里发测试消息、检查连接；要紧的事请电话告知。",
    "message.alarm.channelUp.subject": "{{channel}}已恢复",
    "message.alarm.channelUp.body":
      "{{channel}}已恢复：{{sinceAt}} 起中断，{{untilAt}} 又能发出。等待中的消息正在自动补发；过了时效没有送达的，会另行告知。",
    "message.alarm.undelivered.subject": "有人没有收到：{{what}}",
    "message.alarm.undelivered.body":
      "{{what}}：有 {{people}} 人没有收到（工号 {{who}}），他们的办公消息、短信和邮件都拒收或一直收不到，不再补发。请核对他们的手机号和邮箱，要紧的请电话告知。各人登录后仍能在消息列表里看到。",
    "message.alarm.tooLate.subject": "没有及时送达：{{what}}",
    "message.alarm.tooLate.body":
      "{{what}}：原定 {{dueAt}} 发送，发送渠道中断，有 {{people}} 人没有收到（工号 {{who}}）。到 {{untilAt}} 已无帮助，不再补发。请电话告知仍需知道的人，并请管理员检查办公消息、短信和邮件的连接。各人登录后仍能在消息列表里看到。",
    "message.alarm.noticeRefused.subject": "公告没有发布到办公系统：{{title}}",
    "message.alarm.noticeRefused.body":
      "办公系统的群机器人拒收了公告：{{title}}，答复代码 {{answer}}，不再重发。请管理员核对机器人的地址、密钥和安全设置；这份公告请从本系统复制到群里，或修改后重新发布。本系统内仍可查看。",
    "message.alarm.noticeTooLate.subject": "公告没有及时发布到办公系统：{{title}}",
    "message.alarm.noticeTooLate.body":
      "到招募截止时，办公系统一直没有收下公告：{{title}}，不再重发。请管理员检查与办公系统的连接；人数不足可延长招募，公告会重新发布。本系统内仍可查看。",
    "message.alarm.awardStuck.subject": "{{year}}年度评优停住了",
    "message.alarm.awardStuck.body":
      "{{year}}年度评优从 {{sinceAt}} 起一直在计算，超过六小时没有进展，也没有人收到通知；结束之前不能开始新的一次。系统每小时会自动重试。请管理员查看运行记录中这一次的错误，处理后会自动继续；党委无需操作。",
    "message.alarm.backupFailed.subject": "数据没有备份成功",
    "message.alarm.backupFailed.body":
      "最近一次完整备份：{{last}}；之后的备份没有成功（{{fault}}）。备份目录 {{directory}}。请管理员检查磁盘空间和目录权限，再在服务器上手动备份一次；在此之前机器损坏会丢失这之后的数据。",
  },
  en: {
    "message.reminder.unanswered.subject": "{{name}} has not answered: {{what}}",
    "message.reminder.unanswered.body":
      "{{what}}: sent to {{name}} a working day ago, not opened, and not done by anybody. Please remind them, or decide in their place where you may.",
    "message.alarm.channelDown.subject": "{{channel}}: nothing goes out",
    "message.alarm.channelDown.body":
      "{{channel}}: not reached since {{sinceAt}}, for more than 15 minutes. Messages go another way, or by themselves once it is back; what helps nobody by then is not sent. Have an administrator send a test under Channels in the settings and check the connection; call where it cannot wait.",
    "message.alarm.channelUp.subject": "{{channel}}: works again",
    "message.alarm.channelUp.body":
      "{{channel}}: works again. It was down from {{sinceAt}} until {{untilAt}}. What waited goes out by itself now; what came too late for somebody is told apart.",
    "message.alarm.undelivered.subject": "Not received: {{what}}",
    "message.alarm.undelivered.body":
      "{{what}}: {{people}} people were not reached (employee numbers {{who}}); office message, SMS and mail all refused it or kept failing, and it is not sent again. Check their phone numbers and mail addresses, and call where it matters. Each of them still finds it in their list of messages.",
    "message.alarm.tooLate.subject": "Not delivered in time: {{what}}",
    "message.alarm.tooLate.body":
      "{{what}}: it was due {{dueAt}}, the channels were down and {{people}} people were not reached (employee numbers {{who}}). After {{untilAt}} it helps nobody and is not sent again. Call those who still need to know, and have an administrator check the connections to the office system, SMS and mail. Each of them still finds it in their list of messages.",
    "message.alarm.noticeRefused.subject": "Not posted to the office system: {{title}}",
    "message.alarm.noticeRefused.body":
      "The robot of the office system refused the notice: {{title}}, code {{answer}}. It is not posted again. Have an administrator check the robot's address, secret and security settings; copy this notice to the group by hand, or publish a revised one. It can be read here all the same.",
    "message.alarm.noticeTooLate.subject": "Not posted to the office system in time: {{title}}",
    "message.alarm.noticeTooLate.body":
      "The office system had not taken the notice when recruiting ended: {{title}}. It is not posted again. Have an administrator check the connection to the office system; extending recruitment publishes it anew. It can be read here all the same.",
    "message.alarm.awardStuck.subject": "The awards of {{year}} have stopped",
    "message.alarm.awardStuck.body":
      "The award run of {{year}} has been at work since {{sinceAt}}, more than six hours, and nobody was told; no other can begin before it ends. It is tried again each hour by itself. Have an administrator look for its error in the run log; once that is mended it goes on. The committee need do nothing.",
    "message.alarm.backupFailed.subject": "The data were not backed up",
    "message.alarm.backupFailed.body":
      "The last whole backup: {{last}}. Those after it failed ({{fault}}). They are kept in {{directory}}. Have an administrator check the room on the disk and the rights of the folder, then run npm run backup on the server; until then, what is newer is lost if the machine is.",
  },
});
