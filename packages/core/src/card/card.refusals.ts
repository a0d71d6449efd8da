import { refusals } from "../lib/refusals.ts";

/** Why a click on a card in an office app does nothing. */
export const cardRefusal = refusals({
  "card.not_set_up": [
    "missing",
    "本系统没有开通这个办公软件的卡片，请管理员核对回调地址和设置",
    "Cards of this office app are not set up here. Let an administrator check the callback address and the settings.",
  ],
  "card.not_authentic": [
    "unauthenticated",
    "签名不符，请求未被采纳。请管理员核对两边的回调密钥",
    "The signature does not fit, so nothing was done. Let an administrator compare the callback keys on both sides.",
  ],
  "card.stale": [
    "unauthenticated",
    "请求的时间相差超过5分钟，未被采纳。请核对服务器时钟，或重新点一次",
    "The request is more than five minutes off, so nothing was done. Check the server's clock, or press the button again.",
  ],
  "card.replayed": [
    "conflict",
    "这次点击已经处理过，不再处理第二次",
    "This click was dealt with already; it is not done twice.",
  ],
  "card.missing": ["missing", "这张卡片已失效，请打开页面办理", "This card is no longer good. Open the page instead."],
  "card.unknown_person": [
    "forbidden",
    "名册中没有这个账号，请先打开页面登录一次完成绑定，再点卡片",
    "The roster does not know this account. Open the page and sign in once, then press the button again.",
  ],
  "card.not_yours": [
    "forbidden",
    "这张卡片不是发给您的，不能由您答复",
    "This card was sent to somebody else, who alone can answer it.",
  ],
  "card.answered": [
    "conflict",
    "另一个答复正在处理，请稍候再看结果",
    "The other answer is being carried out. See the outcome in a moment.",
  ],
  "card.reason_needed": [
    "conflict",
    "这个答复需要写明理由，请打开卡片上的页面填写",
    "This answer takes a reason. Open the card's page and write it there.",
  ],
});
