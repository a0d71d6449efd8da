import { call } from "../../shared/api/call.ts";
import type { Reached } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { isMissing, isSure, TONE } from "../../shared/reach.ts";
import { reachedWords } from "../../shared/reached.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Button, Chip, Empty, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

type Somebody = Reached["people"][number];

/** Whom the newest change has reached; the others are phoned, and ticked. */
export default function ReachedPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(reachedWords);
  const when = useWhen();
  useMe();
  const reached = useReading("GET /activities/{id}/reached", { path: { id } });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={reached}>
        {({ causeAt, people }) => {
          if (!causeAt) return <Empty title={say("none")}>{say("none.detail")}</Empty>;
          const missing = people.filter(isMissing).length;
          return (
            <>
              <p className="quiet">{say("since", { when: when.instant(causeAt) })}</p>
              <Note tone={missing > 0 ? "late" : "good"}>
                {missing > 0 ? say("missing", { count: String(missing) }) : say("all")}
              </Note>
              <ul className="items">
                {people.map((person) => (
                  <li key={person.memberId}>
                    <Line id={id} person={person} />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Line({ id, person }: { id: string; person: Somebody }) {
  const say = useWords(reachedWords);
  const { memberId, name, employeeNumber, as, state } = person;
  const path = { id, memberId };
  const number = useAct(() => call("POST /activities/{id}/reached/{memberId}/number", { path }));
  const tick = useAct(() => call("PUT /activities/{id}/reached/{memberId}", { path }));
  const error = number.error ?? tick.error;
  return (
    <div className="item stack">
      <div className="row top-aligned">
        <p className="strong grow">{name}</p>
        <Chip tone={TONE[state]}>{say(`state.${state}`)}</Chip>
      </div>
      <p className="quiet">
        {employeeNumber} · {say(`as.${as}`)}
      </p>
      {number.data &&
        (number.data.mobile ? (
          <a href={`tel:${number.data.mobile}`}>{number.data.mobile}</a>
        ) : (
          <p>{say("number.none")}</p>
        ))}
      {!isSure(person) && (
        <div className="pair">
          <Button kind="plain" busy={number.isPending} onClick={() => number.mutate()}>
            {say("number")}
          </Button>
          <Button kind="plain" busy={tick.isPending} onClick={() => tick.mutate()}>
            {say("phoned")}
          </Button>
        </div>
      )}
      {error && <Trouble error={error} />}
    </div>
  );
}
