import { refusals } from "./refusals.ts";

/** Why an edit is not saved. The edge says beside it what holds now, and which fields differ from what was sent. */
export const editRefusal = refusals({
  "edit.changed": [
    "conflict",
    "您编辑期间，他人已更改此处，您的改动尚未保存。请与现在的内容对照后再保存",
    "Somebody changed this while you edited it; your changes are not saved yet. Compare with what it is now, then save again.",
  ],
});
