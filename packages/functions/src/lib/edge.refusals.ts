import { refusals } from "@yigong/core/lib/refusals.ts";

/** What is refused before any rule is asked: who calls, what was sent, and what cannot be reached. */
export const edgeRefusal = refusals({
  "auth.unauthenticated": ["unauthenticated", "请先登录", "Sign in, or send a bearer token."],
  "auth.unauthenticated/token": [
    "unauthenticated",
    "登录凭证在此无效或已过期，请重新登录",
    "The token is not valid here, or no longer. Sign in again.",
  ],
  "auth.unauthenticated/nobody": [
    "unauthenticated",
    "登录凭证没有指明是谁，请重新登录",
    "The token names nobody. Sign in again.",
  ],
  "auth.unauthenticated/setUp": [
    "unauthenticated",
    "系统已有管理员，请以名册上的人登录",
    "This installation has an administrator: sign in as somebody on the roster.",
  ],
  "auth.unauthenticated/left": [
    "unauthenticated",
    "名册上没有此人，或此人已离职；请联系管理员",
    "This person is not on the roster, or no longer. Ask the administrator.",
  ],
  "origin.foreign": [
    "forbidden",
    "这个请求来自别的网站的页面，因此没有办理。请打开本站的页面再做一次",
    "This request comes from a page that is not ours, so nothing was done. Open the page on this site and try again.",
  ],
  "input.invalid/unreadable": [
    "invalid",
    "请求无法读取，请检查后重新提交",
    "The request cannot be read. Check it and send it again.",
  ],
  "input.too_large": [
    "invalid",
    "请求超过{{bytes}}字节，请减少内容后重新提交",
    "The request is larger than {{bytes}} bytes. Send less at once.",
  ],
  "input.too_large/file": ["invalid", "文件超过4 MB，请分成几个文件", "The file is larger than 4 MB. Split it."],
  "input.too_large/unknown": [
    "invalid",
    "请求过大，请减少内容后重新提交",
    "The request is too large. Send less at once.",
  ],
  "route.missing": [
    "missing",
    "这个地址没有内容，请检查地址或从首页打开",
    "There is nothing at this address. Check it, or begin at the first page.",
  ],
  internal: [
    "unavailable",
    "系统出错，已记录，没有留下改到一半的内容。请稍后再试；仍不行请把编号告诉管理员",
    "This is our mistake; it was recorded. Nothing was changed by halves. If it happens again, tell the administrator the request's id.",
  ],
  "aws.unavailable": [
    "unavailable",
    "暂时无法连接{{service}}，请稍后再试",
    "{{service}} cannot be reached. Try again.",
  ],
  "files.unavailable": [
    "unavailable",
    "文件暂时无法读写，请稍后再试",
    "Files cannot be reached at the moment. Try again.",
  ],
});
