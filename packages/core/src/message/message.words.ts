import { catalogue } from "../language/catalogue.ts";

/** A message with the address of the page that it leads to, which stands last. */
export const messageWords = catalogue({
  "zh-CN": {
    "message.lead.asks": "{{body}}办理：{{link}}",
    "message.lead.shows": "{{body}}查看：{{link}}",
  },
  en: {
    "message.lead.asks": "{{body}} Do it here: {{link}}",
    "message.lead.shows": "{{body}} See {{link}}",
  },
});
