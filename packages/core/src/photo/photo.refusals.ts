import { refusals } from "../lib/refusals.ts";

/** Why it is refused, and the way on. */
export const photoRefusal = refusals({
  "photo.heic": [
    "invalid",
    "这是HEIC照片，多数浏览器无法显示。请存为JPEG后再传：苹果手机在“设置–相机–格式”中选“兼容性最佳”，或改传截图",
    "This is a HEIC photo, which most browsers cannot show. Save it as JPEG: on an iPhone, Settings, Camera, Formats, Most Compatible; or send a screenshot.",
  ],
  "photo.not_a_photo": [
    "invalid",
    "这里只收JPEG、PNG等格式的照片，请重新选择",
    "Only photos are taken here: JPEG, PNG or WebP.",
  ],
  "photo.not_a_photo/receipt": [
    "invalid",
    "收据只收JPEG、PNG等格式的照片或PDF，请重新选择",
    "A receipt is a photo (JPEG, PNG or WebP) or a PDF. Choose another file.",
  ],
  "photo.not_a_photo/praise": [
    "invalid",
    "表扬材料只收JPEG、PNG等格式的照片或PDF，请重新选择",
    "What shows the praise is a photo (JPEG, PNG or WebP) or a PDF. Choose another file.",
  ],
  "photo.in_use/receipt": [
    "conflict",
    "这张收据已用于一笔支出，请先作废该笔支出",
    "An expense names this receipt. Void the expense first.",
  ],
  "photo.empty": ["invalid", "文件是空的，请重新选择照片", "This file is empty. Choose the photo again."],
  "photo.too_large": [
    "invalid",
    "照片有{{size}} MB，最多20 MB。请选较小的尺寸，或改传截图",
    "This photo has {{size}} MB; at most 20 are taken. Choose a smaller size, or send a screenshot.",
  ],
  "photo.too_many": [
    "conflict",
    "这里最多保留{{most}}张照片，请先删除一张",
    "At most {{most}} photos are kept here. Remove one first.",
  ],
  "photo.missing": [
    "missing",
    "这里没有这张照片，或已删除，请重新选择",
    "There is no such photo here, or no longer. Choose it again.",
  ],
  "photo.other_file": [
    "conflict",
    "这个标识先前属于另一张照片，或照片已删除，请重新选择",
    "This key announced another photo before, or one that was removed. Choose the photo again.",
  ],
  "photo.not_uploaded": [
    "conflict",
    "照片还没有传到，请先上传",
    "The photo has not arrived. Send it with its form first.",
  ],
  "photo.in_use": [
    "conflict",
    "您的申请以这张照片为证明，请先撤回申请",
    "Your request names this photo. Take the request back first.",
  ],
});
