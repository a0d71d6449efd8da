import { catalogue, sayingOf } from "@yigong/core/language/catalogue.ts";

const texts = catalogue({
  "zh-CN": {
    title: "登录",
    intro: "请选择登录方式。只有名册上的人可以登录。",
    "way.wecom": "用企业微信登录",
    "way.dingtalk": "用钉钉登录",
    "way.feishu": "用飞书登录",
    "way.oidc": "用{{name}}登录",
    "way.try": "选择名册中的一人登录（试用）",
    "way.code": "用工号和验证码登录",
    companySignIn: "公司统一登录",
    wechat: "您在个人微信中打开了本页，这里只能用工号和验证码登录。要免验证码，请在企业微信中打开。",
    noWay: "本系统还没有设置登录方式",
    noWayBody:
      "请管理员设置企业微信、钉钉、飞书、公司统一登录，或短信、邮件验证码中的至少一种，办法见说明文件 README。",
    trial: "仅供试用",
    trialBody:
      "任何能打开本页的人都可以选名册中的任何人登录，不核对身份。只在本机地址上可用；对外提供服务前请设置真正的登录方式。",
    empty: "名册是空的，还没有人可以登录",
    emptyTry: "先导入示例名册，就可以选一个人登录；或者按 README 导入自己的名册。",
    emptyBody: "请按 README 导入名册：先运行 npm run -s token -- --as setup 得到设置令牌，再上传名册文件。",
    importExample: "导入示例名册",
    codeTitle: "用工号和验证码登录",
    codeIntro: "验证码发到名册上登记的手机；没有手机的，发到邮箱。",
    number: "工号",
    numberHint: "含前面的 0，例如 000102。",
    numberFault: "请填工号：1–32 位字母、数字、- 或 _。",
    send: "发送验证码",
    enterTitle: "输入验证码",
    enterIntro:
      "如果工号 {{number}} 在名册上并登记了手机或邮箱，验证码已经发出，10 分钟内有效。没有收到，请核对工号，或请管理员核对登记的号码。",
    enterTrial: "本机试用：没有配置短信和邮件时，验证码在收件箱页面 /inbox。",
    code: "验证码（6 位数字）",
    enter: "登录",
    again: "重新发送或改工号",
    otherWays: "其他登录方式",
    bindTitle: "绑定{{provider}}账号",
    bindIntro:
      "您的{{provider}}账号 {{account}} 还没有对应到名册上的人。请填您的工号，用发到登记手机或邮箱的验证码证明是您本人；绑定后，以后直接登录。",
    bindNot: "不是您的账号？请换用其他登录方式。",
    askedTitle: "已登录，换绑等待确认",
    askedBody: "您已有另一个{{provider}}账号。换绑申请已交给管理员确认，同意之前请用原来的账号，或用工号和验证码登录。",
    goOn: "继续",
    insideTitle: "正在用钉钉登录",
    insideBody: "如果几秒后没有反应，请点下面的按钮。",
    faultTitle: "没有登录成功",
    "fault.foreign": "这个请求不是从本站页面发出的，什么都没有做。请从登录页重新开始。",
    "fault.other": "出了问题，什么都没有改动。请重新登录；再次出现时，请把编号告诉管理员：{{id}}。",
    languages: "语言",
  },
  en: {
    title: "Sign in",
    intro: "Choose how to sign in. Only people on the roster can.",
    "way.wecom": "Sign in with WeCom",
    "way.dingtalk": "Sign in with DingTalk",
    "way.feishu": "Sign in with Feishu",
    "way.oidc": "Sign in with {{name}}",
    "way.try": "Choose somebody on the roster (for trying out)",
    "way.code": "Sign in by employee number and code",
    companySignIn: "the company account",
    wechat:
      "This page is open in personal WeChat, where you can sign in by employee number and code only. To do without a code, open it in WeCom.",
    noWay: "No way to sign in is set up yet",
    noWayBody:
      "An administrator sets up at least one of WeCom, DingTalk, Feishu, the company's sign-in, or codes by SMS or mail; the README says how.",
    trial: "For trying out only",
    trialBody:
      "Whoever can open this page may sign in as anybody on the roster; nobody is checked. It works on this machine's own address only. Set up a real way to sign in before others use this server.",
    empty: "The roster is empty: nobody can sign in yet",
    emptyTry: "Import the example's roster first, then choose somebody; or import your own as the README says.",
    emptyBody:
      "Import a roster as the README says: npm run -s token -- --as setup prints a token for setting up, with which the file is uploaded.",
    importExample: "Import the example's roster",
    codeTitle: "Sign in by employee number and code",
    codeIntro: "The code is sent to the phone that the roster has of you; without one, to the mail address.",
    number: "Employee number",
    numberHint: "With its leading zeros, such as 000102.",
    numberFault: "Enter an employee number: 1 to 32 letters, digits, - or _.",
    send: "Send the code",
    enterTitle: "Enter the code",
    enterIntro:
      "If the employee number {{number}} is on the roster with a phone or mail address, a code is on its way; it is good for 10 minutes. If none comes, check the number, or ask an administrator what the roster has of you.",
    enterTrial: "Trying out on this machine: without SMS and mail set up, the code is on the page /inbox.",
    code: "Code (6 digits)",
    enter: "Sign in",
    again: "Send again, or another number",
    otherWays: "Other ways to sign in",
    bindTitle: "Whose {{provider}} account is this?",
    bindIntro:
      "Your {{provider}} account {{account}} belongs to nobody on the roster yet. Enter your employee number and prove that it is you by the code sent to the phone or mail address on the roster; from then on the account alone signs you in.",
    bindNot: "Not your account? Take another way to sign in.",
    askedTitle: "Signed in; the other account waits",
    askedBody:
      "You have another {{provider}} account already. An administrator is asked to confirm the change; until then use the former account, or employee number and code.",
    goOn: "Go on",
    insideTitle: "Signing in with DingTalk",
    insideBody: "If nothing happens within a few seconds, use the button below.",
    faultTitle: "You are not signed in",
    "fault.foreign": "This request comes from a page that is not ours, so nothing was done. Begin at the sign-in page.",
    "fault.other":
      "Something went wrong; nothing was changed by halves. Sign in again, and if it comes back, tell an administrator this number: {{id}}.",
    languages: "Languages",
  },
});

/** Texts of the pages for signing in. */
export const saying = sayingOf(texts);
