import { COMMENT_LENGTH } from "@yigong/core/survey/question-set.ts";
import { commentLength, type Faulty, type Typed } from "./survey-input.ts";
import { type Frame, Shell } from "./survey-shell.tsx";
import { type Say, type WordKey, wordsOf } from "./survey-words.ts";

/** What a form shows: whom it is about, what was typed before, and what of it could not be taken. */
export interface Form {
  frame: Frame;
  title: string;
  closesAt: string;
  /** Tells a form that is sent twice from two forms. */
  submission: string;
  typed?: Typed;
  /** Absent on a fresh form. */
  faults?: readonly Faulty[];
}

type Choices = "satisfaction" | "attitude" | "punctuality" | "solved" | "recommend";

const STEPS = ["one", "two", "three", "four", "five"] as const;
const SOLVED = ["yes", "partly", "no"] as const;

interface Question {
  field: Choices;
  columns: string;
  options: readonly { value: string; text: string; word?: string }[];
}

const scale = (say: Say, field: "satisfaction" | "attitude" | "punctuality"): Question => ({
  field,
  columns: "row",
  options: STEPS.map((step, at) => ({ value: `${at + 1}`, text: `${at + 1}`, word: say(`survey.${field}.${step}`) })),
});

const questionsOf = (say: Say): Question[] => [
  scale(say, "satisfaction"),
  {
    field: "solved",
    columns: "row three",
    options: SOLVED.map((value) => ({ value, text: say(`survey.solved.${value}`) })),
  },
  scale(say, "attitude"),
  scale(say, "punctuality"),
  {
    field: "recommend",
    columns: "row eleven",
    options: Array.from({ length: 11 }, (_, step) => ({ value: `${step}`, text: `${step}` })),
  },
];

const faultKey = (field: Faulty): Exclude<WordKey & `survey.fault.${string}`, "survey.fault.comment"> =>
  field === "satisfaction" ? "survey.fault.satisfaction" : "survey.fault.choice";

const whyOf = (say: Say, field: Faulty, typed: Typed): string =>
  field === "comment" ? say("survey.fault.comment", { length: commentLength(typed) }) : say(faultKey(field));

const Mark = ({ say, must }: { say: Say; must: boolean }) => (
  <>
    {" "}
    <span class={must ? "mark must" : "mark"}>{say(must ? "survey.form.required" : "survey.form.optional")}</span>
  </>
);

const Ask = ({ question, number, say, form }: { question: Question; number: number; say: Say; form: Form }) => {
  const { field, columns, options } = question;
  const must = field === "satisfaction";
  const faulty = form.faults?.includes(field) ?? false;
  return (
    <fieldset id={field} aria-describedby={faulty ? `${field}-why` : undefined}>
      <legend>
        {number}. {say(`survey.question.${field}`)}
        <Mark say={say} must={must} />
      </legend>
      {faulty && (
        <p class="why" id={`${field}-why`}>
          {whyOf(say, field, form.typed ?? {})}
        </p>
      )}
      <div class={columns}>
        {options.map(({ value, text, word }) => (
          <label class="choice">
            <input type="radio" name={field} value={value} required={must} checked={form.typed?.[field] === value} />
            <span>
              {text}
              {word && <small>{word}</small>}
            </span>
          </label>
        ))}
      </div>
      {field === "recommend" && (
        <p class="ends">
          <span>{say("survey.recommend.lowest")}</span>
          <span>{say("survey.recommend.highest")}</span>
        </p>
      )}
    </fieldset>
  );
};

const Comment = ({ say, form }: { say: Say; form: Form }) => {
  const faulty = form.faults?.includes("comment") ?? false;
  return (
    <div class="card">
      <label class="name" for="comment">
        {say("survey.question.comment")}
        <Mark say={say} must={false} />
      </label>
      {faulty && (
        <p class="why" id="comment-why">
          {whyOf(say, "comment", form.typed ?? {})}
        </p>
      )}
      <textarea
        id="comment"
        name="comment"
        rows={4}
        maxlength={COMMENT_LENGTH}
        aria-invalid={faulty ? "true" : undefined}
        aria-describedby={faulty ? "comment-why comment-limit" : "comment-limit"}
      >
        {form.typed?.comment ?? ""}
      </textarea>
      <p class="quiet" id="comment-limit">
        {say("survey.form.commentLimit")}
      </p>
    </div>
  );
};

const Faults = ({ say, form }: { say: Say; form: Form }) => {
  if (!form.faults) return null;
  const [first] = form.faults;
  return (
    <div class="fault" role="alert">
      <h2>{say("survey.fault.title")}</h2>
      <p>{first ? <a href={`#${first}`}>{whyOf(say, first, form.typed ?? {})}</a> : say("survey.fault.form")}</p>
    </div>
  );
};

/** At most five questions with large targets and one comment. @source docs/domain.md E6 */
export const FormPage = ({ form }: { form: Form }) => {
  const { frame, title, closesAt, submission } = form;
  const say = wordsOf(frame.language);
  const heading = say("survey.page.title");
  return (
    <Shell frame={frame} title={form.faults ? `${say("survey.fault.title")} · ${heading}` : heading}>
      <h1>{heading}</h1>
      <p>{say("survey.page.intro", { alliance: frame.alliance, title })}</p>
      <p class="quiet">{say("survey.page.privacy")}</p>
      <Faults say={say} form={form} />
      <form method="post" autocomplete="off">
        <input type="hidden" name="submission" value={submission} />
        {questionsOf(say).map((question, at) => (
          <Ask question={question} number={at + 1} say={say} form={form} />
        ))}
        <Comment say={say} form={form} />
        <button type="submit">{say("survey.form.send")}</button>
        <p class="quiet foot">{say("survey.page.closes", { closesAt })}</p>
      </form>
    </Shell>
  );
};
