import { fill } from "../language/catalogue.ts";
import {
  instantText,
  type Key,
  type Language,
  periodText,
  type Setting,
  type Values,
  WORDS,
} from "../language/index.ts";
import { reasonIn } from "../language/system-reason.ts";
import { messageRefusal } from "./message.refusals.ts";

type SubjectKey = Extract<Key, `message.${string}.subject`>;

/** What a person can be told; each has a subject and a body in the catalogue. */
export type Template = SubjectKey extends infer K ? (K extends `message.${infer Name}.subject` ? Name : never) : never;

/** What a template asks for: instants under names in `At`, spans made by `period` under names in `Period`, else text. */
export type Params<T extends Template> = Record<
  keyof Values<Extract<Key, `message.${T}.${"subject" | "body"}`>>,
  string
>;

const subjects = Object.keys(WORDS["zh-CN"]).filter((key): key is SubjectKey => /^message\..+\.subject$/.test(key));

export const TEMPLATES = subjects.map((key) => key.slice("message.".length, -".subject".length) as Template);

export const isTemplate = (name: string): name is Template => (TEMPLATES as readonly string[]).includes(name);

/** A span of time as a parameter, [from, to), both ISO-8601 UTC. */
export const period = (from: string, to: string): string => `${from}/${to}`;

/** The name of a parameter that differs by language, in one that is not Chinese. */
export const paramIn = (language: Exclude<Language, "zh-CN">, name: string): string => `${name}@${language}`;

/** A value longer than this is cut in a message, which has to fit a phone's screen; the page has all of it. */
const LONGEST = 60;

export const clip = (value: string, longest = LONGEST): string => {
  const characters = [...value];
  return characters.length <= longest ? value : `${characters.slice(0, longest - 1).join("")}…`;
};

/** Texts that people typed end in marks of their own; inside a sentence one is enough. */
const inSentence = (value: string): string =>
  clip(
    value
      .replace(/\s+/g, " ")
      .trim()
      .replace(/[。.;；,，]+$/, ""),
  );

function spoken(name: string, value: string, language: Language, setting: Setting): string {
  if (name === "link") return value;
  if (name.endsWith("At")) return instantText(language, value, setting);
  if (!name.endsWith("Period")) return inSentence(reasonIn(language, value));
  const [from = "", to = ""] = value.split("/");
  return periodText(language, from, to, setting);
}

/** What one person reads. */
export interface Rendered {
  subject: string;
  body: string;
}
const NO_TEXT: Rendered = { subject: "", body: "" };

/** The built-in words of a template, with their holes. */
export const textsOf = (template: Template): Record<Language, Rendered> => {
  const textIn = (language: Language) => ({
    subject: WORDS[language][`message.${template}.subject`],
    body: WORDS[language][`message.${template}.body`],
  });
  return { "zh-CN": textIn("zh-CN"), en: textIn("en") };
};

/**
 * Words a message in a person's language; the body says everything by itself, for channels that have no subject.
 *
 * @param setting - the alliance's zone, and the instant of the message, whose year is not repeated
 * @param texts - what stands for the built-in words, in that language
 * @throws `message.template_unknown`, `message.param_missing`, `message.param_invalid`
 */
export function render(
  language: Language,
  template: string,
  params: Readonly<Record<string, string>>,
  setting: Setting,
  texts: Rendered = isTemplate(template) ? textsOf(template)[language] : NO_TEXT,
): Rendered {
  if (!isTemplate(template)) throw messageRefusal("message.template_unknown");
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(params)) {
    const worded = language === "zh-CN" ? value : (params[paramIn(language, name)] ?? value);
    try {
      values[name] = spoken(name, worded, language, setting);
    } catch (cause) {
      throw messageRefusal("message.param_invalid", {}, { cause });
    }
  }
  try {
    return {
      subject: fill(texts.subject, values),
      body: fill(texts.body, values),
    };
  } catch (cause) {
    throw messageRefusal("message.param_missing", {}, { cause });
  }
}

/** The subject as far as it is known before anybody is written to; what each person is told is left open. */
export function subjectOf(
  language: Language,
  { template, params }: { template: string; params: Readonly<Record<string, string>> },
  setting: Setting,
): string {
  if (!isTemplate(template)) return template;
  const worded = (name: string): string => {
    const value = language === "zh-CN" ? params[name] : (params[paramIn(language, name)] ?? params[name]);
    return value === undefined ? "…" : spoken(name, value, language, setting);
  };
  return WORDS[language][`message.${template}.subject`].replace(/\{\{(\w+)\}\}/g, (_, name: string) => worded(name));
}
