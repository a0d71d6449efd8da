import { catalogue } from "@yigong/core/language/catalogue.ts";
import { useWords } from "./words.ts";

const markWords = catalogue({
  "zh-CN": { within: "{{text}}（{{more}}）", list: "、", and: "；", clause: "，", colon: "{{name}}：{{text}}" },
  en: { within: "{{text}} ({{more}})", list: ", ", and: "; ", clause: ", ", colon: "{{name}}: {{text}}" },
});

/** How the reader's language joins things: something with more of it in brackets, and a list of several. */
export function useMarks() {
  const say = useWords(markWords);
  return {
    within: (text: string, more: string) => say("within", { text, more }),
    list: (items: readonly (string | number)[]) => items.join(say("list")),
    /** Two halves of one sentence. */
    clauses: (items: readonly string[]) => items.join(say("clause")),
    /** Something said under a name. */
    colon: (name: string, text: string) => say("colon", { name, text }),
    /** Of parts that have lists of their own. */
    parts: (items: readonly string[]) => items.join(say("and")),
  };
}
