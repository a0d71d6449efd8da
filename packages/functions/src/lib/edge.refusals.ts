import { refusals } from "@yigong/core/lib/refusals.ts";

/** Why it is refused, and the way on. */
export const edgeRefusal = refusals({
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
