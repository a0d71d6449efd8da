import { Skeleton } from "antd";
import type { Activity, ListedActivity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { activitiesWords } from "./activities.words.ts";
import { ActivityFilters, STATUSES } from "./filters.tsx";
import { useAsked } from "./use-asked.ts";

/** What is over is for the list. */
const OVER: readonly Activity["status"][] = ["done", "cancelled"];
const COLUMNS = STATUSES.filter((status) => !OVER.includes(status));
const SHOWN = 20;

/** Activities under way, a column for each stage. */
export function Board() {
  const say = useWords(activitiesWords);
  return (
    <section>
      <div className="list-head">
        <div className="list-filters">
          <ActivityFilters without={["status", "days"]} />
        </div>
        <span className="quiet">{say("board.over")}</span>
      </div>
      <div className="board">
        {COLUMNS.map((status) => (
          <Column key={status} status={status} />
        ))}
      </div>
    </section>
  );
}

function Column({ status }: { status: Activity["status"] }) {
  const say = useWords(activitiesWords);
  const word = useDomainWords();
  const [filters] = useFilters();
  const { narrowed } = useAsked();
  const read = useReading("GET /activities", { query: { ...narrowed, status, limit: SHOWN } });
  const total = read.data?.total ?? 0;
  return (
    <section className="board-column" aria-labelledby={`board-${status}`}>
      <h2 id={`board-${status}`}>
        {word(`activity.status.${status}`)} {read.data && <span className="quiet number">{total}</span>}
      </h2>
      <Loaded of={read} skeleton={<Skeleton active title={false} paragraph={{ rows: 4 }} />}>
        {({ items }) => (
          <ul className="board-cards">
            {items.map((one) => (
              <BoardCard key={one.id} one={one} />
            ))}
            {items.length === 0 && <li className="quiet">{say("board.none")}</li>}
            {total > items.length && (
              <li>
                <PageLink to="/activities" search={{ ...filters, view: "", status }}>
                  {say("board.all", { count: String(total) })}
                </PageLink>
              </li>
            )}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function BoardCard({ one: { id, title, sessions, people, nextDueAt, stages } }: { one: ListedActivity }) {
  const say = useWords(activitiesWords);
  const word = useDomainWords();
  const when = useWhen();
  const stage = stages.find(({ enteredAt, endedAt }) => enteredAt && !endedAt)?.name;
  return (
    <li className="board-card">
      <PageLink to={`/activities/${id}`} className="clamp">
        {title}
      </PageLink>
      <span className="quiet number">{when.instant(sessions[0]?.startsAt ?? "")}</span>
      <span className="number">
        {say("people.of", { placed: String(people.placed), headCount: String(people.headCount) })}
      </span>
      {nextDueAt && stage && (
        <span className="quiet number">
          {say("due", { stage: word(`activity.stage.${stage}`), when: when.instant(nextDueAt) })}
        </span>
      )}
    </li>
  );
}
