import { LANGUAGES, type Language } from "@yigong/core/language/catalogue.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { TemplateTexts } from "@yigong/core/message/template-text.store.ts";
import type { Texts } from "@yigong/core/message/template-text.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Workcalendars } from "@yigong/core/workcalendar/workcalendar.store.ts";
import { type Workdays, workdaysOf } from "@yigong/core/workcalendar/workcalendar.ts";
import { cachedUntilWritten } from "../lib/cached-until-written.ts";

/** What the alliance has set for its messages. */
export interface Rules {
  /** Whether quiet hours, the measure of a day and the digest are kept. */
  isQuiet: boolean;
  workdays: Workdays;
  /** The languages that the alliance offers, the usual one first. */
  languages: readonly Language[];
  /** The alliance's own words for templates. */
  texts: ReadonlyMap<string, Texts>;
}

export interface RulesDeps {
  settings: Pick<SettingsRow, "get" | "writes">;
  workcalendars: Pick<Workcalendars, "around" | "writes">;
  templateTexts: Pick<TemplateTexts, "all" | "writes">;
  zone: string;
  now: () => string;
}

/** How old the rules may be where another process changed them. */
const SECONDS = 30;

/** Reads the rules, at most twice a minute: each message asks for them. */
export function messageRules(deps: RulesDeps): () => Promise<Rules> {
  const read = async (): Promise<Rules> => {
    const [{ quietHours = false, languages = LANGUAGES }, tables, worded] = await Promise.all([
      deps.settings.get(recent),
      deps.workcalendars.around(yearOf(deps.now(), deps.zone), recent),
      deps.templateTexts.all(recent),
    ]);
    const texts = new Map(worded.map((one) => [one.template, one.texts]));
    return { isQuiet: quietHours, workdays: workdaysOf(tables), languages, texts };
  };
  const writes = () => deps.settings.writes() + deps.workcalendars.writes() + deps.templateTexts.writes();
  return cachedUntilWritten(read, { now: deps.now, writes, seconds: SECONDS });
}
