import { Card } from "antd";
import { call } from "../../../shared/api/call.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Person } from "../../ui/person.tsx";
import { paperSheetWords } from "./paper-sheet.words.ts";

/** A sheet that was typed in late, for whoever decides it; afterwards what was decided. */
export function WaitingSheet({ path }: { path: { id: string; sessionId: string } }) {
  const say = useWords(paperSheetWords);
  const when = useWhen();
  const me = useMe();
  const sheet = useReading("GET /activities/{id}/sessions/{sessionId}/paper-sheet", { path }).data?.sheet;
  if (!sheet) return null;
  const { status, lines, requestedBy, requestedByName, requestedAt, reason, decidedByName = "", why = "" } = sheet;
  if (status === "approved") return <p className="quiet">{say("approved", { name: decidedByName })}</p>;
  if (status === "refused") return <p className="quiet">{say("refused", { name: decidedByName, reason: why })}</p>;
  const count = (state: string) => String(lines.filter((line) => line.state === state).length);
  const mayDecide = me && me.id !== requestedBy && !lines.some(({ memberId }) => memberId === me.id);
  const decide = (body: object) =>
    call("POST /activities/{id}/sessions/{sessionId}/paper-sheet/decision", { path, body });
  const from = { name: requestedByName, when: when.instant(requestedAt), count: String(lines.length), reason };
  return (
    <Card size="small" title={say("waiting")}>
      <p>{say("waiting.from", from)}</p>
      <ul className="plain">
        {lines.map((line) => (
          <li key={line.memberId}>
            <Person {...line} /> <span className="quiet">{say(`stands.${line.state}`)}</span>
            {line.why && <span className="quiet"> · {line.why}</span>}
          </li>
        ))}
      </ul>
      {mayDecide && (
        <div className="line-acts">
          <ActButton
            size="small"
            ask={say("refuse.ask")}
            reason="needed"
            act={(said) => decide({ approve: false, reason: said })}
            done={say("refuse.done")}
          >
            {say("refuse")}
          </ActButton>
          <ActButton
            size="small"
            type="primary"
            ask={say("approve.ask", { present: count("present"), absent: count("absent") })}
            act={() => decide({ approve: true })}
            done={say("approve.done")}
          >
            {say("approve")}
          </ActButton>
        </div>
      )}
    </Card>
  );
}
