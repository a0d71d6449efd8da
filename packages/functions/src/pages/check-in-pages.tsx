import type { OwnSession } from "@yigong/application/attendance/list-open-sessions.ts";
import { text } from "@yigong/core/language/index.ts";
import { instantText, periodText } from "@yigong/core/language/when.ts";
import type { Child } from "hono/jsx";
import { Shell, type Frame as ShellFrame } from "./certificate-shell.tsx";
import { type No, wordsOf } from "./check-in-refusals.ts";

export interface Frame extends ShellFrame {
  zone: string;
  /** Now, ISO-8601 UTC. */
  asOf: string;
}

/** What a code is for. */
export interface Place {
  activityId: string;
  title: string;
  where: string;
  session: { startsAt: string; endsAt: string };
}

/** Who is signed in. */
export interface Who {
  memberId: string;
  name: string;
}

const About = ({ frame, place }: { frame: Frame; place: Place }) => (
  <>
    <p>
      <b>{place.title}</b>
    </p>
    <p class="quiet">
      {periodText(frame.language, place.session.startsAt, place.session.endsAt, frame)} · {place.where}
    </p>
  </>
);

const Page = ({ frame, title, children }: { frame: Frame; title: string; children: Child }) => (
  <Shell frame={frame} title={title}>
    {children}
  </Shell>
);

/** The form keeps for whom it was shown: another tab may have signed somebody else in. */
const Button = ({ frame, who, action }: { frame: Frame; who: Who; action?: string | undefined }) => (
  <form method="post" action={action}>
    <input type="hidden" name="as" value={who.memberId} />
    <p class="quiet">{text(frame.language, "attendance.checkIn.as", { name: who.name })}</p>
    <button type="submit">{text(frame.language, "attendance.checkIn.button")}</button>
  </form>
);

interface Landing {
  frame: Frame;
  place?: Place | undefined;
  who?: Who;
  /** Nobody is signed in: where to come back to. */
  signIn?: string;
}

/** What the code is for, and the button; or first the way to sign in. */
export const LandingPage = ({ frame, place, who, signIn }: Landing) => {
  const title = text(frame.language, "attendance.checkIn.title");
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <div class="card">
        {place && <About frame={frame} place={place} />}
        {who && <Button frame={frame} who={who} />}
        {signIn !== undefined && (
          <>
            <p>{text(frame.language, "attendance.checkIn.signInFirst")}</p>
            <form method="get" action="/sign-in">
              <input type="hidden" name="next" value={signIn} />
              <button type="submit">{text(frame.language, "attendance.checkIn.signIn")}</button>
            </form>
          </>
        )}
      </div>
    </Page>
  );
};

/** Since when they are there, and what comes next. */
export const DonePage = ({ frame, place, since }: { frame: Frame; place: Place; since: string }) => {
  const { language } = frame;
  const title = text(language, "attendance.checkIn.done");
  return (
    <Page frame={frame} title={title}>
      <div class="card result valid" role="status">
        <h1>{title}</h1>
        <p>{text(language, "attendance.checkIn.since", { at: instantText(language, since, frame) })}</p>
        <About frame={frame} place={place} />
        <p>
          {text(language, "attendance.checkIn.next", { endsAt: instantText(language, place.session.endsAt, frame) })}
        </p>
        <a class="again" href={`/m/activities/${place.activityId}`}>
          {text(language, "attendance.checkIn.toActivity")}
        </a>
      </div>
    </Page>
  );
};

interface Refused {
  frame: Frame;
  place?: Place | undefined;
  no: No;
  who?: Who | undefined;
  /** The path that was asked for. */
  asked?: string | undefined;
}

/** Why nobody was checked in, and the way on. */
export const RefusedPage = ({ frame, place, no, who, asked }: Refused) => {
  const { language } = frame;
  const title = text(language, "attendance.checkIn.refused");
  return (
    <Page frame={frame} title={title}>
      <div class="card result" role="alert">
        <h1>{title}</h1>
        <p>{wordsOf(language, no, frame)}</p>
        {place && <About frame={frame} place={place} />}
        {no.why === "otherPerson" && who && <Button frame={frame} who={who} action={asked} />}
        {(no.why === "wrong" || no.why === "shownEarlier") && (
          <a class="again" href="/c">
            {text(language, "attendance.checkIn.again")}
          </a>
        )}
        {place && no.why !== "otherPerson" && (
          <p>
            <a class="again" href={`/m/activities/${place.activityId}`}>
              {text(language, "attendance.checkIn.toActivity")}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
};

interface Typing {
  who: Who;
  open: readonly OwnSession[];
  next?: OwnSession | undefined;
}

/** Where the code is typed: digits for thumbs, for the sessions of this hour. */
export const TypingPage = ({ frame, typing: { who, open, next } }: { frame: Frame; typing: Typing }) => {
  const { language } = frame;
  const title = text(language, "attendance.checkIn.title");
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      {open.length > 0 ? (
        <form method="post" class="card" autocomplete="off">
          <input type="hidden" name="as" value={who.memberId} />
          <Which frame={frame} open={open} />
          <label class="name" for="code">
            {text(language, "attendance.checkIn.typed.label")}
          </label>
          <input
            id="code"
            name="code"
            type="text"
            inputmode="numeric"
            maxlength={12}
            required
            aria-describedby="what"
          />
          <p class="quiet" id="what">
            {text(language, "attendance.checkIn.typed.what")}
          </p>
          <p class="quiet">{text(language, "attendance.checkIn.as", { name: who.name })}</p>
          <button type="submit">{text(language, "attendance.checkIn.button")}</button>
        </form>
      ) : (
        <div class="card">
          <p>{text(language, "attendance.checkIn.typed.none")}</p>
          {next && (
            <p>
              {text(language, "attendance.checkIn.typed.later", {
                title: next.title,
                opensAt: instantText(language, next.opensAt, frame),
              })}
            </p>
          )}
        </div>
      )}
    </Page>
  );
};

const Which = ({ frame, open }: { frame: Frame; open: readonly OwnSession[] }) => {
  const [first, ...others] = open;
  if (first && others.length === 0)
    return (
      <>
        <input type="hidden" name="session" value={`${first.activityId}/${first.sessionId}`} />
        <About
          frame={frame}
          place={{ activityId: first.activityId, title: first.title, where: first.place, session: first }}
        />
      </>
    );
  return (
    <fieldset>
      <legend>{text(frame.language, "attendance.checkIn.typed.which")}</legend>
      {open.map((one, index) => (
        <label class="choice">
          <input
            type="radio"
            name="session"
            value={`${one.activityId}/${one.sessionId}`}
            required
            checked={index === 0}
          />
          <span>
            {one.title}
            <small>{periodText(frame.language, one.startsAt, one.endsAt, frame)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
