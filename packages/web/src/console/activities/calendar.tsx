import { Alert, Button } from "antd";
import type { ListedActivity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { instantAt, wallAt } from "../../shared/wall-time.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { activitiesWords } from "./activities.words.ts";
import { ActivityFilters } from "./filters.tsx";
import { dayAfter, monthAfter, weeksOf } from "./span.ts";
import { useAsked } from "./use-asked.ts";

const MOST = 200;
/** More than these would make a day's box grow. */
const SHOWN = 4;

interface Entry {
  activity: ListedActivity;
  /** `HH:mm` where it begins on that day. */
  time: string;
}

/** What goes on on each local day; sessions over midnight are on both. */
function byDay(items: readonly ListedActivity[], zone: string): ReadonlyMap<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const activity of items)
    for (const { startsAt, endsAt } of activity.sessions) {
      const [start, last] = [wallAt(startsAt, zone), wallAt(new Date(Date.parse(endsAt) - 1).toISOString(), zone)];
      for (let day = start.slice(0, 10); day <= last.slice(0, 10); day = dayAfter(day, 1)) {
        const entry = { activity, time: day === start.slice(0, 10) ? start.slice(11) : "" };
        days.set(day, [...(days.get(day) ?? []), entry]);
      }
    }
  return days;
}

/** A month of activities. */
export function Calendar() {
  const say = useWords(activitiesWords);
  const { narrowed, status, month, today, zone } = useAsked();
  const weeks = weeksOf(month);
  const [first = "", last = ""] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
  const span = { from: instantAt(`${first}T00:00`, zone), to: instantAt(`${dayAfter(last, 1)}T00:00`, zone) };
  const read = useReading("GET /activities", { query: { ...narrowed, status, ...span, limit: MOST } });
  return (
    <section>
      <div className="list-head">
        <div className="list-filters">
          <ActivityFilters without={["days"]} />
        </div>
        <Months month={month} today={today} />
      </div>
      <Loaded of={read} skeleton={<div className="month-waiting" />}>
        {({ items, total }) => (
          <>
            {total > items.length && (
              <Alert
                type="info"
                title={say("month.cut", { count: String(items.length) })}
                action={
                  <PageLink to="/activities" search={{ from: first, to: last }}>
                    {say("month.all")}
                  </PageLink>
                }
              />
            )}
            <Month weeks={weeks} month={month} today={today} days={byDay(items, zone)} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Months({ month, today }: { month: string; today: string }) {
  const say = useWords(activitiesWords);
  const language = useLanguage();
  const [, set] = useFilters();
  const now = today.slice(0, 7);
  const goTo = (to: string) => set({ month: to === now ? undefined : to });
  const name = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  return (
    <div className="list-tools">
      <Button onClick={() => goTo(monthAfter(month, -1))}>{say("month.previous")}</Button>
      <h2 className="month-name" aria-live="polite">
        {name.format(new Date(`${month}-01T00:00:00Z`))}
      </h2>
      <Button onClick={() => goTo(monthAfter(month, 1))}>{say("month.next")}</Button>
      <Button disabled={month === now} onClick={() => goTo(now)}>
        {say("month.now")}
      </Button>
    </div>
  );
}

interface Shown {
  weeks: readonly (readonly string[])[];
  month: string;
  today: string;
  days: ReadonlyMap<string, readonly Entry[]>;
}

function Month({ weeks, month, today, days }: Shown) {
  const language = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  return (
    <table className="month">
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekday.format(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={day.startsWith(month) ? "" : "month-other"}
                {...(day === today ? { "aria-current": "date" as const } : {})}
              >
                <time dateTime={day} className="number">
                  {Number(day.slice(8))}
                </time>
                <Entries day={day} entries={days.get(day) ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Entries({ day, entries }: { day: string; entries: readonly Entry[] }) {
  const say = useWords(activitiesWords);
  const word = useDomainWords();
  if (entries.length === 0) return null;
  return (
    <ul className="month-entries">
      {entries.slice(0, SHOWN).map(({ activity: { id, title, status }, time }) => (
        <li key={`${id} ${time}`}>
          <PageLink
            to={`/activities/${id}`}
            className={`month-entry ${status}`}
            label={`${time} ${title}, ${word(`activity.status.${status}`)}`}
          >
            <span className="number">{time}</span> {title}
          </PageLink>
        </li>
      ))}
      {entries.length > SHOWN && (
        <li>
          <PageLink to="/activities" search={{ from: day, to: day }}>
            {say("month.more", { count: String(entries.length - SHOWN) })}
          </PageLink>
        </li>
      )}
    </ul>
  );
}
