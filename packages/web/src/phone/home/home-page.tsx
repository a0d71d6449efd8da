import { useState } from "react";
import type { Home, Todo } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActivityItem } from "../activities/activity-item.tsx";
import { Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Empty, Note } from "../ui/parts.tsx";
import { PointsBar } from "../ui/points-bar.tsx";
import { TaskLink } from "../ui/task-link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { homeWords } from "./home.words.ts";

export function HomePage() {
  const say = useWords(homeWords);
  const home = useReading("GET /me/home");
  // Whose page this is must be known before anything is sent from it.
  useMe();
  return (
    <Page title={home.data ? say("hello", { name: home.data.me.name }) : say("title")}>
      <Loaded of={home}>{(data) => <Content home={data} />}</Loaded>
    </Page>
  );
}

function Content({ home }: { home: Home }) {
  const say = useWords(homeWords);
  return (
    <>
      <Next next={home.next} />
      {home.next && home.todo > 1 && <More first={home.next} count={home.todo - 1} />}
      {!home.me.isVolunteer && <Note tone="soon">{say("volunteer.no")}</Note>}
      <Points points={home.points} />
      <h2>{say("activities.title")}</h2>
      <Activities activities={home.activities} />
    </>
  );
}

function Next({ next }: { next: Todo | undefined }) {
  const say = useWords(homeWords);
  const when = useWhen();
  if (!next)
    return (
      <Card>
        <p className="strong">{say("next.none")}</p>
        <p className="quiet">{say("next.none.detail")}</p>
      </Card>
    );
  return (
    <Card className="next">
      <h2>{next.title}</h2>
      <p>{next.detail}</p>
      {next.dueAt && <p className="quiet">{say("due", { when: when.instant(next.dueAt) })}</p>}
      <TaskLink href={next.href} className="button primary">
        {next.button}
      </TaskLink>
    </Card>
  );
}

/** The rest of what is asked, on request: the first card stays the one thing to do. */
function More({ first, count }: { first: Todo; count: number }) {
  const say = useWords(homeWords);
  const when = useWhen();
  const [open, setOpen] = useState(false);
  const todo = useReading("GET /me/todo", {}, { enabled: open });
  const rest = todo.data?.items.filter(({ key }) => key !== first.key) ?? [];
  if (!open)
    return (
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {say("next.more", { count: String(count) })}
      </Button>
    );
  return (
    <Loaded of={todo}>
      {() => (
        <ul className="items">
          {rest.map(({ key, title, detail, dueAt, href }) => (
            <li key={key}>
              <TaskLink href={href} className="item">
                <p className="strong clamp">{title}</p>
                <p className="quiet">{detail}</p>
                {dueAt && <p className="quiet">{say("due", { when: when.instant(dueAt) })}</p>}
              </TaskLink>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function Points({ points: { year, points, floor, preferred } }: { points: Home["points"] }) {
  const say = useWords(homeWords);
  return (
    <Card>
      <div className="row">
        <h2 className="grow">{say("points.title", { year: String(year) })}</h2>
        <p className="big fixed">{points}</p>
      </div>
      <PointsBar points={points} floor={floor?.points} above={preferred.above} />
      {floor && (
        <p className={floor.met ? "good-text" : ""}>
          {say("floor", { points: floor.points })} ·{" "}
          {floor.met ? say("floor.met") : (floor.missing?.text ?? say("floor.open"))}
        </p>
      )}
      <p className={preferred.met ? "good-text" : ""}>
        {say("preferred", { points: preferred.above })} ·{" "}
        {preferred.met ? say("preferred.met") : preferred.missing?.text}
      </p>
      <ButtonLink kind="quiet" href="/points">
        {say("points.all")}
      </ButtonLink>
    </Card>
  );
}

function Activities({ activities }: Pick<Home, "activities">) {
  const say = useWords(homeWords);
  const all = (
    <ButtonLink kind="quiet" href="/activities">
      {say("activities.all")}
    </ButtonLink>
  );
  if (activities.length === 0)
    return (
      <Empty title={say("activities.empty")} act={all}>
        {say("activities.empty.detail")}
      </Empty>
    );
  return (
    <>
      <ul className="items">
        {activities.slice(0, 5).map((activity) => (
          <li key={activity.id}>
            <ActivityItem activity={activity} />
          </li>
        ))}
      </ul>
      {all}
    </>
  );
}
