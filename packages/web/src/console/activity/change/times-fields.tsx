import { useWords } from "../../../shared/words.ts";
import { Field } from "../../ui/field.tsx";
import { InstantField } from "../../ui/instant-field.tsx";
import { activityPageWords } from "../activity.words.ts";

export interface SessionTimes {
  id: string;
  number: string;
  startsAt: string;
  endsAt: string;
}

/** When each of the sessions begins and ends. */
export function TimesFields({
  sessions,
  onChange,
}: {
  sessions: readonly SessionTimes[];
  onChange: (to: SessionTimes[]) => void;
}) {
  const say = useWords(activityPageWords);
  const move = (id: string, next: Partial<SessionTimes>) =>
    onChange(sessions.map((session) => (session.id === id ? { ...session, ...next } : session)));
  return sessions.map(({ id, number, startsAt, endsAt }) => (
    <fieldset key={id} className="pair">
      <legend>{say("act.move.session", { number })}</legend>
      <Field label={say("act.move.from")}>
        {(field) => <InstantField id={field} value={startsAt} onChange={(to) => to && move(id, { startsAt: to })} />}
      </Field>
      <Field label={say("act.move.to")}>
        {(field) => <InstantField id={field} value={endsAt} onChange={(to) => to && move(id, { endsAt: to })} />}
      </Field>
    </fieldset>
  ));
}
