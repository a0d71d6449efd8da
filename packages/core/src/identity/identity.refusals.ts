import { refusals } from "../lib/refusals.ts";

/** Why somebody is not signed in, each with the way on; the pages for signing in show these texts. */
export const identityRefusal = refusals({
  "identity.start_again": [
    "invalid",
    "这次登录已经用过、超时了，或者是在另一个浏览器中开始的。请重新登录",
    "This sign-in was used already, took too long, or began in another browser. Sign in again.",
  ],
  "identity.declined": [
    "forbidden",
    "登录被取消，或者对方没有同意。可以重新登录，或换一种方式",
    "The sign-in was cancelled or declined. Sign in again, or take another way.",
  ],
  "identity.stranger": [
    "forbidden",
    "这个账号不是本公司的，或者没有权限使用本应用。请用工号和验证码登录；如果您是本公司员工，请管理员把您加入应用的可见范围",
    "This account is not one of the company's, or may not use this app. Sign in by employee number and code; if you work here, ask an administrator to add you to those who may use the app.",
  ],
  "identity.left": [
    "forbidden",
    "名册上此人已经离开，不能登录。如果有误，请告诉管理员",
    "This person has left according to the roster, and cannot sign in. If that is wrong, tell an administrator.",
  ],
  "identity.ambiguous": [
    "conflict",
    "名册把这个账号写给了两个人。请告诉管理员更正，先用工号和验证码登录",
    "The roster gives this account to two people. Tell an administrator, and sign in by employee number and code meanwhile.",
  ],
  "identity.provider_down": [
    "unavailable",
    "对方系统没有响应。请稍后再试，或换一种方式登录",
    "The other system does not answer. Try again in a while, or take another way.",
  ],
  "identity.provider_refused": [
    "unavailable",
    "对方系统没有接受本系统的请求（代码 {{answer}}），需要管理员检查设置，例如企业可信地址、应用密钥。请换一种方式登录",
    "The other system does not take this server's request (code {{answer}}); an administrator has to look at the settings, such as trusted addresses and the app's secret. Take another way meanwhile.",
  ],
  "identity.code_wrong": [
    "invalid",
    "验证码不对。请看最新的一条消息，再输入一次",
    "The code is wrong. Look at the latest message and try again.",
  ],
  "identity.code_spent": [
    "invalid",
    "已经输错 {{most}} 次，这个验证码作废了。请重新发送",
    "{{most}} wrong codes were typed, so this one is void. Ask for a new one.",
  ],
  "identity.code_expired": [
    "invalid",
    "验证码已过期或已经用过。请重新发送",
    "The code is too old or was used already. Ask for a new one.",
  ],
  "identity.too_many_codes": [
    "limited",
    "要验证码的次数太多了，请在 {{next}} 以后再试，或换一种方式登录",
    "Too many codes were asked for. Try again after {{next}}, or take another way.",
  ],
  "identity.too_many_tries": [
    "limited",
    "试的次数太多了，请在 {{next}} 以后再试，或换一种方式登录",
    "Too many tries. Try again after {{next}}, or take another way.",
  ],
  "identity.decided": ["conflict", "这项申请已于 {{at}} 决定", "This was decided at {{at}}."],
  "identity.second_person": [
    "forbidden",
    "换绑账号须由另一位管理员确认，不能是本人或其代理人",
    "Another account is confirmed by another administrator than the one whom it is for, or who acts for them.",
  ],
  "identity.account_missing": [
    "missing",
    "没有绑定这类账号，可能已经解绑",
    "There is no account of this kind; it may have been taken away already.",
  ],
  "identity.unbind_reason": [
    "invalid",
    "解绑他人的账号须写明理由，会告知本人",
    "Taking somebody else's account away takes a reason, which they are told.",
  ],
  "identity.request_missing": ["missing", "没有这项申请", "There is no such request."],
});
