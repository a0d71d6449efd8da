import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Attendance, Mine } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Sessions } from "../roll-call/sessions.tsx";
import { TextArea, TextInput } from "../ui/fields.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { activityPageWords } from "./activity.words.ts";

type Session = Mine["activity"]["sessions"][number];

const ownSessions = ({ activity, places }: Mine): Session[] =>
  activity.sessions.filter(({ id }) => places.some((place) => place.sessionId === id && place.state === "placed"));

/** The session that is on or comes next; check-in opens an hour before its start, which the API judges. */
const sessionAt = (own: readonly Session[], now: number) =>
  own.find(({ endsAt }) => Date.parse(endsAt) > now) ?? own.at(-1);

/** Checking in by the typed code, checking out, and what was put down. */
export function AttendanceCard({ mine }: { mine: Mine }) {
  const me = useMe();
  const own = ownSessions(mine);
  const [chosen, setChosen] = useState<string>();
  const session = own.find(({ id }) => id === chosen) ?? sessionAt(own, Date.now());
  const rows = useReading("GET /activities/{id}/attendance", { path: { id: mine.activity.id } });
  if (!session || !rows.data || !me) return null;
  const row = rows.data.items.find(({ sessionId, memberId }) => sessionId === session.id && memberId === me.id);
  const path = { id: mine.activity.id, sessionId: session.id };
  return (
    <Card>
      {own.length > 1 && <Sessions activity={{ sessions: own }} value={session.id} onChange={setChosen} />}
      {row?.state === "present" ? (
        <Present row={row} path={path} />
      ) : row ? (
        <Absent row={row} path={path} />
      ) : (
        <CheckIn path={path} />
      )}
    </Card>
  );
}

interface At {
  path: { id: string; sessionId: string };
}

function CheckIn({ path }: At) {
  const say = useWords(activityPageWords);
  const [code, setCode] = useState("");
  const act = useAct(() => call("POST /activities/{id}/sessions/{sessionId}/check-in", { path, body: { code } }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <h2>{say("checkIn.title")}</h2>
      <TextInput
        label={say("checkIn.code")}
        hint={say("checkIn.hint")}
        inputMode="numeric"
        most={8}
        value={code}
        onChange={setCode}
      />
      {act.error && <Trouble error={act.error} />}
      <Button type="submit" busy={act.isPending} disabled={code.trim().length < 6}>
        {say("checkIn.send")}
      </Button>
    </form>
  );
}

function Present({ row, path }: At & { row: Extract<Attendance, { state: "present" }> }) {
  const say = useWords(activityPageWords);
  const when = useWhen();
  const out = useAct(() => call("POST /activities/{id}/sessions/{sessionId}/check-out", { path, body: {} }));
  return (
    <>
      <Done>{say("checkIn.done", { when: when.instant(row.checkedInAt) })}</Done>
      {row.checkedOutAt ? (
        <p>{say("checkIn.out.done", { when: when.instant(row.checkedOutAt) })}</p>
      ) : (
        <Button kind="plain" busy={out.isPending} onClick={() => out.mutate()}>
          {say("checkIn.out")}
        </Button>
      )}
      {out.error && <Trouble error={out.error} />}
    </>
  );
}

function Absent({ row, path }: At & { row: Extract<Attendance, { state: "absent" }> }) {
  const say = useWords(activityPageWords);
  const draft = useDraft(`appeal:${row.memberId}:${path.sessionId}`, { text: "" });
  const act = useAct(
    () => call("POST /activities/{id}/absences/{sessionId}/appeal", { path, body: { text: draft.value.text } }),
    { done: draft.clear },
  );
  return (
    <>
      <p>{say("absence.text", { why: row.why })}</p>
      {row.appeal || row.excused
        ? row.appeal && <Done>{say("appeal.done")}</Done>
        : draft.ready && (
            <>
              <h2>{say("appeal.title")}</h2>
              <TextArea label={say("appeal.text")} value={draft.value.text} onChange={(text) => draft.set({ text })} />
              {act.error && <Trouble error={act.error} />}
              <Button busy={act.isPending} disabled={draft.value.text.trim() === ""} onClick={() => act.mutate()}>
                {say("appeal.send")}
              </Button>
            </>
          )}
    </>
  );
}
