import { refusals } from "./refusals.ts";

/** Why the store does not answer, or a cursor is not taken. */
export const storeRefusal = refusals({
  "page.bad_cursor": [
    "invalid",
    "翻页位置无效，请从第一页重新开始",
    "This cursor is not one of ours. Begin with the first page.",
  ],
  "store.busy/batch": ["unavailable", "系统繁忙，请稍后再试", "The store takes no more at the moment. Try again."],
  "store.busy/clash": [
    "unavailable",
    "多人同时在更改此处，未作任何更改；请再试一次",
    "Others kept changing this at the same time. Nothing was changed; try again.",
  ],

  "store.busy/record": [
    "unavailable",
    "系统正忙于同一条记录，未作任何更改；请再试一次",
    "The store is busy with the same record. Nothing was changed; try again.",
  ],
  "store.unavailable": [
    "unavailable",
    "暂时无法连接存储，请稍后再试",
    "The store cannot be reached at the moment. Try again later.",
  ],
});
