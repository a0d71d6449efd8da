import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useState } from "react";
import type { Screen } from "../../shared/api/contract.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { codeAt, offsetOf, pictureOf } from "../../shared/check-in/code-at.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useNow } from "../ui/use-now.ts";
import { checkInWords } from "./check-in/check-in.words.ts";
import { Sessions } from "./check-in/check-in-tab.tsx";
import { Ring } from "./check-in/ring.tsx";
import { opening, sessionAt } from "./check-in/session.ts";
import { useAwake } from "./check-in/use-awake.ts";
import "./activity.css";

/** For the projector at the entrance: the code to scan, who has arrived, and nothing else. Dark, and on for hours. */
export default function ScreenPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const activity = useReading("GET /activities/{id}", { path: { id } });
  useAwake();
  return (
    <div className="screen" data-theme="dark">
      <Loaded of={activity} skeleton={<div />}>
        {(data) => <Shown activity={data} />}
      </Loaded>
    </div>
  );
}

function Shown({ activity }: { activity: Activity }) {
  const say = useWords(checkInWords);
  const when = useWhen();
  const now = useNow(10_000);
  const [chosen, choose] = useState<string>();
  const session = activity.sessions.find(({ id }) => id === (chosen ?? sessionAt(activity, now)));
  const title = say("screen.title", { title: activity.title });
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (!session) return null;
  const { opensAt, isOpen, isOver } = opening(session, now);
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{activity.title}</h1>
          <p>
            {when.period(session.startsAt, session.endsAt)} · {activity.place}
          </p>
        </div>
        <div className="screen-acts">
          <Sessions activity={activity} value={session.id} onChange={choose} />
          <Full />
          <PageLink to={`/activities/${activity.id}/check-in`}>{say("screen.back")}</PageLink>
        </div>
      </header>
      {isOpen ? (
        <Code key={session.id} activityId={activity.id} sessionId={session.id} />
      ) : (
        <p className="screen-closed">
          {isOver ? say("screen.over") : say("screen.opens", { when: when.instant(opensAt) })}
        </p>
      )}
    </>
  );
}

function Full() {
  const say = useWords(checkInWords);
  if (!document.fullscreenEnabled) return null;
  return (
    <Button
      ghost
      onClick={() =>
        void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())
      }
    >
      {say("screen.full")}
    </Button>
  );
}

function Code({ activityId, sessionId }: { activityId: string; sessionId: string }) {
  const path = { id: activityId, sessionId };
  const screen = useReading("GET /activities/{id}/sessions/{sessionId}/code", { path });
  return (
    <Loaded of={screen} skeleton={<div />}>
      {(data) => <Arrivals screen={data} offsetMs={offsetOf(data, screen.dataUpdatedAt)} />}
    </Loaded>
  );
}

function Arrivals({ screen, offsetMs }: { screen: Screen; offsetMs: number }) {
  const say = useWords(checkInWords);
  const when = useWhen();
  const now = useNow(1000) + offsetMs;
  const { code, svg, until } = codeAt(screen, now);
  const seconds = Math.ceil((until - now) / 1000);
  const { arrived, expected, latest } = screen;
  return (
    <div className="screen-body">
      <section className="screen-code">
        <p>{say("screen.scan")}</p>
        <img className="qr" src={pictureOf(svg)} alt={say("screen.qr")} />
        <p className="screen-digits number">{code}</p>
        <p className={seconds > 0 ? "quiet number" : "late"}>
          {seconds > 0 ? say("screen.until", { seconds: String(seconds) }) : say("screen.stale")}
        </p>
      </section>
      <section className="screen-people">
        <Ring
          part={arrived}
          whole={expected}
          label={say("screen.ring", { arrived: String(arrived), expected: String(expected) })}
        >
          <tspan className="ring-figure">{arrived}</tspan>
        </Ring>
        <p className="screen-count">
          {say("screen.arrived")} <b className="number">{arrived}</b> ·{" "}
          {say("screen.expected", { count: String(expected) })}
        </p>
        <h2>{say("screen.latest")}</h2>
        {latest.length === 0 ? (
          <p className="quiet">{say("screen.nobody")}</p>
        ) : (
          <ol className="plain" aria-live="polite">
            {latest.map(({ name, at }) => (
              <li key={`${name} ${at}`} className="arrival">
                <span>{name}</span> <span className="quiet number">{when.instant(at).slice(-5)}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}
