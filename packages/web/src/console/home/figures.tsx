import { Skeleton } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Trend } from "../ui/trend.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { MonthShare } from "./home.routes.ts";
import { homeWords } from "./home.words.ts";

const MONTHS = 12;

/** `2026-09` as people say it. */
function useMonth() {
  const language = useLanguage();
  return (month: string) =>
    new Intl.DateTimeFormat(language, { year: "numeric", month: "short", timeZone: "UTC" }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
}

/** The last month that has something to divide by. */
const latest = (months: readonly MonthShare[]) => months.findLast(({ percentage }) => percentage !== undefined);
const shares = (months: readonly MonthShare[]) =>
  months.map(({ percentage }) => (percentage === undefined ? undefined : Number.parseFloat(percentage)));
const percent = (percentage: string) => (percentage.endsWith("%") ? percentage : `${percentage}%`);

/** Three figures with how they went over a year; each opens its records. */
export function Figures() {
  const say = useWords(homeWords);
  const month = useMonth();
  const trend = useReading("GET /figures/trend", { query: { months: MONTHS } }, { live: false });
  return (
    <section
      className="bench-figures"
      aria-label={`${say("participations")}, ${say("archivedOnTime")}, ${say("satisfaction")}`}
    >
      <Loaded of={trend} skeleton={<Waiting />}>
        {({ participations, archivedOnTime, satisfaction }) => {
          const now = participations.at(-1);
          const share = (name: "archivedOnTime" | "satisfaction", months: readonly MonthShare[]) => {
            const last = latest(months);
            return (
              <Figure
                title={say(name)}
                value={last?.percentage === undefined ? undefined : percent(last.percentage)}
                about={last ? say("of.share", { ...textual(last), month: month(last.month) }) : ""}
                values={shares(months)}
                of={
                  name === "archivedOnTime" ? { to: "/register" } : { to: "/activities", search: spanOf(last?.month) }
                }
              />
            );
          };
          return (
            <>
              <Figure
                title={say("participations")}
                value={now && String(now.value)}
                about={now ? say("of.month", { month: month(now.month) }) : ""}
                values={participations.map(({ value }) => value)}
                of={{ to: "/activities", search: spanOf(now?.month) }}
              />
              {share("archivedOnTime", archivedOnTime)}
              {share("satisfaction", satisfaction)}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

const textual = ({ numerator, denominator }: MonthShare) => ({
  numerator: String(numerator),
  denominator: String(denominator),
});

/** A month as the filters of the activities have it. */
function spanOf(month: string | undefined): Record<string, string> {
  if (!month) return {};
  const [year = 0, at = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

interface Shown {
  title: string;
  value: string | undefined;
  about: string;
  values: readonly (number | undefined)[];
  of: { to: string; search?: Record<string, string> };
}

function Figure({ title, value, about, values, of }: Shown) {
  const say = useWords(homeWords);
  const known = values.map((one) => (one === undefined ? "–" : String(one))).join(" ");
  return (
    <div className="bench-figure">
      <PageLink className="bench-figure-link" {...of}>
        <span className="bench-figure-title">{title}</span>
        <span className={`bench-figure-value number ${value === undefined ? "quiet" : ""}`}>
          {value ?? say("figure.none")}
        </span>
      </PageLink>
      <span className="quiet number">{about}</span>
      {value !== undefined && (
        <Trend values={values} label={`${title}. ${say("trend", { count: String(values.length), values: known })}`} />
      )}
    </div>
  );
}

const Waiting = () => (
  <div className="bench-figures-waiting">
    {[1, 2, 3].map((at) => (
      <div className="bench-figure" key={at}>
        <Skeleton active title={false} paragraph={{ rows: 3 }} />
      </div>
    ))}
  </div>
);
