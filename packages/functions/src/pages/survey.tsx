import { cachedForAMinute } from "@yigong/application/lib/cached-for-a-minute.ts";
import { answerByLink } from "@yigong/application/survey/answer-by-link.ts";
import { type Asked, findLink, type LinkDeps, wasTaken } from "@yigong/application/survey/find-link.ts";
import { instantText } from "@yigong/core/language/when.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Shown } from "@yigong/core/organization/public-page.store.ts";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import { languageOf } from "../lib/accept-language.ts";
import { FormPage } from "./survey-form.tsx";
import { type Input, inputOf } from "./survey-input.ts";
import { type Frame, Notice } from "./survey-shell.tsx";
import { HEADERS } from "./survey-style.ts";

/** What the survey pages need. `random` draws 32 hexadecimal digits. */
export interface SurveyPagesDeps extends LinkDeps {
  settings: () => Promise<Shown>;
  random: () => string;
  now: () => string;
  /** Reports faults: errors that are no refusals. */
  report: (what: string, error: unknown) => void;
}

/** A whole form with a comment of a thousand characters, each sent as nine, fits. */
const MOST_BYTES = 16 * 1024;

type Status = 200 | 404 | 413 | 422 | 500 | 503;

/**
 * The pages that a served client sees under `/s/:token`.
 *
 * Looking never writes: previews and scanners open links. Only a whole, valid form spends one. A link that is unknown,
 * spent, past its time or replaced gives one and the same page.
 */
export function surveyPages(deps: SurveyPagesDeps): Hono {
  const settings = cachedForAMinute(deps.settings, deps.now);
  const frameOf = async (c: Context): Promise<Frame & { zone: string }> => {
    const { name, zone, servicePhone } = await settings();
    return { language: languageFor(c), alliance: name, phone: servicePhone.trim(), zone };
  };
  const notice = async (c: Context, about: "thanks" | "gone" | "large", status: Status) =>
    page(c, <Notice frame={await frameOf(c)} about={about} />, status);
  const form = async (c: Context, { closesAt, title }: Asked, input?: Extract<Input, { ok: false }>) => {
    const { zone, ...frame } = await frameOf(c);
    const until = instantText(frame.language, closesAt, { zone, asOf: deps.now() });
    const shown = { frame, title, closesAt: until, submission: deps.random(), ...input };
    return page(c, <FormPage form={shown} />, input ? 422 : 200);
  };

  return new Hono()
    .get("/s/:token", async (c) => {
      const { asked } = await findLink(deps, c.req.param("token"), deps.now(), { reading: recent });
      return asked ? form(c, asked) : notice(c, "gone", 404);
    })
    .post("/s/:token", bodyLimit({ maxSize: MOST_BYTES, onError: (c) => notice(c, "large", 413) }), async (c) => {
      const at = deps.now();
      const input = inputOf(await c.req.text());
      const { asked, link } = await findLink(deps, c.req.param("token"), at, { isWritten: input.ok });
      if (!input.ok) return asked ? form(c, asked, input) : notice(c, "gone", 404);
      const counts = asked
        ? await answerByLink(deps, asked, { ...input, at })
        : await wasTaken(deps, link, input.submission);
      return counts ? notice(c, "thanks", 200) : notice(c, "gone", 404);
    })
    .all("/s/:token", (c) => c.body(null, 405, { ...HEADERS, Allow: "GET, HEAD, POST" }))
    .onError((error, c) => {
      const isAway = error instanceof Refusal && error.kind === "unavailable";
      // Never the path, which holds the token.
      if (!isAway) deps.report("survey pages", error);
      const frame = { language: languageFor(c), alliance: "", phone: "" };
      c.header("Retry-After", "60");
      return page(c, <Notice frame={frame} about="unavailable" />, isAway ? 503 : 500);
    });
}

const languageFor = (c: Context) => languageOf(c.req.query("lang"), c.req.header("accept-language"));

function page(c: Context, content: JSX.Element, status: Status) {
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  c.header("Content-Language", languageFor(c));
  return c.html(html`<!doctype html>${content}`, status);
}
