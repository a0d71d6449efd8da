import type { Activity } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Choices } from "../ui/fields.tsx";
import { rollCallWords } from "./roll-call.words.ts";

interface Choosing {
  activity: Pick<Activity, "sessions">;
  value: string;
  onChange: (sessionId: string) => void;
}

/** Which session of an activity, when it has several. */
export function Sessions({ activity: { sessions }, value, onChange }: Choosing) {
  const say = useWords(rollCallWords);
  const when = useWhen();
  const [only] = sessions;
  if (only && sessions.length === 1) return <p className="quiet">{when.period(only.startsAt, only.endsAt)}</p>;
  return (
    <Choices
      legend={say("session")}
      value={value}
      onChange={onChange}
      options={sessions.map(({ id, startsAt, endsAt }) => ({
        value: id as string,
        label: when.period(startsAt, endsAt),
      }))}
    />
  );
}

/** The session that is on or comes next, else the last one. */
Sessions.current = ({ sessions }: Activity, now: number): string =>
  (sessions.find(({ endsAt }) => Date.parse(endsAt) > now) ?? sessions.at(-1))?.id ?? "";
