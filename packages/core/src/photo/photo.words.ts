import { catalogue } from "../language/catalogue.ts";

/** Photos of diaries and of requests for leave. */
export const photoWords = catalogue({
  "zh-CN": {
    "photo.status.uploading": "等待上传",
    "photo.status.processing": "正在检查",
    "photo.status.ready": "已上传",
    "photo.status.rejected": "未通过",
    "photo.no.heic":
      "这是HEIC照片，多数浏览器无法显示。请存为JPEG后再传：苹果手机在“设置–相机–格式”中选“兼容性最佳”，或改传截图。",
    "photo.no.notAPhoto": "这里只收照片：JPEG、PNG或WebP。",
    "photo.no.tooLarge": "照片超过20 MB。请选较小的尺寸，或改传截图。",
    "photo.no.empty": "文件是空的，请重新选择。",
    "photo.no.tooMany": "照片数量已满，请先删除一张。",
  },
  en: {
    "photo.status.uploading": "waiting for upload",
    "photo.status.processing": "being checked",
    "photo.status.ready": "uploaded",
    "photo.status.rejected": "not taken",
    "photo.no.heic":
      "This is a HEIC photo, which most browsers cannot show. Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send a screenshot.",
    "photo.no.notAPhoto": "Only photos are taken here: JPEG, PNG or WebP.",
    "photo.no.tooLarge": "This photo is larger than 20 MB. Choose a smaller size, or send a screenshot.",
    "photo.no.empty": "The file is empty. Choose the photo again.",
    "photo.no.tooMany": "There is no room for another photo. Remove one first.",
  },
});
