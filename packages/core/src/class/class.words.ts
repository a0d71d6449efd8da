import { catalogue } from "../language/catalogue.ts";

/** Why somebody cannot enrol, and how an attendance was noted. */
export const classWords = catalogue({
  "zh-CN": {
    "class.how.code": "扫码",
    "class.how.roll": "点名",
    "class.how.paper": "补记",
  },
  en: {
    "class.how.code": "by code",
    "class.how.roll": "by the roll",
    "class.how.paper": "put down later",
  },
});
