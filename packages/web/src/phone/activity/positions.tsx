import type { Mine } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { activityPageWords } from "./activity.words.ts";
import { changesWords } from "./changes.words.ts";
import { Warnings } from "./warnings.tsx";

/** Sessions and their positions. */
export function Positions({ mine }: { mine: Mine }) {
  const say = useWords(activityPageWords);
  const sayChange = useWords(changesWords);
  const when = useWhen();
  const { sessions } = mine.activity;
  return (
    <>
      <h2>{say("sessions")}</h2>
      <div className="items">
        {sessions.map((session, index) => (
          <div className="item stack" key={session.id}>
            <p className="quiet">
              {sessions.length > 1 && `${say("session", { number: String(index + 1) })} · `}
              {when.period(session.startsAt, session.endsAt)}
            </p>
            {session.signUpUntil && (
              <p className="quiet">{sayChange("session.signUpUntil", { when: when.instant(session.signUpUntil) })}</p>
            )}
            {session.positions.map((position) => (
              <Position key={position.id} id={position.id} name={position.name} mine={mine} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}

/** How full a position is, and every reason against signing up for it. */
function Position({ id, name, mine }: { id: string; name: string; mine: Mine }) {
  const say = useWords(activityPageWords);
  const offer = mine.positions.find(({ positionId }) => positionId === id);
  const isTaken = mine.places.some(({ positionId, state }) => positionId === id && state !== "withdrawn");
  if (!offer) return <p>{name}</p>;
  const { placed, headCount, waiting, faults } = offer;
  return (
    <div>
      <div className="row top-aligned">
        <p className="grow">{name}</p>
        <p className="fixed number">{say("filled", { placed: String(placed), count: String(headCount) })}</p>
      </div>
      {waiting > 0 && <p className="quiet">{say("waiting", { count: String(waiting) })}</p>}
      {!isTaken && (
        <ul className="reasons">
          {faults.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
      <Warnings of={offer} />
    </div>
  );
}
