import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Mine, Place } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Empty, Facts } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { offerWords } from "./offer.words.ts";

type Answered = "accepted" | "declined";

/** A place that came free: what it is, until when, and what declining means. */
export default function OfferPage({ params: { id, sessionId } }: { params: { id: string; sessionId: string } }) {
  const say = useWords(offerWords);
  useMe();
  const mine = useReading("GET /activities/{id}/sign-ups/me", { path: { id } });
  const [answered, setAnswered] = useState<Answered>();
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      {answered ? (
        <>
          <Done>{say(answered)}</Done>
          <Back id={id} />
        </>
      ) : (
        <Loaded of={mine}>
          {(data) => {
            const place = data.places.find((one) => one.sessionId === sessionId);
            const stands = place !== undefined && (place.state === "offered" || place.open === true);
            return stands ? <Offer mine={data} place={place} onAnswered={setAnswered} /> : <Gone id={id} />;
          }}
        </Loaded>
      )}
    </Page>
  );
}

const Back = ({ id }: { id: string }) => (
  <ButtonLink kind="plain" href={`/activities/${id}`}>
    {useWords(offerWords)("back")}
  </ButtonLink>
);

function Gone({ id }: { id: string }) {
  const say = useWords(offerWords);
  return (
    <Empty title={say("gone")} act={<Back id={id} />}>
      {say("gone.detail")}
    </Empty>
  );
}

interface Open {
  mine: Mine;
  place: Place;
  onAnswered: (how: Answered) => void;
}

function Offer({ mine: { activity }, place, onAnswered }: Open) {
  const say = useWords(offerWords);
  const when = useWhen();
  const path = { id: activity.id, sessionId: place.sessionId };
  const accept = useAct(() => call("POST /activities/{id}/offers/{sessionId}/accept", { path }), {
    done: () => onAnswered("accepted"),
  });
  const decline = useAct(() => call("POST /activities/{id}/offers/{sessionId}/decline", { path }), {
    done: () => onAnswered("declined"),
  });
  const position = activity.sessions.flatMap(({ positions }) => positions).find(({ id }) => id === place.positionId);
  const error = accept.error ?? decline.error;
  const isMine = place.state === "offered";
  return (
    <>
      <Card>
        <h2>{say("asked", { title: activity.title })}</h2>
        <Facts
          items={[
            [say("position"), position?.name ?? ""],
            [say("when"), when.period(place.startsAt, place.endsAt)],
            [say("where"), activity.place],
            [say("risks"), activity.risks],
          ]}
        />
        <p className="strong">
          {isMine && place.expiresAt ? say("until", { when: when.instant(place.expiresAt) }) : say("first")}
        </p>
        {isMine && <p className="quiet">{say("declining")}</p>}
      </Card>
      {error && <Trouble error={error} />}
      <Acts>
        <Button busy={accept.isPending} onClick={() => accept.mutate()}>
          {say("accept")}
        </Button>
        {isMine && (
          <Button kind="plain" busy={decline.isPending} onClick={() => decline.mutate()}>
            {say("decline")}
          </Button>
        )}
      </Acts>
    </>
  );
}
