import { Button } from "antd";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Activity, Person } from "../../../shared/api/routes.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { readAll } from "../../ui/use-all.ts";
import { useUnits } from "../../ui/use-units.ts";
import { peopleWords } from "./people.words.ts";
import { people as textsOf } from "./people-columns.ts";

/** A sheet to sign on paper, one box a person and session: for the door of a place without a network. */
export function PrintSheet({ activity }: { activity: Activity }) {
  const say = useWords(peopleWords);
  const [people, setPeople] = useState<readonly Person[]>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!people) return undefined;
    const done = () => setPeople(undefined);
    addEventListener("afterprint", done, { once: true });
    print();
    return () => removeEventListener("afterprint", done);
  }, [people]);
  const prepare = async () => {
    setBusy(true);
    try {
      setPeople(await readAll("GET /activities/{id}/people", { path: { id: activity.id } }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button loading={busy} onClick={() => void prepare()}>
        {say(busy ? "print.preparing" : "print")}
      </Button>
      {people && createPortal(<Sheets activity={activity} people={people} />, document.body)}
    </>
  );
}

function Sheets({ activity, people }: { activity: Activity; people: readonly Person[] }) {
  return (
    <div className="sheet">
      {activity.sessions.map((session) => (
        <Sheet
          key={session.id}
          activity={activity}
          session={session}
          people={people.filter(({ places, dutyState }) =>
            places.length > 0
              ? places.some(({ sessionId, state }) => sessionId === session.id && state === "placed")
              : dutyState === "attending",
          )}
        />
      ))}
    </div>
  );
}

interface SheetProps {
  activity: Activity;
  session: Activity["sessions"][number];
  people: readonly Person[];
}

function Sheet({ activity, session, people }: SheetProps) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const when = useWhen();
  const units = useUnits();
  const { positionOf } = textsOf(activity, word);
  return (
    <section>
      <h1>{say("sheet.title")}</h1>
      <p>
        {activity.title} · {when.period(session.startsAt, session.endsAt)} · {activity.place}
      </p>
      <table>
        <thead>
          <tr>
            <th>{say("sheet.number")}</th>
            <th>{say("person")}</th>
            <th>{say("number")}</th>
            <th>{say("branch")}</th>
            <th>{say("position")}</th>
            <th>{say("sheet.box")}</th>
            <th className="sign">{say("sheet.sign")}</th>
            <th>{say("sheet.in")}</th>
            <th>{say("sheet.out")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one, at) => (
            <tr key={one.memberId}>
              <td>{at + 1}</td>
              <td>{one.name}</td>
              <td>{one.employeeNumber}</td>
              <td>{units.nameOf(one.branchId)}</td>
              <td>
                {one.places
                  .filter(({ sessionId }) => sessionId === session.id)
                  .map(positionOf)
                  .join(" ")}
              </td>
              <td className="box">□</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sign-line">{say("sheet.leader")}</p>
    </section>
  );
}
