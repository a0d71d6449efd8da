import { call } from "../../../shared/api/call.ts";
import type { Activity, Attendance } from "../../../shared/api/routes.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { useAll } from "../../ui/use-all.ts";
import { mayDo } from "../rights.ts";
import { checkInWords } from "./check-in.words.ts";

type Absent = Extract<Attendance, { state: "absent" }>;

const isAppealed = (row: Attendance): row is Absent =>
  row.state === "absent" && row.appeal !== undefined && row.appeal.decided === undefined;

/** Appeals of a session that wait for a decision. */
export function Appeals({ activity, sessionId }: { activity: Activity; sessionId: string }) {
  const say = useWords(checkInWords);
  const me = useMe();
  const rows = useAll("GET /activities/{id}/attendance", { path: { id: activity.id } }).data ?? [];
  const open = rows.filter(isAppealed).filter((row) => row.sessionId === sessionId);
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{say("appeals")}</h2>
      {open.map((row) => (
        <Appeal
          key={row.memberId}
          row={row}
          activityId={activity.id}
          decides={mayDo(me, "absence.decideAppeal", activity)}
        />
      ))}
    </section>
  );
}

function Appeal({ row, activityId, decides }: { row: Absent; activityId: string; decides: boolean }) {
  const say = useWords(checkInWords);
  const when = useWhen();
  const { name, appeal } = row;
  if (!appeal) return null;
  const decide = (upheld: boolean) => (reason: string) =>
    call("POST /activities/{id}/absences/{sessionId}/{memberId}/decision", {
      path: { id: activityId, sessionId: row.sessionId, memberId: row.memberId },
      body: { upheld, reason },
    });
  return (
    <div className="need need-head">
      <span>{say("appeal.text", { name, when: when.instant(appeal.at), text: appeal.text })}</span>
      {decides && (
        <span className="need-acts">
          <ActButton size="small" reason="needed" act={decide(false)} done={say("appeal.reject.done", { name })}>
            {say("appeal.reject")}
          </ActButton>
          <ActButton size="small" reason="needed" act={decide(true)} done={say("appeal.uphold.done", { name })}>
            {say("appeal.uphold")}
          </ActButton>
        </span>
      )}
    </div>
  );
}
