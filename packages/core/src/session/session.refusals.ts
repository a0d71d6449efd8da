import { refusals } from "../lib/refusals.ts";

/** Why somebody has to sign in or prove themselves anew. */
export const sessionRefusal = refusals({
  "auth.session_ended": [
    "unauthenticated",
    "您已不在登录状态，请重新登录",
    "You are not signed in here any more. Sign in again.",
  ],
  "auth.session_ended/idle": [
    "unauthenticated",
    "您有一段时间没有使用，已自动退出，请重新登录",
    "You were signed out because this session was not used for a while. Sign in again.",
  ],
  "auth.session_ended/expired": [
    "unauthenticated",
    "登录已到最长期限，请重新登录",
    "You were signed out because signing in is good for a limited time. Sign in again.",
  ],
  "auth.session_ended/rolesChanged": [
    "unauthenticated",
    "您的角色已有变动，请重新登录后继续",
    "Your roles have changed since you signed in. Sign in again to go on with them.",
  ],
  "auth.session_ended/left": [
    "unauthenticated",
    "名册上没有此人，或此人已离职；如有误，请联系联盟的管理员",
    "This person is not on the roster, or no longer. If that is wrong, ask the alliance's administrator.",
  ],
  "auth.other_person": [
    "conflict",
    "这个浏览器里现在登录的是另一个人，因此没有办理。请刷新页面，看清是谁再做",
    "Somebody else has signed in with this browser since the page was opened, so nothing was done. Reload the page.",
  ],
  "auth.no_session": [
    "conflict",
    "这是给在浏览器里登录的人用的，凭令牌的程序没有登录状态",
    "This is for browsers that are signed in; a token has no session.",
  ],
  "auth.step_up_needed": [
    "forbidden",
    "此操作需要再次确认本人：请获取验证码，输入后再做一次，{{minutes}}分钟内有效",
    "This needs a fresh one-time code. Ask for one, enter it, and do this again: it counts for {{minutes}} minutes.",
  ],
  "auth.no_code": [
    "conflict",
    "没有可以核对的验证码：已用过、已过期，或是为另一台设备发的。请重新获取",
    "There is no code to compare with: it was used, has expired, or was sent for another device. Ask for a new one.",
  ],
  "auth.wrong_code": [
    "forbidden",
    "验证码不对，请核对最近收到的一条；还可以试{{left}}次",
    "This is not the code that was sent last. {{left}} tries are left.",
  ],
  "auth.wrong_code/last": [
    "forbidden",
    "验证码不对，已试满次数，请重新获取",
    "This is not the code that was sent last, and no try is left. Ask for a new one.",
  ],
  "auth.too_many_tries": [
    "limited",
    "这个验证码已试了{{most}}次，请重新获取",
    "{{most}} codes were tried. Ask for a new one.",
  ],
  "auth.too_many_codes": [
    "limited",
    "一天之内已给您发了{{most}}个验证码，请在{{at}}以后再获取",
    "{{most}} codes were sent to you within a day. Ask for the next one after {{at}}.",
  ],
  "session.missing": [
    "missing",
    "没有这个登录设备，或它已经退出；请刷新列表",
    "There is no such session of this person, or it has ended already. Read the list again.",
  ],
  "session.code_undelivered": [
    "unavailable",
    "验证码暂时发不出去，系统会再试",
    "The code could not be sent yet. It is tried again.",
  ],
});
