import { catalogue } from "../language/catalogue.ts";

/** Who vouches for people, and the one-time code, which is no message of the person's list: nothing keeps it. */
export const identityWords = catalogue({
  "zh-CN": {
    "identity.provider.wecom": "企业微信",
    "identity.provider.dingtalk": "钉钉",
    "identity.provider.feishu": "飞书",
    "identity.provider.oidc": "公司统一登录",
    "identity.provider.try": "试用登录",
    "identity.byCode": "工号和验证码",
    "identity.code.subject": "登录验证码",
    "identity.code.signIn":
      "{{alliance}}：工号 {{number}} 的登录验证码是 {{code}}，10 分钟内有效，只能用一次。请勿告诉任何人；不是您本人操作，请忽略。",
    "identity.code.bind":
      "{{alliance}}：工号 {{number}} 绑定{{provider}}账号的验证码是 {{code}}，10 分钟内有效，只能用一次。请勿告诉任何人；不是您本人操作，请勿输入，并告诉管理员。",
  },
  en: {
    "identity.provider.wecom": "WeCom",
    "identity.provider.dingtalk": "DingTalk",
    "identity.provider.feishu": "Feishu",
    "identity.provider.oidc": "company sign-in",
    "identity.provider.try": "sign-in for trying out",
    "identity.byCode": "Employee number and one-time code",
    "identity.code.subject": "Sign-in code",
    "identity.code.signIn":
      "{{alliance}}: {{code}} is the sign-in code for employee number {{number}}. It is good for 10 minutes and once. Tell nobody. If you did not ask for it, ignore it.",
    "identity.code.bind":
      "{{alliance}}: {{code}} is the code by which employee number {{number}} gets a {{provider}} account. It is good for 10 minutes and once. Tell nobody. If you did not ask for it, do not enter it and tell an administrator.",
  },
});
