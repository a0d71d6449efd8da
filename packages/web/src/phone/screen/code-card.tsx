import { catalogue } from "@yigong/core/language/catalogue.ts";
import { type ReactNode, useEffect, useState } from "react";
import type { Screen } from "../../shared/api/contract.ts";
import { codeAt, pictureOf } from "../../shared/check-in/code-at.ts";
import { useWords } from "../../shared/words.ts";
import { Card } from "../ui/parts.tsx";

const words = catalogue({
  "zh-CN": {
    scan: "用手机扫一扫，或输入六位数字",
    qr: "签到二维码",
    arrived: "已到{{arrived}}人，应到{{expected}}人",
    until: "{{seconds}}秒后更换",
    stale: "签到码已过期，正等待网络更换。",
  },
  en: {
    scan: "Scan it, or type the six digits",
    qr: "QR code for checking in",
    arrived: "{{arrived}} of {{expected}} have arrived",
    until: "changes in {{seconds}} s",
    stale: "This code has expired; it is renewed once there is a network.",
  },
});

const TICK_MS = 1000;

/** The code of this moment, and how many have come. @param offsetMs - how wrong the reader's clock is */
export function CodeCard({
  screen,
  offsetMs,
  children,
}: {
  screen: Omit<Screen, "latest">;
  offsetMs: number;
  children?: ReactNode;
}) {
  const say = useWords(words);
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
        {children}
      </Card>
    </>
  );
}
