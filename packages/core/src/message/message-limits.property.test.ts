import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { holesOf } from "../language/catalogue.ts";
import { LANGUAGES, WORDS } from "../language/index.ts";
import { render, TEMPLATES } from "./template.ts";

/** What SMS gateways of the mainland take at the most: 500 characters, a dozen that are billed one by one for English. */
const MOST_BODY = { "zh-CN": 500, en: 1_000 };
/** A header line of a mail, before it is encoded. */
const MOST_SUBJECT = 200;
const LINK = "https://yigong.example.com/s/abcdefghijklmnopqrstuvwxyz0123456789";

const typed = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  fc.constantFrom("净".repeat(4000), "😀".repeat(2000), "a b\n".repeat(900), "。".repeat(300)),
);

const filled = (name: string, text: string): string => {
  if (name === "link") return LINK;
  if (name.endsWith("At")) return "2026-12-30T15:00:00.000Z";
  return name.endsWith("Period") ? "2026-12-30T15:00:00.000Z/2027-01-02T15:30:00.000Z" : text;
};

describe.each(TEMPLATES.flatMap((template) => LANGUAGES.map((language) => [template, language] as const)))(
  "%s in %s",
  (template, language) => {
    it.prop([typed], { numRuns: 15 })("fits an SMS and a mail's subject, with every instant and link whole", (text) => {
      const subject: string = WORDS[language][`message.${template}.subject`];
      const body: string = WORDS[language][`message.${template}.body`];
      const names = holesOf(subject + body);
      const params = Object.fromEntries(names.map((name) => [name, filled(name, text)]));
      const told = render(language, template, params, { zone: "Asia/Shanghai", asOf: "2026-09-01T00:00:00.000Z" });

      expect([...told.subject].length).toBeLessThanOrEqual(MOST_SUBJECT);
      expect([...told.body].length).toBeLessThanOrEqual(MOST_BODY[language]);
      for (const name of holesOf(body).filter((one) => one.endsWith("At")))
        expect([name, told.body.includes(language === "en" ? "30 Dec" : "12月30日")]).toEqual([name, true]);
      expect(told.body.includes(LINK)).toBe(body.includes("{{link}}"));
    });
  },
);
