import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import type { MyClasses, TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Chip, Empty } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

const MOST = 50;

/** Training of one person: what is ahead, what they teach, what is open, and how they did. */
export default function LearnPage() {
  const say = useWords(classPageWords);
  const mine = useReading("GET /me/classes", {});
  const open = useReading("GET /classes", { query: { limit: MOST } });
  return (
    <Page title={say("learn.title")} back="/me">
      <Loaded of={mine}>{(data) => <Mine mine={data} />}</Loaded>
      <Loaded of={open}>{({ items }) => <Open classes={items.filter(({ state }) => state === "planned")} />}</Loaded>
      <Loaded of={mine}>{({ results }) => <Results results={results} />}</Loaded>
      <Link href="/courses" className="button plain">
        {say("learn.courses")}
      </Link>
    </Page>
  );
}

function Mine({ mine: { ahead, teaches } }: { mine: MyClasses }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  return (
    <>
      {teaches.length > 0 && <Classes title={say("learn.teaches")} classes={teaches} />}
      <section>
        <h2>{say("learn.mine")}</h2>
        {ahead.length === 0 && <p className="quiet">{say("learn.mine.none")}</p>}
        <ul className="items">
          {ahead.map(({ classId, sessionId, title, place, startsAt, endsAt, state }) => (
            <li key={sessionId}>
              <Link href={`/classes/${classId}`} className="item">
                <div className="row top-aligned">
                  <p className="strong grow">{title}</p>
                  <Chip tone={state === "placed" ? "good" : "soon"}>{say(`seat.${state}`)}</Chip>
                </div>
                <p className="quiet">
                  {when.period(startsAt, endsAt)} · {place}
                </p>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Open({ classes }: { classes: TrainingClass[] }) {
  const say = useWords(classPageWords);
  if (classes.length === 0) return <Empty title={say("learn.open.none")} />;
  return <Classes title={say("learn.open")} classes={classes.toReversed()} />;
}

function Classes({ title, classes }: { title: string; classes: readonly TrainingClass[] }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  return (
    <section>
      <h2>{title}</h2>
      <ul className="items">
        {classes.map(({ id, course, place, startsAt, sessions, state }) => (
          <li key={id}>
            <Link href={`/classes/${id}`} className="item">
              <div className="row top-aligned">
                <p className="strong grow">{course.title}</p>
                <Chip>{say(`state.${state}`)}</Chip>
              </div>
              <p className="quiet">
                {when.instant(startsAt)} · {place}
                {sessions[0] &&
                  ` · ${say("seats")} ${say("taken", { placed: String(sessions[0].placed), seats: String(sessions[0].seats) })}`}
              </p>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Results({ results }: { results: MyClasses["results"] }) {
  const say = useWords(classPageWords);
  const word = useDomainWords();
  const when = useWhen();
  if (results.length === 0) return null;
  return (
    <section>
      <h2>{say("learn.results")}</h2>
      <ul className="items">
        {results.map(({ classId, title, day, outcome, certificate }) => (
          <li key={classId} className="item">
            <div className="row top-aligned">
              <p className="strong grow">{title}</p>
              <Chip tone={outcome === "passed" ? "good" : outcome === "failed" ? "late" : "plain"}>
                {word(`result.outcome.${outcome}`)}
              </Chip>
            </div>
            <p className="quiet">
              {when.date(day)}
              {certificate &&
                ` · ${certificate.skill} · ${certificate.until ? say("until", { day: when.date(certificate.until) }) : say("forGood")}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
