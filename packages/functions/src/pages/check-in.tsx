import { checkInByCode } from "@yigong/application/attendance/check-in.ts";
import { listOpenSessions } from "@yigong/application/attendance/list-open-sessions.ts";
import { type Entrance, lookAtCheckIn } from "@yigong/application/attendance/look-at-check-in.ts";
import type { WalkInDeps } from "@yigong/application/attendance/walk-in.ts";
import { cachedForAMinute } from "@yigong/application/lib/cached-for-a-minute.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import { SHAPE } from "@yigong/core/attendance/code.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { languageOf } from "../lib/accept-language.ts";
import { deviceFor } from "../lib/device-cookie.ts";
import { HTTP_STATUS } from "../lib/http-status.ts";
import { HEADERS as BASE_HEADERS } from "./certificate-style.ts";
import { DonePage, LandingPage, type Place, RefusedPage, TypingPage, type Who } from "./check-in-pages.tsx";
import { type No, noOf } from "./check-in-refusals.ts";

/** Who holds the session of a browser, as signing in found them. */
export interface Sender {
  actor: Actor;
  /** What they chose to read in, if they did. */
  language?: Language | undefined;
}

export interface CheckInPagesDeps extends WalkInDeps {
  /** @throws `auth.unauthenticated` and other refusals of signing in, `origin.foreign` for a form of somebody else's page */
  sender: (c: Context) => Promise<Sender>;
  now: () => string;
  /** Draws 32 hexadecimal digits. */
  random: () => string;
  /** Reports faults: errors that are no refusals. */
  report: (what: string, error: unknown) => void;
}

const MOST_BYTES = 4 * 1024;

/** A form of ours keeps its `Origin` only where referrers of our own pages are sent. */
const HEADERS = { ...BASE_HEADERS, "Referrer-Policy": "same-origin", Vary: "Accept-Language, Cookie" };

/**
 * Where the code on the screen leads, `/c/:activityId/:sessionId/:code`, and where it is typed, `/c`. Without a script, for
 * whatever scanner opens it.
 *
 * Looking (GET, HEAD) never writes: messengers open every link for a preview. Only the button checks in.
 */
export function checkInPages(deps: CheckInPagesDeps): Hono {
  const alliance = cachedForAMinute(async () => (await deps.settings.get(recent)).name, deps.now);
  const page = pageWith(deps, alliance);
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => page(c, { no: { why: "foreign" }, status: 413 }) });

  return new Hono()
    .get("/c", async (c) => {
      const sender = await senderIn(deps, c);
      if (!sender) return page(c, { signIn: "/c" });
      const at = deps.now();
      const who = whoOf(sender);
      deviceFor(c, deps.random);
      return page(c, { typing: { who, ...(await listOpenSessions(deps, { memberId: who.memberId, at })) }, sender });
    })
    .get("/c/:activityId/:sessionId/:code", async (c) => {
      const asked = askedFor(c);
      if (!asked) return page(c, { no: { why: "unknown" }, status: 404 });
      const sender = await senderIn(deps, c);
      const key = { ...asked, memberId: sender?.actor.memberId ?? "" };
      if (sender) deviceFor(c, deps.random);
      const entrance = await lookAtCheckIn(deps, key, { code: asked.code, at: deps.now() });
      if (!sender) return page(c, { signIn: pathOf(asked), entrance });
      return page(c, { sender, entrance, asked });
    })
    .post("/c/:activityId/:sessionId/:code", limit, async (c) => {
      const asked = askedFor(c);
      if (!asked) return page(c, { no: { why: "unknown" }, status: 404 });
      const sender = await senderIn(deps, c);
      if (!sender) return c.redirect(`/sign-in?next=${encodeURIComponent(pathOf(asked))}`, 303);
      const typed = new URLSearchParams(await c.req.text());
      return checkedIn(c, { sender, asked, as: typed.get("as") ?? "" });
    })
    .post("/c", limit, async (c) => {
      const sender = await senderIn(deps, c);
      if (!sender) return c.redirect("/sign-in?next=%2Fc", 303);
      const typed = new URLSearchParams(await c.req.text());
      const [activityId = "", sessionId = ""] = (typed.get("session") ?? "").split("/");
      const code = (typed.get("code") ?? "").replaceAll(/[\s-]/g, "");
      const asked = parsed({ activityId, sessionId, code });
      if (asked) return checkedIn(c, { sender, asked, as: typed.get("as") ?? "" });
      return page(c, { sender, no: { why: "wrong" }, status: 400 });
    })
    .all("/c/*", (c) => c.body(null, 405, { ...HEADERS, Allow: "GET, HEAD, POST" }))
    .onError((error, c) => {
      const refused = error instanceof Refusal ? error : undefined;
      if (!refused) deps.report("check-in pages", error);
      if (refused?.kind === "missing") return page(c, { no: { why: "unknown" }, status: 404 });
      if (refused?.code === "origin.foreign") return page(c, { no: { why: "foreign" }, status: 403 });
      if (refused?.code === "lifecycle.cancelled") return page(c, { no: { why: "cancelled" }, status: 409 });
      return page(c, { no: { why: "unavailable" }, status: refused ? HTTP_STATUS[refused.kind] : 500 });
    });

  async function checkedIn(c: Context, { sender, asked, as }: { sender: Sender; asked: Asked; as: string }) {
    const [{ memberId }, at, { code }] = [sender.actor, deps.now(), asked];
    allow(sender.actor, "attendance.own", { ownerId: memberId });
    const key: Key = { activityId: asked.activityId, sessionId: asked.sessionId, memberId };
    const device = deviceFor(c, deps.random);
    if (as !== memberId) {
      const entrance = await lookAtCheckIn(deps, key, { at });
      return page(c, { sender, entrance, asked, no: { why: "otherPerson", name: whoOf(sender).name }, status: 409 });
    }
    try {
      const present = await checkInByCode(deps, key, { code, at, device });
      return page(c, { sender, entrance: { ...(await lookAtCheckIn(deps, key, { at })), present }, asked });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === "unavailable") throw error;
      const { refusal: _, ...entrance } = await lookAtCheckIn(deps, key, { at });
      return page(c, { sender, entrance: { ...entrance, refusal: error }, asked, status: HTTP_STATUS[error.kind] });
    }
  }
}

interface Asked {
  activityId: string;
  sessionId: string;
  code: string;
}

function parsed({ activityId, sessionId, code }: Asked): Asked | undefined {
  const known = Activity.Id.safeParse(activityId).success && Activity.SessionId.safeParse(sessionId).success;
  return known && SHAPE.test(code) ? { activityId, sessionId, code } : undefined;
}
const askedFor = (c: Context) => parsed(c.req.param() as unknown as Asked);
const pathOf = ({ activityId, sessionId, code }: Asked) => `/c/${activityId}/${sessionId}/${code}`;
const whoOf = ({ actor }: Sender): Who => ({ memberId: actor.memberId, name: actor.name ?? actor.memberId });

/** Who is signed in; nobody, when signing in says so. A form of another's page is refused. */
async function senderIn({ sender }: Pick<CheckInPagesDeps, "sender">, c: Context): Promise<Sender | undefined> {
  try {
    return await sender(c);
  } catch (error) {
    if (error instanceof Refusal && error.kind === "unauthenticated") return undefined;
    throw error;
  }
}

interface Content {
  sender?: Sender;
  /** Nobody is signed in: where to come back to. */
  signIn?: string;
  entrance?: Entrance;
  asked?: Asked;
  typing?: Parameters<typeof TypingPage>[0]["typing"];
  no?: No;
  status?: ContentfulStatusCode;
}

const pageWith =
  (deps: CheckInPagesDeps, alliance: () => Promise<string>) =>
  async (c: Context, content: Content): Promise<Response> => {
    const { lang, ...query } = c.req.query();
    const language = languageOf(lang ?? content.sender?.language, c.req.header("accept-language"));
    const name = await alliance().catch(() => "");
    const frame = { language, alliance: name, query, zone: deps.zone, asOf: deps.now() };
    for (const [header, value] of Object.entries(HEADERS)) c.header(header, value);
    c.header("Content-Language", language);
    return c.html(html`<!doctype html>${chosen(deps, frame, content)}`, content.status ?? 200);
  };

type Frame = Parameters<typeof LandingPage>[0]["frame"];

/** The one page that says what there is to say. */
function chosen(deps: CheckInPagesDeps, frame: Frame, content: Content): JSX.Element {
  const { entrance, asked, sender, signIn, typing } = content;
  if (typing) return <TypingPage frame={frame} typing={typing} />;
  const place: Place | undefined = entrance && {
    title: entrance.activity.title,
    where: entrance.activity.place,
    session: entrance.session,
    activityId: entrance.activity.id,
  };
  if (signIn !== undefined) return <LandingPage frame={frame} place={place} signIn={signIn} />;
  const refused = entrance?.refusal && noOf(deps, { entrance, code: asked?.code ?? "", at: frame.asOf });
  const no = content.no ?? refused;
  const who = sender && whoOf(sender);
  const since = entrance?.present?.checkedInAt;
  if (since !== undefined && place && content.no === undefined)
    return <DonePage frame={frame} place={place} since={since} />;
  if (!no && place && who) return <LandingPage frame={frame} place={place} who={who} />;
  return (
    <RefusedPage frame={frame} place={place} no={no ?? { why: "unknown" }} who={who} asked={asked && pathOf(asked)} />
  );
}
