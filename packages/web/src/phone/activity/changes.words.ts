import { catalogue } from "@yigong/core/language/catalogue.ts";

export const changesWords = catalogue({
  "zh-CN": {
    changes: "发布后的变更",
    "risks.title": "风险提示有改动，请重新确认",
    "risks.way": "不愿接受可在下面退出，或请假；确认前您的岗位仍然保留。",
    "risks.accept": "我已了解以上风险提示，并服从现场安排",
    "risks.send": "确认接受",
    "risks.done": "已确认接受新的风险提示。",
    contact: "联系人",
    organizer: "组织者",
    insurance: "保险",
    "session.signUpUntil": "新增场次，{{when}} 截止报名",
    "session.cancelled": "已取消：{{reason}}",
  },
  en: {
    changes: "What changed since",
    "risks.title": "The risks changed: please agree again",
    "risks.way": "If you do not accept them, withdraw below or ask for leave; until you answer your place stays.",
    "risks.accept": "I have read the risks above and follow instructions on the spot",
    "risks.send": "Accept the risks",
    "risks.done": "You have accepted the risks as they are now.",
    contact: "Contact",
    organizer: "Organizer",
    insurance: "Insurance",
    "session.signUpUntil": "New; sign-up closes {{when}}",
    "session.cancelled": "Cancelled: {{reason}}",
  },
});
