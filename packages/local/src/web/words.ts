import { catalogue, sayingOf } from "@yigong/core/language/catalogue.ts";

const texts = catalogue({
  "zh-CN": {
    "noRole.title": "此页面仅限有职务的人查看",
    "noRole.body": "页面上有其他人的信息，您目前没有职务，因此不能查看。工作需要的，请联系管理员授予职务。",
    "noRole.signIn": "以其他人的身份登录",
    "noRole.home": "回到我的首页",
  },
  en: {
    "noRole.title": "This page is for people with a role",
    "noRole.body":
      "It shows what concerns others, and you have no role at present. If your work needs it, ask an administrator for one.",
    "noRole.signIn": "Sign in as somebody else",
    "noRole.home": "Back to my page",
  },
});

/** Texts of this machine's own pages in a language. */
export const wordsIn = sayingOf(texts);
