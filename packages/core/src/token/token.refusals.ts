import { refusals } from "../lib/refusals.ts";

/** Why a program's token is not made, or no longer good. */
export const tokenRefusal = refusals({
  "auth.unauthenticated/program": [
    "unauthenticated",
    "令牌在此无效：已到期、已作废，或其主人已离职。请让其主人重新生成",
    "The token is not valid here, or no longer: it has expired, was revoked, or its owner has left. Have its owner make a new one.",
  ],
  "token.too_much": [
    "forbidden",
    "您自己不能做这些，令牌也不能：{{actions}}。请去掉后再生成",
    "You may not do this yourself, so no token of yours may: {{actions}}. Leave it out.",
  ],
  "token.too_many": [
    "limited",
    "您已有{{most}}个有效令牌，请先作废不再使用的",
    "You have {{most}} tokens. Revoke one that is not used any more.",
  ],
  "token.missing": [
    "missing",
    "您没有这个令牌，或它已经作废；请刷新列表",
    "There is no such token of yours, or it was revoked already. Read the list again.",
  ],
});
