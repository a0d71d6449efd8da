import { refusals } from "@yigong/core/lib/refusals.ts";

/** Why a file is not taken or not handed out. */
export const fileRefusal = refusals({
  "file.link_invalid": [
    "forbidden",
    "这个链接不是本系统生成的，请从原页面重新打开",
    "This link is not one that the system made. Open it from its page again.",
  ],
  "file.link_expired": ["forbidden", "这个链接已过期，请重新载入页面", "This link has expired. Load the page again."],
  "upload.malformed": [
    "invalid",
    "上传的内容不完整，请重新上传",
    "The upload is not a complete multipart/form-data body. Send it again.",
  ],
  "upload.malformed/empty": ["invalid", "没有收到上传的内容，请重新上传", "The upload has no body."],
  "file.missing": ["missing", "这个文件已不在了", "This file is no longer there."],
  "upload.malformed/noFile": ["invalid", "上传的表单中没有文件，请选择文件", "The upload form has no file."],
  "upload.too_large": ["invalid", "此处最大可上传{{bytes}}字节的文件", "This form takes at most {{bytes}} bytes."],
  "upload.too_small": ["invalid", "文件小于{{bytes}}字节，可能没有传完整", "This form takes at least {{bytes}} bytes."],
  "upload.expired": ["forbidden", "上传许可已过期，请重新选择文件", "This upload form has expired. Ask for another."],
  "upload.forged": [
    "forbidden",
    "上传的字段与许可不符，请重新选择文件",
    "Key, type, policy and signature must be posted exactly as the form has them.",
  ],
});
