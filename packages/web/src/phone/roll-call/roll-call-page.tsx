import { useState } from "react";
import type { Activity, RollPerson } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useKeptReading } from "../../shared/keep/use-kept-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Card, Empty, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { Line } from "./line.tsx";
import { rollCallWords } from "./roll-call.words.ts";
import { Sessions } from "./sessions.tsx";
import { Unsettled } from "./unsettled.tsx";
import { type RollCall, useRollCall } from "./use-roll-call.ts";
import { WalkIn } from "./walk-in.tsx";

/** The leader's roll-call, which goes on without a network. */
export default function RollCallPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(rollCallWords);
  const me = useKeptReading("me", useReading("GET /members/me", {}, { live: false }));
  const activity = useKeptReading(`activity:${id}`, useReading("GET /activities/{id}", { path: { id } }));
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={activity}>
        {(data) => (me.data ? <Called activity={data} memberId={me.data.id} /> : <Skeleton />)}
      </Loaded>
    </Page>
  );
}

function Called({ activity, memberId }: { activity: Activity; memberId: string }) {
  const [sessionId, setSessionId] = useState<string>(() => Sessions.current(activity, Date.now()));
  return (
    <>
      <p className="strong">{activity.title}</p>
      <Sessions activity={activity} value={sessionId} onChange={setSessionId} />
      <Roll key={sessionId} activity={activity} sessionId={sessionId} memberId={memberId} />
    </>
  );
}

function Roll({ activity, sessionId, memberId }: { activity: Activity; sessionId: string; memberId: string }) {
  const say = useWords(rollCallWords);
  const rollCall = useRollCall(memberId, { id: activity.id, sessionId });
  const { kept, ready, error } = rollCall;
  if (!ready) return <Skeleton />;
  if (!kept.roll)
    return error ? (
      <Trouble error={error} />
    ) : navigator.onLine ? (
      <Skeleton />
    ) : (
      <Note tone="soon">{say("noList")}</Note>
    );
  return (
    <>
      {error !== undefined && <Trouble error={error} />}
      <Standing rollCall={rollCall} />
      <Unsettled rollCall={rollCall} />
      {!kept.roll.mayCall && <Note>{say("steward")}</Note>}
      <People rollCall={rollCall} />
      {kept.roll.mayCall && <WalkIn activity={activity} sessionId={sessionId} />}
    </>
  );
}

const isPresent = ({ kept: { entries } }: RollCall, { memberId, stands }: RollPerson): boolean =>
  (entries.find((entry) => entry.memberId === memberId)?.state ?? stands?.state) === "present";
const isOpen = ({ kept: { entries } }: RollCall, { memberId, stands }: RollPerson): boolean =>
  !stands && !entries.some((entry) => entry.memberId === memberId);

function Standing({ rollCall }: { rollCall: RollCall }) {
  const say = useWords(rollCallWords);
  const when = useWhen();
  const { roll, entries } = rollCall.kept;
  const people = roll?.people ?? [];
  const figures = [
    ["came", people.filter((person) => isPresent(rollCall, person)).length],
    ["expected", people.length],
    ["open", people.filter((person) => isOpen(rollCall, person)).length],
  ] as const;
  return (
    <Card>
      <div className="three">
        {figures.map(([name, count]) => (
          <div key={name}>
            <p className="big">{count}</p>
            <p className="quiet">{say(name)}</p>
          </div>
        ))}
      </div>
      <p className={entries.length > 0 ? "strong" : "quiet"} role="status">
        {entries.length > 0 ? say("waiting", { count: String(entries.length) }) : say("synced")}
      </p>
      {roll && <p className="quiet">{say("cached", { when: when.instant(roll.serverTime) })}</p>}
    </Card>
  );
}

const MANY = 8;

function People({ rollCall }: { rollCall: RollCall }) {
  const say = useWords(rollCallWords);
  const [text, setText] = useState("");
  const people = rollCall.kept.roll?.people ?? [];
  if (people.length === 0) return <Empty title={say("empty")}>{say("empty.detail")}</Empty>;
  const wanted = text.trim().toLowerCase();
  const found = people.filter(
    ({ name, employeeNumber = "" }) => name.toLowerCase().includes(wanted) || employeeNumber.includes(wanted),
  );
  return (
    <>
      {people.length > MANY && <TextInput label={say("find")} optional value={text} onChange={setText} />}
      {found.length === 0 && <p className="quiet">{say("none.found", { text: text.trim() })}</p>}
      <ul className="items">
        {found.map((person) => (
          <li key={person.memberId}>
            <Line person={person} rollCall={rollCall} />
          </li>
        ))}
      </ul>
    </>
  );
}
