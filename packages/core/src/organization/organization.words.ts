import { catalogue } from "../language/catalogue.ts";

/** The first page of an installation, kinds of units, and what volunteers accept as the source has it. @source docs/domain.md O2 */
export const organizationWords = catalogue({
  "zh-CN": {
    "organization.front.title": "义工联盟",
    "organization.front.what": "这里是义工联盟的服务：招募、报名、请假与代班、签到、满意度调查、积分与证书。",
    "organization.front.where": "入口",
    "organization.front.signIn": "登录",
    "organization.front.phone": "我的首页：等我处理的事、活动、积分",
    "organization.front.docs": "接口说明，可直接试用",
    "organization.front.certificates": "证书核验",
    "organization.front.health": "运行状态",
    "organization.front.inbox": "已发消息",
    "organization.front.executions": "活动流程的执行记录",
    "organization.code.spirit": "服务精神：参与、互助、奉献、进步。",
    "organization.code.articles": "服务守则：无私奉献、规范服务、团结诚信、遵章守纪。",
    "unit.kind.branch": "支部",
    "unit.kind.department": "部门",
    "unit.kind.team": "分队",
    "unit.kind.post": "岗位",
  },
  en: {
    "organization.front.title": "Volunteer alliance",
    "organization.front.what":
      "This is the service of a volunteer alliance: recruitment, sign-up, leave and cover, check-in, surveys, points and certificates.",
    "organization.front.where": "Where things are",
    "organization.front.signIn": "Sign in",
    "organization.front.phone": "My home: what is asked of me, activities, points",
    "organization.front.docs": "The API, to read and to try",
    "organization.front.certificates": "Verify a certificate",
    "organization.front.health": "State of the service",
    "organization.front.inbox": "Messages sent",
    "organization.front.executions": "Executions of the activities' workflow",
    "organization.code.spirit": "Service spirit: take part, help each other, give, move forward.",
    "organization.code.articles":
      "Code: serve without self-interest, keep to the standards of service, stand together in good faith, obey the rules.",
    "unit.kind.branch": "branch",
    "unit.kind.department": "department",
    "unit.kind.team": "team",
    "unit.kind.post": "post",
  },
});
