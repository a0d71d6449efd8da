import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { useScrollable } from "../../ui/use-scrollable.ts";
import { focusField } from "./item.tsx";
import { useLabelOf } from "./labels.ts";
import type { Preview, Problem } from "./new.routes.ts";
import { newWords } from "./new.words.ts";

interface Props {
  preview: Preview | undefined;
  error: unknown;
  problems: readonly Problem[];
  isPlan: boolean;
  isBehind: boolean;
  /** How many fields are still to be filled in, marked or not. */
  lacking: number;
  /** What is done with it. */
  children: ReactNode;
}

/** What it would come to, beside the form: who is asked, what speaks against it, what happens when. */
export function Checks({ preview, error, problems, isPlan, isBehind, lacking, children }: Props) {
  const say = useWords(newWords);
  const place = useScrollable<HTMLElement>(".checks-body");
  return (
    <aside className="checks" aria-labelledby="checks" ref={place}>
      <header className="card-head">
        <h2 id="checks">{say(isPlan ? "check.plan" : "check")}</h2>
        <span className="quiet" role="status">
          {isBehind ? say("check.waiting") : ""}
        </span>
      </header>
      <div className="checks-body">
        {!preview && error ? <Trouble error={error} /> : undefined}
        {!preview && !error && <Skeleton active paragraph={{ rows: 8 }} />}
        {preview && (
          <>
            <Counts preview={preview} />
            <Problems problems={problems} lacking={lacking} />
            <Steps steps={preview.steps} title={say(isPlan ? "check.steps.plan" : "check.steps")} />
          </>
        )}
      </div>
      <footer className="checks-act">{children}</footer>
    </aside>
  );
}

function Counts({ preview: { asked, duty, places, skills, clashes } }: { preview: Preview }) {
  const say = useWords(newWords);
  const when = useWhen();
  const people = (count: number) => say("check.people", { count: String(count) });
  const each = [...new Map(skills.map(({ skill, people: count }) => [skill, count]))];
  return (
    <dl className="check-counts">
      <Count name={say("check.asked")}>{people(asked)}</Count>
      {duty > 0 && <Count name={say("check.duty")}>{people(duty)}</Count>}
      <Count name={say("check.places")}>{say("check.places.count", { count: String(places) })}</Count>
      {each.map(([skill, count]) => (
        <Count key={skill} name={say("check.skill", { skill })}>
          {people(count)}
        </Count>
      ))}
      {clashes.shifts > 0 && <Count name={say("check.shifts")}>{people(clashes.shifts)}</Count>}
      {clashes.activities.length > 0 && (
        <>
          <dt>{say("check.clash")}</dt>
          <dd className="clashes">
            {clashes.activities.map(({ id, title, startsAt, endsAt }) => (
              <a key={id} href={`/console/activities/${id}`} target="_blank" rel="noreferrer">
                {title} <span className="number">{when.period(startsAt, endsAt)}</span>
              </a>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

const Count = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd className="number">{children}</dd>
  </>
);

function Problems({ problems, lacking }: Pick<Props, "problems" | "lacking">) {
  const say = useWords(newWords);
  const labelOf = useLabelOf();
  const isMarked = problems.some(({ blocking }) => blocking);
  if (problems.length === 0 && lacking === 0) return <p className="fine">{say("check.fine")}</p>;
  return (
    <>
      {lacking > 0 && !isMarked && <p className="quiet">{say("check.lacking", { count: String(lacking) })}</p>}
      {([true, false] as const).map((blocking) => {
        const these = problems.filter((problem) => problem.blocking === blocking);
        if (these.length === 0) return null;
        return (
          <div key={String(blocking)}>
            <h3>{say(blocking ? "check.problems" : "check.hints")}</h3>
            <ul className="check-list">
              {these.map(({ path, text }) => (
                <li key={`${path} ${text}`} className={blocking ? "late" : "soon"}>
                  <button type="button" onClick={() => focusField(path)}>
                    {labelOf(path) ? say("check.at", { field: labelOf(path) ?? "", text }) : text}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

function Steps({ steps, title }: { steps: Preview["steps"]; title: string }) {
  const say = useWords(newWords);
  const when = useWhen();
  return (
    <>
      <h3>{title}</h3>
      {steps.length === 0 ? (
        <p className="quiet">{say("check.steps.none")}</p>
      ) : (
        <ol className="steps">
          {steps.map(({ at, text }) => (
            <li key={`${at} ${text}`}>
              <span className="quiet number">{when.instant(at)}</span>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
