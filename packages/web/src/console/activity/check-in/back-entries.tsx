import { Card } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Member } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { PersonField } from "../../ui/person-field.tsx";
import { useNow } from "../../ui/use-now.ts";
import { checkInWords } from "./check-in.words.ts";
import { HalfDayChoice } from "./roll-acts.tsx";

interface Props {
  activity: Activity;
  session: Activity["sessions"][number];
}

/** Attendance that was put down late: one person asks, another approves. */
export function BackEntries({ activity, session }: Props) {
  const say = useWords(checkInWords);
  const now = useNow();
  const when = useWhen();
  const me = useMe();
  const path = { id: activity.id, sessionId: session.id };
  const entries = useReading("GET /activities/{id}/sessions/{sessionId}/back-entries", { path }).data?.items ?? [];
  if (now < Date.parse(session.endsAt) && entries.length === 0) return null;
  return (
    <Card size="small" title={say("late")}>
      <p className="quiet">{say("late.what")}</p>
      {entries.length === 0 && <p>{say("late.none")}</p>}
      <ul className="plain">
        {entries.map(({ memberId, name, halfDays, requestedAt, requestedBy, reason, status }) => (
          <li key={memberId}>
            {say("late.requested", { name, days: String(halfDays / 2), when: when.instant(requestedAt), reason })}{" "}
            <span className="quiet">{say(status === "approved" ? "late.approved" : "late.waits")}</span>{" "}
            {status === "requested" && requestedBy !== me?.id && (
              <ActButton
                size="small"
                act={() =>
                  call("POST /activities/{id}/sessions/{sessionId}/back-entries/{memberId}/approve", {
                    path: { ...path, memberId },
                  })
                }
                done={say("late.approve.done", { name })}
              >
                {say("late.approve")}
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {now >= Date.parse(session.endsAt) && <Ask path={path} />}
    </Card>
  );
}

function Ask({ path }: { path: { id: string; sessionId: string } }) {
  const say = useWords(checkInWords);
  const [who, setWho] = useState<Member>();
  const [halfDays, setHalfDays] = useState<number>();
  return (
    <ActButton
      ask={say("late.what")}
      fields={
        <>
          <PersonField label={say("late.who")} value={who} onChange={setWho} />
          <p>{say("late.halfDays")}</p>
          <HalfDayChoice value={halfDays} onChange={setHalfDays} />
        </>
      }
      reason="needed"
      ready={who !== undefined && halfDays !== undefined}
      act={(reason) =>
        call("POST /activities/{id}/sessions/{sessionId}/back-entries", {
          path,
          body: { memberId: who?.id, halfDays, reason },
        })
      }
      done={say("late.done", { name: who?.name ?? "" })}
      onDone={() => setWho(undefined)}
    >
      {say("late.add")}
    </ActButton>
  );
}
