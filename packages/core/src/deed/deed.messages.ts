import { catalogue } from "../language/catalogue.ts";

/** What becomes of a deed that somebody reported. @source docs/domain.md A12 */
export const deedMessages = catalogue({
  "zh-CN": {
    "message.deed.turnedDown.subject": "您登记的{{day}}的实事未予计入",
    "message.deed.turnedDown.body": "您登记的{{day}}的实事未予计入（{{reason}}）。可以补充经过后重新登记。",
  },
  en: {
    "message.deed.turnedDown.subject": "The deed of {{day}} that you reported does not count",
    "message.deed.turnedDown.body":
      "The deed of {{day}} that you reported was turned down ({{reason}}). You may report it again and say more of it.",
  },
});
