import { refusals } from "@yigong/core/lib/refusals.ts";

/** What one machine's own pages and addresses refuse. */
export const webRefusal = refusals({
  "host.foreign": [
    "invalid",
    "本服务不在此地址。请用管理员给的地址打开；管理员可用 HOST 或 YIGONG_ORIGIN 设置",
    "This server is not at this address. Set HOST or YIGONG_ORIGIN to reach it here.",
  ],
  "health.down": ["unavailable", "暂不可用，正在恢复：{{down}}", "Down, and being restarted: {{down}}"],
  "permission.denied/anyRole": [
    "forbidden",
    "此页面仅限有角色的人查看；工作需要的，请联系管理员",
    "This is for people with a role. If your work needs it, ask the administrator for one.",
  ],
  "backup.foreign": [
    "forbidden",
    "只有能读取数据目录的人可以备份，请在服务器上运行备份命令",
    "Only who can read the data directory may back it up: run npm run backup on the server.",
  ],
  "clock.span_invalid": [
    "invalid",
    "请写明前进多久，例如 90m、2h30m、7d 或 2w",
    "Advance by a span such as 90m, 2h30m, 7d or 2w.",
  ],
});
