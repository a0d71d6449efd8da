import { catalogue } from "@yigong/core/language/catalogue.ts";
import { useEffect, useState } from "react";
import type { Screen } from "../../shared/api/contract.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { codeAt, offsetOf, pictureOf } from "../../shared/check-in/code-at.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Sessions } from "../roll-call/sessions.tsx";
import { Page } from "../ui/page.tsx";
import { Card } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

const words = catalogue({
  "zh-CN": {
    title: "签到码",
    scan: "用手机扫一扫，或输入六位数字",
    qr: "签到二维码",
    arrived: "已到{{arrived}}人，应到{{expected}}人",
    until: "{{seconds}}秒后更换",
    stale: "签到码已过期，正等待网络更换。",
    latest: "刚刚签到",
    none: "还没有人签到",
  },
  en: {
    title: "Check-in code",
    scan: "Scan it, or type the six digits",
    qr: "QR code for checking in",
    arrived: "{{arrived}} of {{expected}} have arrived",
    until: "changes in {{seconds}} s",
    stale: "This code has expired; it is renewed once there is a network.",
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
      <Loaded of={screen}>{(data) => <Code screen={data} offsetMs={offsetOf(data, screen.dataUpdatedAt)} />}</Loaded>
    </>
  );
}

const TICK_MS = 1000;

function Code({ screen, offsetMs }: { screen: Screen; offsetMs: number }) {
  const say = useWords(words);
  const when = useWhen();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const { code, svg, until } = codeAt(screen, now + offsetMs);
  const seconds = Math.ceil((until - now - offsetMs) / 1000);
  return (
    <>
      <Card className="centred">
        <p>{say("scan")}</p>
        <div className="qr">
          <img src={pictureOf(svg)} alt={say("qr")} width="300" height="300" />
        </div>
        <p className="screen-code">{code}</p>
        <p className={seconds > 0 ? "quiet" : "late-text"}>
          {seconds > 0 ? say("until", { seconds: String(seconds) }) : say("stale")}
        </p>
      </Card>
      <Card>
        <h2>{say("arrived", { arrived: String(screen.arrived), expected: String(screen.expected) })}</h2>
        {screen.latest.length === 0 ? (
          <p className="quiet">{say("none")}</p>
        ) : (
          <ul aria-label={say("latest")}>
            {screen.latest.map(({ name, at }) => (
              <li className="row" key={`${name} ${at}`}>
                <span className="grow">{name}</span>
                <span className="quiet fixed">{when.instant(at)}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
