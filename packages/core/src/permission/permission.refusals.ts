import { refusals } from "../lib/refusals.ts";

/** Why somebody may not do something, and who may. */
export const permissionRefusal = refusals({
  "permission.denied": [
    "forbidden",
    "需要在此处有以下角色之一：{{roles}}。请联系管理员，或请有该角色的人办理",
    "This needs one of these roles here: {{roles}}. Ask the administrator, or somebody who has it.",
  ],
  "permission.denied/own": ["forbidden", "只能由本人办理", "Only the person whom it is about may do this."],
});
