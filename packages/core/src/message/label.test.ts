import { expect, it } from "vitest";
import { LANGUAGES, WORDS } from "../language/index.ts";
import { TEMPLATES } from "./template.ts";

it.each(LANGUAGES)(
  "has a subject of its own for each kind of message, by which it is chosen from a list: %s",
  (language) => {
    const labels = new Map<string, string[]>();
    for (const template of TEMPLATES) {
      const label = WORDS[language][`message.${template}.subject`].replaceAll(/\{\{\w+\}\}/g, "…");
      labels.set(label, [...(labels.get(label) ?? []), template]);
    }

    expect([...labels].filter(([, templates]) => templates.length > 1)).toEqual([]);
  },
);
