import { catalogue } from "../language/catalogue.ts";

/** How the granted money of an activity stands. @source docs/domain.md A9 */
export const expenseWords = catalogue({
  "zh-CN": {
    "expense.state.open": "使用中",
    "expense.state.handedIn": "待结算",
    "expense.state.settled": "已结清",
    "expense.state.closed": "已结清，随档案封存",
    "expense.granter.alliance": "志愿者联盟",
  },
  en: {
    "expense.state.open": "being spent",
    "expense.state.handedIn": "waiting to be settled",
    "expense.state.settled": "settled",
    "expense.state.closed": "settled and filed",
    "expense.granter.alliance": "the alliance",
  },
});
