import { Tag } from "antd";
import type { Activity, Leave, Person as Somebody } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { List, type ListColumn } from "../../ui/list.tsx";
import { Person } from "../../ui/person.tsx";
import { useAll } from "../../ui/use-all.ts";
import { useUnits } from "../../ui/use-units.ts";
import { useWall } from "../../ui/use-wall.ts";
import { mayDo } from "../rights.ts";
import type { TabProps } from "../tab-props.ts";
import { LeaveCell } from "./leave-cell.tsx";
import { peopleWords } from "./people.words.ts";
import { people as columnsOf } from "./people-columns.ts";
import { PrintSheet } from "./sign-in-sheet.tsx";
import { AnswerFor, CannotFor, SignUpFor } from "./spoken.tsx";

/** Everybody of an activity in one table: duty, sign-ups, who waits, leave. */
export default function PeopleTab({ activity }: TabProps) {
  const say = useWords(peopleWords);
  const path = { id: activity.id };
  const leaves = useAll("GET /activities/{id}/leaves", { path }).data ?? [];
  const columns = useColumns(activity, leaves);
  const me = useMe();
  return (
    <List
      name="activity.people"
      title={say("title", { title: activity.title })}
      route="GET /activities/{id}/people"
      given={{ path }}
      rowKey={({ memberId }) => memberId}
      columns={columns}
      filters={<Counts activity={activity} />}
      tools={
        <>
          {mayDo(me, "participation.enter", activity) && RECRUITING.has(activity.status) && (
            <SignUpFor activity={activity} />
          )}
          <PrintSheet activity={activity} />
        </>
      }
      empty={<p>{say("empty")}</p>}
    />
  );
}

function Counts({ activity }: { activity: Activity }) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const when = useWhen();
  const path = { id: activity.id };
  const list = useReading("GET /activities/{id}/duty-list", { path, query: { limit: 1 } });
  const counts = Object.entries(list.data?.counts ?? {}).filter(([, count]) => count > 0);
  if (!list.data || list.data.total === 0) return null;
  return (
    <p className="counts">
      {say("counts.duty", { total: String(list.data.total) })}
      {counts.map(([state, count]) => (
        <span key={state}>
          {word(`participation.duty.${state as keyof typeof list.data.counts}`)} <b className="number">{count}</b>
        </span>
      ))}
      {list.data.fixedAt && (
        <span className="quiet">{say("counts.fixed", { when: when.instant(list.data.fixedAt) })}</span>
      )}
    </p>
  );
}

const RECRUITING = new Set(["recruiting"]);
/** While people are still expected. */
const AHEAD = new Set(["recruiting", "covering", "executing"]);

const PLACE_COLOUR = {
  placed: "success",
  offered: "processing",
  waiting: "warning",
  released: "default",
  withdrawn: "default",
} as const;

function useColumns(activity: Activity, leaves: readonly Leave[]): ListColumn<Somebody>[] {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const when = useWhen();
  const wall = useWall();
  const units = useUnits();
  const me = useMe();
  const facts = columnsOf(activity, word);
  const leaveOf = (memberId: string) => leaves.find((leave) => leave.memberId === memberId);
  const mayDecide = mayDo(me, "leave.decide", activity);
  return [
    {
      key: "person",
      title: say("person"),
      show: ({ memberId, name }) => <Person memberId={memberId} name={name} />,
      value: (row) => row.name,
    },
    {
      key: "number",
      title: say("number"),
      show: ({ employeeNumber }) => <span className="number">{employeeNumber}</span>,
      value: ({ employeeNumber }) => employeeNumber,
    },
    {
      key: "branch",
      title: say("branch"),
      show: ({ branchId }) => units.nameOf(branchId),
      value: ({ branchId }) => units.nameOf(branchId),
    },
    {
      key: "duty",
      title: say("duty"),
      show: ({ dutyState }) => dutyState && <Tag>{word(`participation.duty.${dutyState}`)}</Tag>,
      value: facts.duty,
    },
    {
      key: "place",
      title: say("place"),
      show: ({ places }) =>
        places.map((place) => (
          <div key={place.sessionId}>
            <Tag color={PLACE_COLOUR[place.state]}>{facts.placeWord(place.state)}</Tag> {facts.positionOf(place)}
            {place.expiresAt && (
              <div className="quiet">{say("offered.until", { when: when.instant(place.expiresAt) })}</div>
            )}
            {place.cannot && <div className="quiet">{say("cannot.said", { note: place.cannot.note })}</div>}
            {(place.said ?? place.entered) && <div className="quiet">{say("entered")}</div>}
          </div>
        )),
      value: facts.places,
    },
    {
      key: "marks",
      title: say("marks"),
      show: ({ marks = [] }) =>
        marks.map(({ sessionId, code, message }) => (
          <div key={`${sessionId}${message}`}>
            <Tag color={code.startsWith("onShift") ? "processing" : "warning"}>
              {say(code.startsWith("onShift") ? "mark.shift" : "mark.travel")}
            </Tag>{" "}
            <span className="quiet">{message}</span>
          </div>
        )),
      value: ({ marks = [] }) => marks.map(({ message }) => message).join("\n"),
    },
    {
      key: "queue",
      title: say("queue"),
      align: "right",
      show: ({ places }) => places.map((place) => <div key={place.sessionId}>{place.number}</div>),
      value: ({ places }) => places[0]?.number,
    },
    {
      key: "signedUpAt",
      title: say("signedUpAt"),
      show: ({ places }) =>
        places.map((place) => (
          <div className="nowrap" key={place.sessionId}>
            {when.instant(place.signedUpAt)}
          </div>
        )),
      value: ({ places }) => wall(places[0]?.signedUpAt),
    },
    {
      key: "leave",
      title: say("leave"),
      show: (row) =>
        row.leave && (
          <LeaveCell leave={leaveOf(row.memberId)} status={row.leave} name={row.name} mayDecide={mayDecide} />
        ),
      value: ({ leave }) => (leave ? word(`leave.status.${leave}`) : undefined),
    },
    ...(mayDo(me, "participation.enter", activity) && AHEAD.has(activity.status)
      ? [
          {
            key: "spoken",
            title: say("spoken.title"),
            show: (person: Somebody) =>
              person.memberId === me?.id ? null : (
                <div className="spoken">
                  <AnswerFor activity={activity} person={person} />
                  <CannotFor activity={activity} person={person} />
                </div>
              ),
          },
        ]
      : []),
  ];
}
