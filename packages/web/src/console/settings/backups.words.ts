import { catalogue } from "@yigong/core/language/catalogue.ts";

export const backupsWords = catalogue({
  "zh-CN": {
    what: "每天凌晨两点半自动备份全部数据：记录、进行中的流程、上传的文件和密钥。每份备份都打开核对过，积分账逐条重算。",
    none: "本系统自己不做备份",
    "none.how":
      "部署在 AWS 上时，数据表可恢复到最近 35 天里的任何一秒，做法见运维说明。单机上说明备份已关闭（YIGONG_BACKUPS=no）。",
    last: "最近的备份：{{when}}",
    "last.none": "还没有备份",
    good: "正常",
    bad: "需要处理",
    underWay: "正在备份",
    overdue: "两天以上没有完整的备份",
    "overdue.how": "机器损坏会丢失这段时间的数据。请在服务器上运行 npm run backup，按提示处理。",
    failed: "{{when}} 备份失败（{{fault}}）",
    "failed.space": "备份目录所在的磁盘空间不足。请腾出空间，或用 YIGONG_BACKUPS 换一块磁盘。每小时自动重试。",
    "failed.how": "请在服务器上运行 npm run backup，查看原因。每小时自动重试。",
    copies: "共 {{count}} 份，在 {{directory}}",
    how: "最近两天的全部保留，再往前保留七天、四周、十二个月各一份。备份目录最好放在另一块磁盘。恢复：npm run restore。",
  },
  en: {
    what: "All data are copied at half past two each night: records, what is under way, uploaded files and secrets. Each copy is opened and checked, and the ledger computed again.",
    none: "This installation makes no copies itself",
    "none.how":
      "On AWS the tables can be restored to any second of the last 35 days, as the operations guide says. On one machine it means that copies are put off (YIGONG_BACKUPS=no).",
    last: "Last copy: {{when}}",
    "last.none": "No copy yet",
    good: "well",
    bad: "needs you",
    underWay: "being made",
    overdue: "No whole copy for more than two days",
    "overdue.how": "What is newer is lost if the machine is. Run npm run backup on the server and do what it says.",
    failed: "The copy of {{when}} failed ({{fault}})",
    "failed.space":
      "There is too little room on the disk of the copies. Make room, or choose another disk with YIGONG_BACKUPS. It is tried again each hour.",
    "failed.how": "Run npm run backup on the server to see why. It is tried again each hour.",
    copies: "{{count}} copies, in {{directory}}",
    how: "All of the last two days are kept, and before that one for each of seven days, four weeks and twelve months. The folder is best on another disk. To restore: npm run restore.",
  },
});
