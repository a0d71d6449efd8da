import { catalogue } from "../language/catalogue.ts";

/** What people are told about the accounts they sign in by. */
export const identityMessages = catalogue({
  "zh-CN": {
    "message.identity.rebindAsked.subject": "请确认{{name}}换绑{{provider}}账号",
    "message.identity.rebindAsked.body":
      "{{name}}（工号 {{number}}）用另一个{{provider}}账号（{{subject}}）登录，并用短信或邮件验证码证明了身份。请与本人核实后，在系统的换绑申请中同意或拒绝；同意后旧账号不能再登录。",
    "message.identity.rebound.subject": "您的{{provider}}账号已换绑",
    "message.identity.rebound.body":
      "从现在起，您用{{provider}}账号 {{subject}} 登录，原来的账号不能再登录。如果不是您本人申请的，请立即告诉管理员。",
    "message.identity.rebindRefused.subject": "换绑{{provider}}账号未获同意",
    "message.identity.rebindRefused.body":
      "您申请换绑{{provider}}账号 {{subject}}，未获同意：{{reason}}。您仍可用原来的账号，或用工号和验证码登录。",
    "message.identity.unbound.subject": "您的{{provider}}账号已解绑",
    "message.identity.unbound.body":
      "您已解绑{{provider}}账号 {{subject}}，用它打开的登录都已结束。仍可用工号和验证码登录。如果不是您本人操作，请立即告诉管理员。",
    "message.identity.unboundByOther.subject": "您的{{provider}}账号已由管理员解绑",
    "message.identity.unboundByOther.body":
      "{{name}}解绑了您的{{provider}}账号 {{subject}}，理由：{{reason}}。用它打开的登录都已结束，仍可用工号和验证码登录。有疑问请联系管理员。",
  },
  en: {
    "message.identity.rebindAsked.subject": "Please confirm another {{provider}} account for {{name}}",
    "message.identity.rebindAsked.body":
      "{{name}} (employee number {{number}}) signed in with another {{provider}} account ({{subject}}) and proved who they are by a code sent to their phone or mail. Ask them, then approve or refuse it among the requests; once approved, the former account signs in no more.",
    "message.identity.rebound.subject": "Your {{provider}} account was changed",
    "message.identity.rebound.body":
      "From now on you sign in with the {{provider}} account {{subject}}; the former one signs in no more. If you did not ask for this, tell an administrator at once.",
    "message.identity.rebindRefused.subject": "Your other {{provider}} account was refused",
    "message.identity.unbound.subject": "Your {{provider}} account is no longer yours here",
    "message.identity.unbound.body":
      "You have taken away the {{provider}} account {{subject}}; wherever you were signed in by it, that is over. Employee number and code still work. If it was not you, tell an administrator at once.",
    "message.identity.unboundByOther.subject": "An administrator has taken away your {{provider}} account",
    "message.identity.unboundByOther.body":
      "{{name}} has taken away your {{provider}} account {{subject}}: {{reason}}. Wherever you were signed in by it, that is over. Employee number and code still work; with questions, ask the administrator.",
    "message.identity.rebindRefused.body":
      "You asked to sign in with the {{provider}} account {{subject}}. It was refused: {{reason}}. Your former account, or employee number and code, still work.",
  },
});
