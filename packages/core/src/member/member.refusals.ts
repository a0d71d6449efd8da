import { refusals } from "../lib/refusals.ts";

/** Why a row of the roster, a role or a deputy is not taken. */
export const memberRefusal = refusals({
  "member.scope_mismatch": [
    "invalid",
    "「{{unit}}」不是{{kind}}，请重新选择范围",
    "{{unit}} is no {{kind}}. Choose another scope.",
  ],
  "member.left": ["conflict", "{{name}}已离职", "{{name}} has left."],
  "member.missing/somebody": [
    "missing",
    "有人不在名册上，请核对后重新选择",
    "Somebody is not on the roster. Check whom you named.",
  ],
  "member.missing/thatDay": [
    "missing",
    "当天名册上没有这个人，请重新选择",
    "This person is not on the roster that day. Choose somebody else.",
  ],
  "member.missing": [
    "missing",
    "名册上没有这位成员，请回到名单重新选择",
    "There is no such member on the roster. Choose somebody from the list.",
  ],
  "member.not_volunteer": ["conflict", "只有志愿者需要接受服务守则", "Only volunteers accept the service code."],
  "member.code_superseded": [
    "conflict",
    "现行的是服务守则第{{version}}版，请阅读该版本",
    "Version {{version}} of the service code is in force; read that one.",
  ],
  "member.accepted_already": [
    "conflict",
    "第{{version}}版已于{{at}}接受",
    "Version {{version}} was accepted at {{at}}.",
  ],
  "member.role_ends_early": ["invalid", "角色的结束时间须晚于开始时间", "A role ends after it begins."],
  "member.role_held": ["conflict", "{{name}}已有这个角色", "{{name}} holds this role already."],
  "member.role_not_held": ["conflict", "{{name}}没有这个角色", "{{name}} does not hold this role."],
  "member.dated_back": [
    "conflict",
    "最近一次同类变更从{{from}}起，新的变更不能早于它",
    "The last such change is from {{from}}; a new one cannot begin before it.",
  ],
  "member.trainer_not_volunteer": [
    "invalid",
    "内训师都是志愿者，请填写入盟日期",
    "Every trainer is a volunteer; enter the joining date.",
  ],
  "member.branch_missing": ["invalid", "党员须有所属支部", "A party member belongs to a branch."],
  "member.own_deputy": ["invalid", "不能做自己的代理人", "Nobody is their own deputy."],
  "member.role_not_held/throughout": [
    "conflict",
    "{{name}}在这段时间内并非一直有这个角色",
    "{{name}} does not hold this role all that time.",
  ],
  "member.number_taken": ["conflict", "工号{{number}}已被使用，请核对", "Employee number {{number}} is taken."],
  "member.last_administrator": [
    "conflict",
    "须先有另一人任管理员，从现在起，且没有结束日期和离职日期",
    "Somebody else must be administrator first, from now on, without an end and without a leaving date.",
  ],

  "member.own_role": [
    "forbidden",
    "不能给自己授予角色，请另一位管理员办理",
    "Nobody gives themselves a role: another administrator does.",
  ],
});
