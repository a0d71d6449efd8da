import { useParams } from "@tanstack/react-router";
import { Button, Progress, Skeleton } from "antd";
import type { Year } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { useThisYear } from "../awards/use-year.ts";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { Entries } from "./entries.tsx";
import { MonthChart } from "./month-chart.tsx";
import "./points.css";
import { pointsWords } from "./points.words.ts";

const MOST = 200;

/** Somebody's points of a year explained: the total, the two lines, every entry with its rule. */
export default function PersonPointsPage() {
  const say = useWords(pointsWords);
  const { id = "me" } = useParams({ strict: false }) as { id?: string };
  const [{ year: asked }, setFilters] = useFilters();
  const now = useThisYear();
  const year = Number(asked ?? now);
  const read = useReading("GET /members/{id}/points", { path: { id }, query: { year, limit: MOST } });
  const goTo = (to: number) => setFilters({ year: to === now ? undefined : String(to) });
  return (
    <Page
      title={read.data ? say("title.person", { name: read.data.name }) : say("title")}
      path={[{ to: "/points", title: say("title") }]}
      beside={<span className="number">{say("year", { year: String(year) })}</span>}
      actions={
        <>
          <Button onClick={() => goTo(year - 1)}>{say("year.earlier")}</Button>
          <Button disabled={year >= now} onClick={() => goTo(year + 1)}>
            {say("year.later")}
          </Button>
        </>
      }
    >
      <Loaded of={read} skeleton={<Skeleton active paragraph={{ rows: 12 }} />}>
        {(data) => (
          <>
            <p className="quiet">
              <Person {...data} /> · <PageLink to="/rules">{say("rules", { version: String(data.ruleSet) })}</PageLink>
            </p>
            <Cards year={data} />
            {!data.mayStand && <p>{say("stand.no")}</p>}
            {data.entries.items.length > 0 && <MonthChart year={data} />}
            <Entries year={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Cards({ year }: { year: Year }) {
  const say = useWords(pointsWords);
  return (
    <div className="points-cards">
      <section className="points-card">
        <h2>{say("total")}</h2>
        <div className="points-total number">{year.points}</div>
        <p className="quiet">
          {say("facts", {
            attendances: String(year.attendances),
            workdays: year.workdays,
            covers: String(year.covers),
          })}
        </p>
      </section>
      <Floor year={year} />
      <Preference year={year} />
    </div>
  );
}

const share = (points: string, line: string): number =>
  Number(line) <= 0 ? 100 : Math.max(0, Math.min(100, Math.round((Number(points) / Number(line)) * 100)));

function Floor({ year: { points, floor } }: { year: Year }) {
  const say = useWords(pointsWords);
  const language = useLanguage();
  return (
    <section className="points-card">
      <h2>{say("line.floor")}</h2>
      {floor ? (
        <>
          <Bar percent={share(points, floor.points)} isOver={floor.reached} label={say("line.floor")} />
          <p>{say(floor.reached ? "floor.met" : "floor.open", floor)}</p>
          {floor.change && <p className="quiet">{floor.change.text[language]}</p>}
          {floor.warned && <p className="late-text">{say("floor.warned")}</p>}
        </>
      ) : (
        <p className="quiet">{say("floor.none")}</p>
      )}
    </section>
  );
}

function Preference({ year: { points, preference } }: { year: Year }) {
  const say = useWords(pointsWords);
  const language = useLanguage();
  return (
    <section className="points-card">
      <h2>{say("line.preference")}</h2>
      <Bar percent={share(points, preference.line)} isOver={preference.exceeded} label={say("line.preference")} />
      <p>{say(preference.exceeded ? "preference.met" : "preference.open", preference)}</p>
      {preference.change && <p className="quiet">{preference.change.text[language]}</p>}
    </section>
  );
}

const Bar = ({ percent, isOver, label }: { percent: number; isOver: boolean; label: string }) => (
  <Progress
    aria-label={label}
    percent={percent}
    showInfo={false}
    strokeColor={isOver ? "var(--good)" : "var(--soon)"}
  />
);
