import * as z from "zod";
import { Provider } from "../identity/identity.ts";
import { fill, type Holes } from "../language/catalogue.ts";
import { instantText, type Language, periodText, type Setting, WORDS } from "../language/index.ts";
import { todoWords } from "./todo.words.ts";

type Chinese = (typeof todoWords)["zh-CN"];
type KindOf<Key> = Key extends `todo.${infer Name}.title` ? Name : never;

/** What can be asked of somebody; each has a title, a detail and a button among the words. */
export type Kind = KindOf<keyof Chinese>;

const TITLE = /^todo\.(\w+)\.title$/;
export const KINDS = Object.keys(todoWords["zh-CN"]).flatMap((key) => (TITLE.exec(key)?.[1] ?? []) as Kind[]);
export const Kind = z.enum(KINDS);

/**
 * What the words of a kind ask for: instants under names in `At`, spans `from/to` under names in `Period`, who vouches for
 * an account under `provider`, else text.
 */
export type About<K extends Kind> = Record<Holes<Chinese[`todo.${K}.${"title" | "detail"}`]>, string>;

interface Base {
  /** What it is about, so that the same task is known again. */
  key: string;
  /** Until when it can be done, ISO-8601 UTC; what is overdue lies in the past. */
  dueAt?: string | undefined;
  /** The one page where it is done. */
  href: string;
}

/** Something that is asked of one person, before it is worded. */
export type Task = Base & { [K in Kind]: { kind: K; about: About<K> } }[Kind];

/** Something that is asked of one person, in their language. */
export const Info = z.object({
  key: z.string(),
  kind: Kind,
  title: z.string(),
  detail: z.string(),
  /** ISO-8601 UTC; absent where nothing ends it. */
  dueAt: z.string().optional(),
  href: z.string(),
  button: z.string(),
});
export type Info = z.infer<typeof Info>;

/** A text that somebody typed, with one mark at its end and no more than a card holds. */
function typed(value: string): string {
  const characters = [...value.replace(/\s+/g, " ").trim()];
  const short = characters.length <= 60 ? characters.join("") : `${characters.slice(0, 59).join("")}…`;
  return short.replace(/[。.;；,，]+$/, "");
}

function spoken(name: string, value: string, language: Language, setting: Setting): string {
  if (name.endsWith("At")) return instantText(language, value, setting);
  if (name === "provider") return WORDS[language][`identity.provider.${Provider.parse(value)}`];
  if (!name.endsWith("Period")) return typed(value);
  const [from = "", to = ""] = value.split("/");
  return periodText(language, from, to, setting);
}

/** Words what is asked. @param setting - the alliance's zone, and the instant whose year goes without saying */
export function worded({ kind, key, about, dueAt, href }: Task, language: Language, setting: Setting): Info {
  const values = Object.fromEntries(
    Object.entries<string>(about).map(([name, value]) => [name, spoken(name, value, language, setting)]),
  );
  const say = (part: "title" | "detail" | "button") => fill(WORDS[language][`todo.${kind}.${part}`], values);
  return {
    key: `${kind}:${key}`,
    kind,
    title: say("title"),
    detail: say("detail"),
    ...(dueAt === undefined ? {} : { dueAt }),
    href,
    button: say("button"),
  };
}

/** What is only told, or free to do, comes after what somebody waits for. */
const QUIET: readonly Kind[] = [
  "signUp",
  "diary",
  "happiness",
  "form",
  "rating",
  "growthMark",
  "leaveAsked",
  "leaveApproved",
];
const isQuiet = ({ kind }: Task): boolean => QUIET.includes(kind);

/** Never: after every instant that is told. */
const NO_END = "9999";
const dueOf = ({ dueAt = NO_END }: Task): string => dueAt;

/** Tasks by the instant at which they are due, what has none last; equals by key, so that the order is always one. */
export const inDueOrder = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((a, b) => compare(dueOf(a), dueOf(b)) || compare(a.kind, b.kind) || compare(a.key, b.key));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one thing to do next: the first that somebody waits for, else the first that one is free to do. @param tasks - in due order */
export const nextOf = (tasks: readonly Task[]): Task | undefined => tasks.find((task) => !isQuiet(task)) ?? tasks[0];
