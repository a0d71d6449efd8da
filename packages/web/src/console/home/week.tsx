import { Empty, Skeleton, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { wallAt } from "../../shared/wall-time.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { WeekItem } from "./home.routes.ts";
import { homeWords } from "./home.words.ts";

/** This week's activities by day. */
export function Week() {
  const say = useWords(homeWords);
  const week = useReading("GET /me/week");
  return (
    <section className="card" aria-labelledby="week">
      <header className="card-head">
        <h2 id="week">{say("week")}</h2>
        <PageLink to="/activities" search={{ view: "calendar" }}>
          {say("week.all")}
        </PageLink>
      </header>
      <Loaded of={week} skeleton={<Skeleton active paragraph={{ rows: 5 }} />}>
        {({ items }) => (items.length === 0 ? <NoWeek /> : <Days items={items} />)}
      </Loaded>
    </section>
  );
}

function NoWeek() {
  const say = useWords(homeWords);
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("week.none")}>
      <p className="quiet">{say("week.first")}</p>
    </Empty>
  );
}

function Days({ items }: { items: readonly WeekItem[] }) {
  const when = useWhen();
  const days = new Map<string, WeekItem[]>();
  for (const item of items) {
    const day = when.day(item.startsAt);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return (
    <ol className="week">
      {[...days].map(([day, activities]) => (
        <li key={day}>
          <h3 className="week-day">{day}</h3>
          <ul className="week-items">
            {activities.map((item) => (
              <WeekLine key={`${item.activityId} ${item.startsAt}`} item={item} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Times below the day that they are of; longer spans with their days. */
function useTimes() {
  const when = useWhen();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return (from: string, to: string) => {
    const [start, end] = [wallAt(from, zone), wallAt(to, zone)];
    return start.slice(0, 10) === end.slice(0, 10) ? `${start.slice(11)}–${end.slice(11)}` : when.period(from, to);
  };
}

function WeekLine({
  item: { activityId, title, stage, startsAt, endsAt, place, placed, headCount, mine },
}: {
  item: WeekItem;
}) {
  const say = useWords(homeWords);
  const word = useDomainWords();
  const times = useTimes();
  return (
    <li className="week-item">
      <span className="number quiet">{times(startsAt, endsAt)}</span>
      <PageLink className="clamp" to={`/activities/${activityId}`}>
        {title}
      </PageLink>
      <span className="quiet">
        <Tag>{word(`activity.stage.${stage}`)}</Tag>{" "}
        <span className="number">{say("people.of", { placed: String(placed), headCount: String(headCount) })}</span>{" "}
        {place}
        {mine && ` · ${say("week.mine")}`}
      </span>
    </li>
  );
}
