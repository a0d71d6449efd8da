import { Radio } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { callOffWords } from "../../../shared/call-off.words.ts";
import { canCallOff } from "../../../shared/reach.ts";
import { useWords } from "../../../shared/words.ts";
import { type Deed, deedOf } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { useGo } from "../../ui/link.tsx";
import { type SessionTimes, TimesFields } from "./times-fields.tsx";
import { ahead } from "./use-cancel-session.tsx";

type How = "cancel" | "postpone";

/** Cancels or postpones for the weather, until two hours before; then the list of whom that reached is shown. */
export function useCallOff(activity: Activity, now: number): Deed<unknown> | undefined {
  const say = useWords(callOffWords);
  const go = useGo();
  const [how, setHow] = useState<How>("cancel");
  const [changed, setChanged] = useState<SessionTimes[]>();
  if (!canCallOff(activity, now)) return undefined;
  const times =
    changed ??
    ahead(activity, now).map(({ session: { id, startsAt, endsAt }, number }) => ({ id, number, startsAt, endsAt }));
  return deedOf({
    children: say("act"),
    danger: true,
    ask: say("ask"),
    width: 640,
    fields: (
      <>
        <Field label={say("how")} hint={say(`${how}.note`)}>
          {(id) => (
            <Radio.Group
              id={id}
              value={how}
              onChange={({ target }) => setHow(target.value as How)}
              options={(["cancel", "postpone"] as const).map((value) => ({ value, label: say(value) }))}
            />
          )}
        </Field>
        {how === "postpone" && <TimesFields sessions={times} onChange={setChanged} />}
      </>
    ),
    reason: "needed",
    ready: how === "cancel" || changed !== undefined,
    act: (reason) => {
      const sessions = times.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
      const postpone = how === "postpone" ? { postpone: { sessions } } : {};
      return call("POST /activities/{id}/call-off", { path: { id: activity.id }, body: { reason, ...postpone } });
    },
    done: say("done"),
    onDone: () => {
      setChanged(undefined);
      go(`/activities/${activity.id}/reached`);
    },
  });
}
