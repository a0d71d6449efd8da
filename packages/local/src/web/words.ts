import { catalogue, sayingOf } from "@yigong/core/language/catalogue.ts";

const texts = catalogue({
  "zh-CN": {
    languages: "语言",
    "signIn.title": "登录后查看",
    "signIn.intro": "本服务对外开放，这些页面仅限有职务的人查看。",
    "signIn.token": "令牌",
    "signIn.hint": "在服务器上运行 npm run -s token -- --as 工号，把得到的令牌粘贴在此。登录一小时内有效。",
    "signIn.refused": "令牌无效、已过期，或持有人没有职务。",
    "signIn.button": "登录",
  },
  en: {
    languages: "Languages",
    "signIn.title": "Sign in to look",
    "signIn.intro": "Others can reach this server, so these pages are for people with a role.",
    "signIn.token": "Token",
    "signIn.hint":
      "Run npm run -s token -- --as <employee number> on the server and paste the token here. It holds for an hour.",
    "signIn.refused": "The token is not valid, has expired, or its holder has no role.",
    "signIn.button": "Sign in",
  },
});

/** Texts of this machine's own pages in a language. */
export const wordsIn = sayingOf(texts);
