import { catalogue } from "../language/catalogue.ts";

/** Words about archives and their files: why a file was not taken, and what a record still lacks. */
export const archiveWords = catalogue({
  "zh-CN": {
    "archive.missing.summary": "活动总结（至少 {{minimum}} 个字）",
    "archive.missing.material": "至少一份已通过检查的材料或图片",
    "archive.missing.owner": "归入哪一本台账（党委或支部）",
    "archive.missing.processing": "有文件正在检查，请稍候",
    "archive.missing.money": "批准的经费结清（由组织者提交，联盟另一人核对）",
    "archive.owner.committee": "党委",
    "material.status.uploading": "等待上传",
    "material.status.processing": "正在检查",
    "material.status.ready": "可用",
    "material.status.rejected": "未通过",
    "material.rejected.missing": "没有收到文件，请删除后重新上传。",
    "material.rejected.empty": "文件是空的。",
    "material.rejected.tooLarge": "文件超过 20 MB。",
    "material.rejected.heic": "这是HEIC照片，多数浏览器无法显示。请存为JPEG后重新上传。",
    "material.rejected.notWhatItClaims": "文件内容与所选类型不符，请用正确的类型重新上传。",
    "material.rejected.severalFormats": "文件同时是两种格式，为安全起见不予接收。请另存后重新上传。",
    "material.rejected.damaged": "文件已损坏或不完整，请重新导出后上传。",
    "material.rejected.tooManyPixels": "图片超过 5000 万像素，请缩小后上传。",
    "material.rejected.unpacksTooLarge": "文件解压后过大，不予接收。",
    "material.rejected.macros": "文件含有宏，请另存为不含宏的格式后上传。",
  },
  en: {
    "archive.missing.summary": "a summary of at least {{minimum}} characters",
    "archive.missing.material": "at least one material or picture that passed its check",
    "archive.missing.owner": "the register it is filed in: the committee's or a branch's",
    "archive.missing.processing": "a file is still being checked; wait a moment",
    "archive.missing.money":
      "the granted money settled: handed in by the organizer, checked by another person of the alliance",
    "archive.owner.committee": "Committee",
    "material.status.uploading": "waiting for the upload",
    "material.status.processing": "being checked",
    "material.status.ready": "ready",
    "material.status.rejected": "not taken",
    "material.rejected.missing": "The file did not arrive. Remove it and upload it again.",
    "material.rejected.empty": "The file is empty.",
    "material.rejected.tooLarge": "The file is larger than 20 MB.",
    "material.rejected.heic":
      "This is a HEIC photo, which most browsers cannot show. Save it as JPEG and upload it again.",
    "material.rejected.notWhatItClaims":
      "The content is not of the type that was chosen. Upload it with its true type.",
    "material.rejected.severalFormats":
      "The file is of two formats at once, which is not safe. Save it anew and upload it again.",
    "material.rejected.damaged": "The file is damaged or incomplete. Export it anew and upload it again.",
    "material.rejected.tooManyPixels":
      "The picture has more than 50 million pixels. Make it smaller and upload it again.",
    "material.rejected.unpacksTooLarge": "The file would unpack to too much and is not taken.",
    "material.rejected.macros": "The file holds macros. Save it in a format without macros and upload it again.",
  },
});
