import { catalogue } from "../language/catalogue.ts";

/** The channels, and how a test of one went. */
export const channelWords = catalogue({
  "zh-CN": {
    "channel.im": "办公消息",
    "channel.sms": "短信",
    "channel.mail": "邮件",
    "channel.board": "办公系统公告群",
    "channel.test.subject": "测试消息",
    "channel.test.body": "这是一条测试消息，收到即说明通道可用，无需回复。",
    "channel.outcome.sending": "正在发送，稍后刷新可看到结果",
    "channel.outcome.sent": "通道已收下，请查看是否收到",
    "channel.outcome.unavailable": "通道暂时连不上或没有及时答复。请检查地址和网络，稍后再试",
    "channel.outcome.rejected": "通道不接受这条消息。请检查账号、密钥和您的联系方式",
    "channel.outcome.noAddress": "名册中没有您的手机号或邮箱，无法发送给您。请先补上",
    "channel.outcome.notConfigured": "这个通道还没有配置完整",
  },
  en: {
    "channel.im": "Office messages",
    "channel.sms": "SMS",
    "channel.mail": "Mail",
    "channel.board": "Notice board of the office system",
    "channel.test.subject": "Test message",
    "channel.test.body": "This is a test. If you read it the channel works; no answer is needed.",
    "channel.outcome.sending": "It is on its way; the result shows when you reload",
    "channel.outcome.sent": "The channel took it. See whether it has arrived",
    "channel.outcome.unavailable":
      "The channel cannot be reached or did not answer in time. Check address and network, then try again",
    "channel.outcome.rejected": "The channel does not take it. Check the account, the secret and your own address",
    "channel.outcome.noAddress": "The roster has no mobile number or mail address of yours. Add it first",
    "channel.outcome.notConfigured": "This channel is not set up whole",
  },
});
