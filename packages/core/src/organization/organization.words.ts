import { catalogue } from "../language/catalogue.ts";

/** The first page of an installation. */
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
    "unit.kind.branch": "branch",
    "unit.kind.department": "department",
    "unit.kind.team": "team",
    "unit.kind.post": "post",
  },
});
