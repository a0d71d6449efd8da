import { catalogue, sayingOf } from "@yigong/core/language/catalogue.ts";

const texts = catalogue({
  "zh-CN": {
    title: "以谁的身份登录？",
    notice: "仅供试用",
    noticeBody: "这里不核对身份：任何能打开本页的人都可以选任何人登录。只在本机地址上可用，对外提供服务时自动关闭。",
    search: "按姓名或工号查找",
    find: "查找",
    nobody: "名册中没有符合的人。请换一个姓名或工号。",
    more: "只显示前 {{shown}} 人，共 {{all}} 人；请用姓名或工号查找。",
    wrongTitle: "无法继续",
    wrongBody: "这个地址不完整，或不是从本系统的登录页打开的。请从登录页重新开始：/sign-in",
  },
  en: {
    title: "Sign in as whom?",
    notice: "For trying out only",
    noticeBody:
      "Nobody is checked here: whoever can open this page may choose anybody. It works on this machine's own address only, and is off once others can reach the server.",
    search: "Find by name or employee number",
    find: "Find",
    nobody: "Nobody on the roster matches. Try another name or number.",
    more: "The first {{shown}} of {{all}} people; find others by name or number.",
    wrongTitle: "This cannot go on",
    wrongBody:
      "This address is not complete, or was not opened from this server's sign-in page. Begin again at /sign-in",
  },
});

/** Texts of the pages for trying out. */
export const trialWords = sayingOf(texts);
