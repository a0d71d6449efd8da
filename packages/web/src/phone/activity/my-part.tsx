import { call } from "../../shared/api/call.ts";
import type { Mine, Place } from "../../shared/api/routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Button, ButtonLink, Card } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { activityPageWords } from "./activity.words.ts";

/** Where the reader stands: places, leave, and the ways out of them. */
export function MyPart({ mine }: { mine: Mine }) {
  const say = useWords(activityPageWords);
  const { places, leave, onDuty, activity } = mine;
  const undecided = onDuty && !leave && places.every(({ state }) => state === "withdrawn");
  const takeBack = useAct(() => call("DELETE /activities/{id}/leaves/me", { path: { id: activity.id } }));
  if (!onDuty && places.length === 0 && !leave) return null;
  return (
    <Card>
      <h2>{say("mine.title")}</h2>
      {undecided && <p>{say("mine.duty")}</p>}
      {places.map((place) => (
        <OwnPlace key={place.sessionId} place={place} mine={mine} />
      ))}
      {leave && <LeaveState leave={leave} />}
      {leave && ["requested", "escalated"].includes(leave.status) && (
        <Button kind="plain" busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {say("leave.takeBack")}
        </Button>
      )}
      {takeBack.error && <Trouble error={takeBack.error} />}
    </Card>
  );
}

function LeaveState({ leave }: { leave: NonNullable<Mine["leave"]> }) {
  const say = useWords(activityPageWords);
  const word = useDomainWords();
  const status = leave.status === "withdrawn" ? say("leave.withdrawn") : word(`leave.status.${leave.status}`);
  return (
    <>
      <p>{say("leave.status", { status })}</p>
      {leave.decision?.reason && <p className="quiet">{leave.decision.reason}</p>}
    </>
  );
}

const positionName = ({ activity }: Mine, positionId: string): string =>
  activity.sessions.flatMap(({ positions }) => positions).find(({ id }) => id === positionId)?.name ?? "";

function OwnPlace({ place, mine }: { place: Place; mine: Mine }) {
  const say = useWords(activityPageWords);
  const when = useWhen();
  const position = positionName(mine, place.positionId);
  const text = {
    placed: () => say(place.provisional ? "mine.provisional" : "mine.placed", { position }),
    offered: () => say("mine.offered", { position, when: when.instant(place.expiresAt ?? place.startsAt) }),
    waiting: () => say("mine.waiting", { position, queue: String(place.queue ?? "") }),
    released: () => say("mine.released"),
    withdrawn: () => say("mine.withdrawn", { position }),
  }[place.state];
  return (
    <div>
      <p className="strong">{text()}</p>
      {(place.state === "offered" || place.open) && (
        <>
          {place.open && <p>{say("mine.open")}</p>}
          <ButtonLink href={`/activities/${place.activityId}/offers/${place.sessionId}`}>{say("act.offer")}</ButtonLink>
        </>
      )}
      {mine.activity.sessions.length > 1 && <p className="quiet">{when.period(place.startsAt, place.endsAt)}</p>}
    </div>
  );
}
