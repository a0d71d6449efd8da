import { refusals } from "../lib/refusals.ts";

/** Why a deed is not recorded or taken out of the count. */
export const deedRefusal = refusals({
  "deed.missing": ["missing", "{{year}}年没有这条实事记录", "There is no such deed in {{year}}."],
  "deed.in_future": ["invalid", "实事在做过之后登记，日期不能在将来", "A deed is recorded once it was done."],
  "deed.twice": [
    "conflict",
    "您已登记过{{day}}的同一件实事，请在列表中查看；确为另一件，请把经过写得不同",
    "You have recorded this deed of {{day}} before; see the list. If it is another one, describe it differently.",
  ],
  "deed.confirmed": [
    "conflict",
    "这条实事已计入件数，无需再确认",
    "This deed counts already; nothing is left to confirm.",
  ],
  "deed.own": [
    "forbidden",
    "不能确认自己登记的实事，请由支部书记或联盟的其他人确认",
    "Nobody confirms a deed that they reported. The branch secretary or somebody else of the alliance does.",
  ],
  "deed.void": ["conflict", "这条实事此前已作废", "This deed was voided before."],
});
