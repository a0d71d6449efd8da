import { catalogue } from "../language/catalogue.ts";

/** The message that carries a one-time code; it is in no list of messages. */
export const sessionMessages = catalogue({
  "zh-CN": {
    "message.session.code.subject": "验证码 {{code}}",
    "message.session.code.body":
      "您在{{device}}上要做的事需要再次确认本人。验证码 {{code}}，{{minutes}} 分钟内有效，请勿告诉任何人。不是您本人操作？请到「我的 · 登录设备」退出其他设备。",
  },
  en: {
    "message.session.code.subject": "Your code: {{code}}",
    "message.session.code.body":
      "What you are about to do with {{device}} needs a fresh proof that it is you. Your code is {{code}}; it is good for {{minutes}} minutes, and is for nobody else. Was it not you? Sign your other devices out under “Me · Devices”.",
  },
});
