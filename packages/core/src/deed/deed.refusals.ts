import { refusals } from "../lib/refusals.ts";

/** Why a deed is not recorded or taken out of the count. */
export const deedRefusal = refusals({
  "deed.missing": ["missing", "{{year}}年没有这条实事记录", "There is no such deed in {{year}}."],
  "deed.in_future": ["invalid", "实事在做过之后登记，日期不能在将来", "A deed is recorded once it was done."],
  "deed.void": ["conflict", "这条实事此前已作废", "This deed was voided before."],
});
