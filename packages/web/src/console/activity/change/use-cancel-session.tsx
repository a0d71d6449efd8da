import { Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { type Deed, deedOf } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { changeWords } from "./change.words.ts";

/** The sessions that are held and have not begun, with their numbers. */
export const ahead = ({ sessions }: Pick<Activity, "sessions">, now: number) =>
  sessions.flatMap((session, at) =>
    session.cancelled || Date.parse(session.startsAt) <= now ? [] : [{ session, number: String(at + 1) }],
  );

/** Cancels one session of several. */
export function useCancelSession(activity: Activity, now: number): Deed<unknown> | undefined {
  const say = useWords(changeWords);
  const when = useWhen();
  const [chosen, setChosen] = useState<string>();
  const open = ahead(activity, now);
  const held = activity.sessions.filter(({ cancelled }) => !cancelled);
  if (open.length === 0 || held.length < 2) return undefined;
  return deedOf({
    children: say("session"),
    danger: true,
    ask: say("session.ask"),
    fields: (
      <Field label={say("session.which")}>
        {(id) => (
          <Select
            id={id}
            className="whole"
            value={chosen ?? null}
            onChange={setChosen}
            options={open.map(({ session, number }) => ({
              value: session.id as string,
              label: say("session.option", { number, period: when.period(session.startsAt, session.endsAt) }),
            }))}
          />
        )}
      </Field>
    ),
    ready: chosen !== undefined,
    reason: "needed",
    act: (reason) =>
      call("POST /activities/{id}/sessions/{sessionId}/cancel", {
        path: { id: activity.id, sessionId: chosen ?? "" },
        body: { reason },
      }),
    done: say("session.done"),
    onDone: () => setChosen(undefined),
  });
}
