import { catalogue } from "@yigong/core/language/catalogue.ts";
import { useState } from "react";
import type { Screen } from "../../shared/api/contract.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { offsetOf } from "../../shared/check-in/code-at.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Sessions } from "../roll-call/sessions.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { CodeCard } from "./code-card.tsx";

const words = catalogue({
  "zh-CN": {
    title: "签到码",
    latest: "刚刚签到",
    none: "还没有人签到",
  },
  en: {
    title: "Check-in code",
    latest: "Just arrived",
    none: "Nobody has checked in yet",
  },
});

/** The rotating code on the leader's phone, held out for others to scan. */
export default function ScreenPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(words);
  const activity = useReading("GET /activities/{id}", { path: { id } }, { live: false });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={activity}>{(data) => <Shown activity={data} />}</Loaded>
    </Page>
  );
}

function Shown({ activity }: { activity: Activity }) {
  const [sessionId, setSessionId] = useState<string>(() => Sessions.current(activity, Date.now()));
  const screen = useReading("GET /activities/{id}/sessions/{sessionId}/code", { path: { id: activity.id, sessionId } });
  return (
    <>
      <p className="strong">{activity.title}</p>
      <Sessions activity={activity} value={sessionId} onChange={setSessionId} />
      <Loaded of={screen}>
        {(data) => (
          <CodeCard screen={data} offsetMs={offsetOf(data, screen.dataUpdatedAt)}>
            <Latest latest={data.latest} />
          </CodeCard>
        )}
      </Loaded>
    </>
  );
}

function Latest({ latest }: Pick<Screen, "latest">) {
  const say = useWords(words);
  const when = useWhen();
  if (latest.length === 0) return <p className="quiet">{say("none")}</p>;
  return (
    <ul aria-label={say("latest")}>
      {latest.map(({ name, at }) => (
        <li className="row" key={`${name} ${at}`}>
          <span className="grow">{name}</span>
          <span className="quiet fixed">{when.instant(at)}</span>
        </li>
      ))}
    </ul>
  );
}
