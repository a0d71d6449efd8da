import { refusals } from "../lib/refusals.ts";

/** Why somebody may not do something, and who may. */
export const permissionRefusal = refusals({
  "permission.denied": [
    "forbidden",
    "需要在此处有以下角色之一：{{roles}}。请联系管理员，或请有该角色的人办理",
    "This needs one of these roles here: {{roles}}. Ask the administrator, or somebody who has it.",
  ],
  "token.out_of_scope": [
    "forbidden",
    "这个令牌不能做“{{action}}”。请登录办理，或让其主人生成可做此事的令牌",
    "This token is not for {{action}}. Sign in, or have a token made for it.",
  ],
  "token.out_of_scope/people": [
    "forbidden",
    "这件事只能由人登录后办理，令牌不能",
    "No token is for this: it is for people. Sign in.",
  ],
  "permission.denied/own": ["forbidden", "只能由本人办理", "Only the person whom it is about may do this."],
});
