import * as z from "zod";
import { holesOf } from "../language/catalogue.ts";
import { inBoth, LANGUAGES, type Language, text } from "../language/index.ts";
import { requireVersion } from "../lib/edit.ts";
import { lengthOf, plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { LEADS } from "./lead.ts";
import { messageRefusal } from "./message.refusals.ts";
import { isTemplate, type Rendered, render, type Template, textsOf } from "./template.ts";

const Text = z.object({ subject: plainText(2, 120), body: plainText(5, 1000) });
/** What a template says in both languages, with its `{{fields}}`. */
export const Texts = z.object({ "zh-CN": Text, en: Text });
export type Texts = z.infer<typeof Texts>;

/** The words that an alliance has of its own for a template. */
export const Info = z.object({ template: z.string(), texts: Texts, savedAt: Instant, version: z.int().nonnegative() });
export type Info = z.infer<typeof Info>;

/** Rendered by others, with codes and links that are nobody else's to word. */
const FIXED: readonly string[] = [
  ...["session.code", "survey.invitation", "survey.reminder"],
  ...["survey.guardianInvitation", "survey.guardianReminder"],
];
export const isEditable = (template: string): template is Template => isTemplate(template) && !FIXED.includes(template);

const NAME = { "zh-CN": inBoth("message.in.chinese"), en: inBoth("message.in.english") };

const PIECE = { subject: inBoth("message.piece.title"), body: inBoth("message.piece.text") };

/** Four SMS, which a phone shows whole, with the address of a page; and a line of a list. */
const MOST = { "zh-CN": { subject: 60, body: 268 }, en: { subject: 140, body: 612 } } as const;
const ADDRESS = "https://volunteers.example.com/m/activities/act_01m1d7ntm0dcr4p6n8fha6rd98/sign-up";

/** The fields that a template's words may name. */
export const fieldsOf = (template: Template): string[] => {
  const texts = textsOf(template);
  return [...new Set(LANGUAGES.flatMap((language) => holesOf(texts[language].subject + texts[language].body)))];
};

const usual: Readonly<Record<string, string>> = {
  title: "海陵社区净滩行",
  place: "海陵社区服务中心",
  reason: "当天要值守机房",
  name: "王小明",
  year: "2026",
  number: "2",
  points: "1.5",
  people: "3",
};
const SAMPLE_FROM = "2026-09-12T01:00:00.000Z";
const SAMPLE_TO = "2026-09-12T04:00:00.000Z";

function sampleOf(name: string): string {
  if (name === "link") return ADDRESS;
  if (name.endsWith("At")) return SAMPLE_FROM;
  if (name.endsWith("Period")) return `${SAMPLE_FROM}/${SAMPLE_TO}`;
  return usual[name] ?? "示例";
}

/** How words would read, filled in with samples, with the address of the page that they lead to. */
export function preview(template: Template, texts: Texts, zone: string): Record<Language, Rendered> {
  const params = Object.fromEntries(fieldsOf(template).map((name) => [name, sampleOf(name)]));
  const lead = LEADS[template];
  const textIn = (language: Language): Rendered => {
    const told = render(language, template, params, { zone, asOf: "2026-09-01T00:00:00.000Z" }, texts[language]);
    if (!lead) return told;
    return { ...told, body: text(language, `message.lead.${lead.how}`, { body: told.body, link: ADDRESS }) };
  };
  return { "zh-CN": textIn("zh-CN"), en: textIn("en") };
}

const AGAIN = /\{\{(\w+)\}\}/g;

/**
 * Checks words that somebody gives a template.
 *
 * @throws `message.template_unknown`, `message.template_fixed`, `message.template_unknown_field`,
 * `message.template_without_field` when an instant of the built-in words is left out, `message.template_too_long`
 */
export function checked(template: string, texts: Texts, zone: string): Template {
  if (!isTemplate(template)) throw messageRefusal("message.template_unknown");
  if (!isEditable(template)) throw messageRefusal("message.template_fixed");
  const known = fieldsOf(template);
  for (const language of LANGUAGES) {
    const words = `${texts[language].subject}\n${texts[language].body}`;
    const left = /[{}]{2,}[^{}]*[{}]*/.exec(words.replaceAll(AGAIN, ""))?.[0];
    const unknown = [...holesOf(words).filter((name) => !known.includes(name)), ...(left ? [left.slice(0, 40)] : [])];
    if (unknown.length > 0)
      throw messageRefusal("message.template_unknown_field", {
        fields: unknown,
        known: known.length > 0 ? known : "–",
      });
    const told = textsOf(template)[language];
    const lost = holesOf(told.subject + told.body).filter(
      (name) => /(At|Period)$/.test(name) && !words.includes(`{{${name}}}`),
    );
    if (lost.length > 0)
      throw messageRefusal("message.template_without_field", {
        language: NAME[language],
        fields: lost,
      });
  }
  const shown = preview(template, texts, zone);
  for (const language of LANGUAGES)
    for (const part of ["subject", "body"] as const) {
      const [length, most] = [lengthOf(shown[language][part]), MOST[language][part]];
      if (length > most)
        throw messageRefusal("message.template_too_long", {
          language: NAME[language],
          part: PIECE[part],
          length,
          most,
        });
    }
  return template;
}

/** Gives a template words of one's own, over what was read. @throws `edit.changed`, as `checked` does */
export function reword(
  before: Info | undefined,
  { template, texts, version }: { template: string; texts: Texts; version: number },
  { at, zone }: { at: string; zone: string },
): Info {
  requireVersion({ version: before?.version ?? 0 }, version);
  return { template: checked(template, texts, zone), texts, savedAt: at, version: before?.version ?? 0 };
}
