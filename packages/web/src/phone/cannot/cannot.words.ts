import { catalogue } from "@yigong/core/language/catalogue.ts";

export const cannotPageWords = catalogue({
  "zh-CN": {
    title: "我来不了",
    which: "哪一场来不了",
    all: "全部",
    means: "会这样办理",
    note: "为什么来不了",
    "note.hint": "组织者会看到这段话。",
    send: "确认来不了",
    must: "请写明原因。",
    wait: "照片还在上传，传完后即可提交；内容已保存在本机。",
    done: "已办理。",
    "done.leave": "请假已提交，等待审批；结果会发消息，也会显示在活动页上。",
    back: "回到活动",
    keep: "不，我会来",
  },
  en: {
    title: "I cannot come",
    which: "To what you cannot come",
    all: "To all of it",
    means: "This is what happens",
    note: "Why you cannot come",
    "note.hint": "The organizer reads this.",
    send: "I cannot come",
    must: "Say why.",
    wait: "Photos are still on their way; you can send once they have arrived. All of it is kept on this phone.",
    done: "It is done.",
    "done.leave":
      "Your request is sent and waits for a decision. You will get a message, and see it on the activity's page.",
    back: "Back to the activity",
    keep: "No, I will come",
  },
});
