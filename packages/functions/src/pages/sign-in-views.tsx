import type { Language } from "@yigong/core/language/catalogue.ts";
import type { Child } from "hono/jsx";
import { saying } from "./sign-in-words.ts";

/** An address of ours with what is carried from page to page. */
export const linkTo = (path: string, query: Record<string, string | undefined>): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
};

/** A way that is offered: its address and what it is called. */
export interface Offer {
  href: string;
  label: string;
}

const Ways = ({ offers }: { offers: readonly Offer[] }) => (
  <>
    {offers.map(({ href, label }, index) => (
      <a class={index === 0 ? "way first" : "way"} href={href}>
        {label}
      </a>
    ))}
  </>
);

export const Trial = ({ language }: { language: Language }) => {
  const say = saying(language);
  return (
    <div class="card trial" role="note">
      <h2>{say("trial")}</h2>
      <p>{say("trialBody")}</p>
    </div>
  );
};

/** The ways that there are, the first of them the one to take. */
export const WaysView = ({
  language,
  offers,
  note,
  isTrial,
}: {
  language: Language;
  offers: readonly Offer[];
  note?: string | undefined;
  isTrial: boolean;
}) => {
  const say = saying(language);
  return (
    <>
      <h1>{say("title")}</h1>
      <p>{note ?? say("intro")}</p>
      {isTrial && <Trial language={language} />}
      <Ways offers={offers} />
    </>
  );
};

/** One thing that is so, and the ways on. */
export const NoticeView = ({
  title,
  body,
  offers = [],
}: {
  title: string;
  body: string;
  offers?: readonly Offer[];
}) => (
  <>
    <div class="fault" role="alert">
      <h1>{title}</h1>
      <p>{body}</p>
    </div>
    <Ways offers={offers} />
  </>
);

/** An empty roster: what has to be done before anybody signs in. */
export const EmptyView = ({ language, action }: { language: Language; action?: string | undefined }) => {
  const say = saying(language);
  return (
    <>
      <div class="card">
        <h1>{say("empty")}</h1>
        <p>{action ? say("emptyTry") : say("emptyBody")}</p>
      </div>
      {action && (
        <form method="post" action={action}>
          <button type="submit">{say("importExample")}</button>
        </form>
      )}
    </>
  );
};

interface Ask {
  language: Language;
  action: string;
  title: string;
  intro: string;
  typed: string;
  isFaulty: boolean;
  /** Where else to go. */
  offers: readonly Offer[];
}

/** Asks for the employee number, to which a code is sent. */
export const NumberView = ({ language, action, title, intro, typed, isFaulty, offers }: Ask) => {
  const say = saying(language);
  return (
    <>
      <h1>{title}</h1>
      <form method="post" action={action}>
        <div class="card">
          <p>{intro}</p>
          <Field
            name="number"
            label={say("number")}
            hint={say("numberHint")}
            why={isFaulty ? say("numberFault") : undefined}
            input={{ value: typed, maxlength: 32, autocomplete: "username", autocapitalize: "none" }}
          />
          <button type="submit">{say("send")}</button>
        </div>
      </form>
      <Ways offers={offers} />
    </>
  );
};

/** Asks for the code. */
export const CodeView = ({
  language,
  action,
  number,
  fault,
  isTrial,
  offers,
}: {
  language: Language;
  action: string;
  number: string;
  fault?: string | undefined;
  isTrial: boolean;
  offers: readonly Offer[];
}) => {
  const say = saying(language);
  return (
    <>
      <h1>{say("enterTitle")}</h1>
      <form method="post" action={action} autocomplete="off">
        <div class="card digits">
          <p>{say("enterIntro", { number })}</p>
          {isTrial && <p class="quiet">{say("enterTrial")}</p>}
          <Field
            name="code"
            label={say("code")}
            why={fault}
            input={{ value: "", maxlength: 12, inputmode: "numeric", autocomplete: "one-time-code" }}
          />
          <button type="submit">{say("enter")}</button>
        </div>
      </form>
      <Ways offers={offers} />
    </>
  );
};

interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  why?: string | undefined;
  input: Record<string, string | number>;
}

const Field = ({ name, label, hint, why, input }: FieldProps): Child => {
  const notes = [...(hint ? [`${name}-hint`] : []), ...(why ? [`${name}-why`] : [])];
  return (
    <div class="field">
      <label class="name" for={name}>
        {label}
      </label>
      <input
        type="text"
        id={name}
        name={name}
        required
        spellcheck={false}
        aria-invalid={why ? "true" : undefined}
        aria-describedby={notes.length > 0 ? notes.join(" ") : undefined}
        {...input}
      />
      {hint && (
        <p class="quiet" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {why && (
        <p class="why" role="alert" id={`${name}-why`}>
          {why}
        </p>
      )}
    </div>
  );
};
