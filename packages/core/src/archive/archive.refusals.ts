import { refusals } from "../lib/refusals.ts";

/** Why an archive, a file of it or a diary is not changed or filed. */
export const archiveRefusal = refusals({
  "material.missing": ["missing", "本档案中没有这个文件", "There is no such file in this archive."],
  "diary.missing": ["missing", "您在此没有这篇日记", "You have no such diary here."],
  "diary.too_many": [
    "conflict",
    "每人每个活动最多写{{limit}}篇日记",
    "One author writes at most {{limit}} diaries an activity.",
  ],
  "archive.filed": ["conflict", "档案已归档，不能再更改", "This archive was filed and can no longer be changed."],
  "archive.incomplete": [
    "conflict",
    "档案还不能归档，缺少：{{missing}}",
    "The archive cannot be filed yet; missing: {{missing}}.",
  ],
  "material.missing/removed": ["missing", "这个文件已被移除", "This file was removed."],
  "material.too_many": ["conflict", "一份档案最多{{most}}个文件", "An archive holds at most {{most}} files."],
  "diary.not_participant": [
    "forbidden",
    "只有参加活动的人写本活动的日记",
    "Only who takes part in an activity writes a diary of it.",
  ],
  "archive.owner_not_branch": [
    "invalid",
    "档案归委员会或支部保管，请重新选择",
    "An archive is filed with the committee or with a branch.",
  ],
  "material.not_uploaded": [
    "conflict",
    "文件还没有收到，请先上传文件",
    "The file has not arrived. Post it with its form first.",
  ],
  "typical.not_filed": [
    "conflict",
    "本活动还没有归档，归档后才能选为典型案例",
    "The archive of this activity is not filed yet. Once it is, the activity can be chosen as a typical case.",
  ],
  "typical.chosen": [
    "conflict",
    "本活动已是典型案例；要改理由，请先撤销再重新选定",
    "This is a typical case already. To give another reason, take it back and choose it again.",
  ],
  "typical.none": [
    "conflict",
    "本活动现在不是典型案例，无需撤销",
    "This is no typical case now; nothing is left to take back.",
  ],
  "typical.too_often": [
    "conflict",
    "本活动选定和撤销的次数已满，请联系管理员",
    "It was chosen and taken back too often. Ask an administrator.",
  ],
});
