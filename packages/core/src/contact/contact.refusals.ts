import { refusals } from "../lib/refusals.ts";

/** Why a contact is not recorded, corrected or reached. */
export const contactRefusal = refusals({
  "contact.missing": ["missing", "没有这位联系人，请重新查找", "There is no such contact. Look for it again."],
  "contact.removed": [
    "conflict",
    "这位联系人的资料已于{{at}}删除，不能再改",
    "This contact was removed at {{at}} and cannot be changed any more.",
  ],
  "contact.way_taken": [
    "conflict",
    "这个手机号或邮箱已是另一位联系人的，请先查找对方，更正或合用一条",
    "Another contact has this phone number or mail address. Look for it, and correct or use that one.",
  ],
  "contact.unreachable": [
    "invalid",
    "请填写手机号或邮箱，否则无法联系",
    "Enter a mobile number or a mail address; without one nobody is reached.",
  ],
  "contact.needs_guardian": [
    "invalid",
    "未满18周岁须填写监护人及其手机号或邮箱",
    "Who is under 18 needs a guardian with a mobile number or a mail address.",
  ],
  "contact.born_in_future": ["invalid", "出生日期不能在将来", "A day of birth cannot be in the future."],
  "contact.not_a_person": [
    "invalid",
    "出生日期和监护人只用于个人，对接人只用于单位",
    "Day of birth and guardian are a person's, whom to ask for is an organization's.",
  ],
  "contact.consent_same": ["conflict", "此前已是这样登记的", "This is what was noted before."],
  "contact.barred": ["conflict", "不能联系：{{bar}}", "Not to be contacted: {{bar}}."],
});
