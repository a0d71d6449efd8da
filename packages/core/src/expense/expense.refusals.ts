import { refusals } from "../lib/refusals.ts";

/** Why an expense is not recorded, voided, handed in or settled. Amounts are in yuan. */
export const expenseRefusal = refusals({
  "expense.no_grant": [
    "missing",
    "本活动没有获批经费，没有可记的支出",
    "No money was granted for this activity, so there is nothing to spend.",
  ],
  "expense.missing": ["missing", "本活动没有这笔支出", "This activity has no such expense."],
  "expense.above_grant": [
    "conflict",
    "超过批准的经费：批准{{granted}}元，已用{{spent}}元，还剩{{left}}元。请改小金额，或作废记错的支出",
    "This is above the grant: {{granted}} yuan are granted and {{spent}} spent, so {{left}} are left. Enter less, or void an expense that is wrong.",
  ],
  "expense.in_future": ["invalid", "支出在付款之后登记，日期不能在将来", "An expense is recorded once it was paid."],
  "expense.too_many": [
    "conflict",
    "一项活动最多记{{most}}笔支出，请合并小额收据",
    "An activity has at most {{most}} expenses. Put small receipts together.",
  ],
  "expense.receipt_missing": [
    "invalid",
    "有收据没有上传成功，请重新上传后再记这笔支出",
    "A receipt has not arrived or was not taken. Upload it again, then record the expense.",
  ],
  "expense.receipt_used": [
    "conflict",
    "这张收据已用于另一笔支出，一张收据只报一次",
    "This receipt belongs to another expense already; each is used once.",
  ],
  "expense.receipt_unchecked": [
    "conflict",
    "有收据还在检查或未通过检查，请稍候，或作废该笔支出后重新上传",
    "A receipt is still being checked or was not taken. Wait a moment, or void its expense and upload it again.",
  ],
  "expense.void": ["conflict", "这笔支出此前已作废", "This expense was voided before."],
  "expense.handed_in": [
    "conflict",
    "经费已提交结算，请结算人退回后再改",
    "The expenses were handed in. Ask whoever settles them to return them first.",
  ],
  "expense.not_handed_in": [
    "conflict",
    "经费还没有提交结算，请组织者先提交",
    "The expenses were not handed in yet; the organizer does so first.",
  ],
  "expense.settled": [
    "conflict",
    "经费已结清；要更改，请联盟先退回",
    "The money is settled. To change it, the alliance returns it first.",
  ],
  "expense.closed": [
    "conflict",
    "活动已归档，经费不能再更改",
    "The activity is filed, so its money can no longer be changed.",
  ],
  "expense.own": [
    "forbidden",
    "组织者和记账人不能结算自己的支出，请联盟的另一人办理",
    "Whoever organized the activity or recorded or handed in its expenses does not settle them; somebody else of the alliance does.",
  ],
});
