import { catalogue } from "../language/catalogue.ts";

/** What a preview says about a loss that many would suffer. */
export const massLossWords = catalogue({
  "zh-CN": {
    "roster.loss.leaving": "{{of}} 名在职人员中有 {{count}} 人将离开名册。",
    "roster.loss.name": "{{of}} 人中有 {{count}} 人的姓名将改变。",
    "roster.loss.politicalStatus": "{{of}} 人中有 {{count}} 人的政治面貌将改变。",
    "roster.loss.branch": "{{of}} 人中有 {{count}} 人将离开现在的支部。",
    "roster.loss.department": "{{of}} 人中有 {{count}} 人将离开现在的部门。",
    "roster.loss.post": "{{of}} 人中有 {{count}} 人将离开现在的岗位。",
    "roster.loss.team": "{{of}} 人中有 {{count}} 人将离开所在分队。",
    "roster.loss.trainer": "{{of}} 名内训师中有 {{count}} 人将不再是内训师。",
    "roster.loss.mobile": "{{of}} 人中有 {{count}} 人的手机号将改变或清空。",
    "roster.loss.email": "{{of}} 人中有 {{count}} 人的邮箱将改变或清空。",
    "roster.loss.volunteer": "{{of}} 名志愿者中有 {{count}} 人的入盟日期将改变或清空；清空后不再是志愿者。",
    "roster.loss.role": "{{of}} 名有角色的人中有 {{count}} 人将失去角色。",
    "roster.loss.skill": "{{of}} 名登记了技能的人中有 {{count}} 人将失去技能。",
    "roster.loss.shifts": "这些日子的 {{of}} 个班次将净减少 {{count}} 个。",
  },
  en: {
    "roster.loss.leaving": "{{count}} of {{of}} people employed would leave.",
    "roster.loss.name": "{{count}} of {{of}} people would get another name.",
    "roster.loss.politicalStatus": "{{count}} of {{of}} people would get another political status.",
    "roster.loss.branch": "{{count}} of {{of}} people would leave their branch.",
    "roster.loss.department": "{{count}} of {{of}} people would leave their department.",
    "roster.loss.post": "{{count}} of {{of}} people would leave their post.",
    "roster.loss.team": "{{count}} of {{of}} people would leave a team.",
    "roster.loss.trainer": "{{count}} of {{of}} trainers would be trainers no more.",
    "roster.loss.mobile": "{{count}} of {{of}} mobile numbers would change or go.",
    "roster.loss.email": "{{count}} of {{of}} e-mail addresses would change or go.",
    "roster.loss.volunteer": "{{count}} of {{of}} joining dates would change or go; without one nobody is a volunteer.",
    "roster.loss.role": "{{count}} of {{of}} people with a role would lose one.",
    "roster.loss.skill": "{{count}} of {{of}} people with skills would lose one.",
    "roster.loss.shifts": "The {{of}} shifts of these days would be {{count}} fewer.",
  },
});
