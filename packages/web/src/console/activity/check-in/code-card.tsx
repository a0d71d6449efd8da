import { Card } from "antd";
import type { Screen } from "../../../shared/api/contract.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { codeAt, offsetOf, pictureOf } from "../../../shared/check-in/code-at.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { useNow } from "../../ui/use-now.ts";
import { checkInWords } from "./check-in.words.ts";
import { opening } from "./session.ts";

interface Props {
  activity: Activity;
  session: Activity["sessions"][number];
}

/** The code of this moment beside the roll, and the way to the projector. */
export function CodeCard({ activity, session }: Props) {
  const say = useWords(checkInWords);
  const when = useWhen();
  const now = useNow();
  const { opensAt, isOpen } = opening(session, now);
  return (
    <Card size="small" title={say("code")}>
      {isOpen ? (
        <Code activity={activity} sessionId={session.id} />
      ) : (
        <p>{say("code.closed", { from: when.instant(opensAt), to: when.instant(session.endsAt) })}</p>
      )}
      <ButtonLink to={`/activities/${activity.id}/screen`}>{say("screen.open")}</ButtonLink>
    </Card>
  );
}

function Code({ activity, sessionId }: { activity: Activity; sessionId: string }) {
  const path = { id: activity.id, sessionId };
  const screen = useReading("GET /activities/{id}/sessions/{sessionId}/code", { path });
  return (
    <Loaded of={screen} skeleton={<div className="qr-bones" />}>
      {(data) => <Shown screen={data} offsetMs={offsetOf(data, screen.dataUpdatedAt)} />}
    </Loaded>
  );
}

function Shown({ screen, offsetMs }: { screen: Screen; offsetMs: number }) {
  const say = useWords(checkInWords);
  const now = useNow(1000) + offsetMs;
  const { code, svg, until } = codeAt(screen, now);
  const seconds = Math.ceil((until - now) / 1000);
  return (
    <div className="code-card">
      <img className="qr" src={pictureOf(svg)} alt={say("screen.qr")} width={160} height={160} />
      <p className="code-digits number">{code}</p>
      <p className="quiet number">
        {seconds > 0 ? say("screen.until", { seconds: String(seconds) }) : say("screen.stale")}
      </p>
    </div>
  );
}
