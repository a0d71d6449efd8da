import { catalogue } from "../language/catalogue.ts";

/** What people are told about the money of an activity; amounts in yuan. @source docs/domain.md A9 */
export const expenseMessages = catalogue({
  "zh-CN": {
    "message.expense.handedIn.subject": "请结算「{{title}}」的经费",
    "message.expense.handedIn.body":
      "{{name}}提交了「{{title}}」的支出：批准{{granted}}元，支出{{spent}}元，应退{{left}}元。请核对收据后结清，或写明理由退回。结清之前不能归档。",
    "message.expense.settled.subject": "「{{title}}」的经费已结清",
    "message.expense.settled.body": "「{{title}}」支出{{spent}}元已核对结清，应退还联盟{{left}}元。",
    "message.expense.returned.subject": "请更正「{{title}}」的支出",
    "message.expense.returned.body": "联盟退回「{{title}}」的支出：{{reason}}。请更正后重新提交；结清之前不能归档。",
  },
  en: {
    "message.expense.handedIn.subject": "Settle the money of “{{title}}”",
    "message.expense.handedIn.body":
      "{{name}} has handed in the expenses of “{{title}}”: {{granted}} yuan granted, {{spent}} spent, {{left}} to be returned. Check the receipts and settle it, or return it with a reason. It cannot be filed before.",
    "message.expense.settled.subject": "The money of “{{title}}” is settled",
    "message.expense.settled.body":
      "The {{spent}} yuan spent on “{{title}}” are checked and settled; {{left}} go back to the alliance.",
    "message.expense.returned.subject": "Correct the expenses of “{{title}}”",
    "message.expense.returned.body":
      "The alliance returns the expenses of “{{title}}”: {{reason}}. Correct them and hand them in again; it cannot be filed before.",
  },
});
