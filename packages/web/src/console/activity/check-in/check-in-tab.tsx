import { Select } from "antd";
import { useState } from "react";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { Loaded } from "../../ui/trouble.tsx";
import { useNow } from "../../ui/use-now.ts";
import { PaperSheetLinks } from "../paper-sheet/paper-sheet-links.tsx";
import type { TabProps } from "../tab-props.ts";
import { Appeals } from "./appeals.tsx";
import { BackEntries } from "./back-entries.tsx";
import { checkInWords } from "./check-in.words.ts";
import { CodeCard } from "./code-card.tsx";
import { RollTable } from "./roll-table.tsx";
import { sessionAt } from "./session.ts";
import { Stewards } from "./stewards.tsx";
import { WalkIn } from "./walk-in.tsx";

/** Who is here, who is not and why, beside the code by which people check in. */
export default function CheckInTab({ activity }: TabProps) {
  const now = useNow();
  const [chosen, choose] = useState<string>();
  const sessionId = chosen ?? sessionAt(activity, now);
  const session = activity.sessions.find(({ id }) => id === sessionId);
  const path = { id: activity.id, sessionId };
  const roll = useReading("GET /activities/{id}/sessions/{sessionId}/roll", { path });
  if (!session) return null;
  return (
    <div className="two">
      <div>
        <Sessions activity={activity} value={sessionId} onChange={choose} />
        <Appeals activity={activity} sessionId={sessionId} />
        <Loaded of={roll}>{(data) => <RollTable roll={data} activity={activity} />}</Loaded>
        <div className="below">
          <WalkIn activity={activity} session={session} />
          <PaperSheetLinks activity={activity} sessionId={sessionId} />
        </div>
      </div>
      <div className="two-side">
        <CodeCard activity={activity} session={session} />
        <BackEntries activity={activity} session={session} />
        <Stewards activity={activity} />
      </div>
    </div>
  );
}

interface SessionsProps {
  activity: Activity;
  value: string;
  onChange: (sessionId: string) => void;
}

/** Which of several sessions. */
export function Sessions({ activity, value, onChange }: SessionsProps) {
  const say = useWords(checkInWords);
  const when = useWhen();
  if (activity.sessions.length < 2) return null;
  return (
    <Select<string>
      aria-label={say("session")}
      className="sessions"
      value={value}
      onChange={onChange}
      options={activity.sessions.map(({ id, startsAt, endsAt }, at) => ({
        value: id,
        label: say("session.one", { number: String(at + 1), period: when.period(startsAt, endsAt) }),
      }))}
    />
  );
}
