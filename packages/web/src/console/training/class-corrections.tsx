import { Radio } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import type { OneOfClass, TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { PersonField } from "../ui/person-field.tsx";

/** Asks for an attendance of a closed class to be put right. */
export function AskCorrection({ one: { id, sessions } }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  const held = sessions.filter(({ cancelled }) => !cancelled);
  const [who, setWho] = useState<Member>();
  const [sessionId, setSessionId] = useState(held[0]?.id as string | undefined);
  const [present, setPresent] = useState(true);
  return (
    <ActButton
      reason="needed"
      fields={
        <>
          <PersonField value={who} onChange={setWho} />
          <Field label={say("sessions")}>
            {(field) => (
              <Radio.Group
                id={field}
                value={sessionId}
                onChange={({ target }) => setSessionId(target.value as string)}
                options={held.map((session) => ({ value: session.id, label: when.instant(session.startsAt) }))}
              />
            )}
          </Field>
          <Field label={say("correction.present")}>
            {(field) => (
              <Radio.Group
                id={field}
                value={present}
                onChange={({ target }) => setPresent(target.value as boolean)}
                options={[
                  { value: true, label: say("correction.present.yes") },
                  { value: false, label: say("correction.present.no") },
                ]}
              />
            )}
          </Field>
        </>
      }
      ready={who !== undefined && sessionId !== undefined}
      act={(reason) =>
        call("POST /classes/{id}/sessions/{sessionId}/attendances/{memberId}/correction", {
          path: { id, sessionId: sessionId ?? "", memberId: who?.id ?? "" },
          body: { present, reason },
        })
      }
      done={say("correction.asked")}
      onDone={() => setWho(undefined)}
    >
      {say("correction")}
    </ActButton>
  );
}

/** Corrections that wait for a second person, whom this lets decide. */
export function Corrections({ one, items }: { one: TrainingClass; items: readonly OneOfClass[] }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  const me = useMe();
  const waiting = items.flatMap((row) => row.asked.map((asked) => ({ row, asked })));
  if (waiting.length === 0) return null;
  const startOf = new Map(one.sessions.map(({ id, startsAt }) => [id as string, startsAt]));
  const mayDecide =
    me !== undefined &&
    (one.trainerIds.includes(me.id) || me.roles.some(({ role }) => role === "alliance" || role === "committee"));
  return (
    <section>
      <h3>{say("correction.waiting")}</h3>
      <ul>
        {waiting.map(
          ({ row: { memberId, name, employeeNumber: number }, asked: { sessionId, present, reason, by } }) => (
            <li key={`${memberId}.${sessionId}`}>
              {say(present ? "correction.says.yes" : "correction.says.no", {
                ...{ name, number, reason, session: when.instant(startOf.get(sessionId) ?? "") },
              })}
              {mayDecide &&
                me.id !== by &&
                me.id !== memberId &&
                [true, false].map((agrees) => (
                  <ActButton
                    key={String(agrees)}
                    type="link"
                    size="small"
                    act={() =>
                      call("POST /classes/{id}/sessions/{sessionId}/attendances/{memberId}/correction/decision", {
                        path: { id: one.id, sessionId, memberId },
                        body: { agrees },
                      })
                    }
                    done={say("correction.decided")}
                  >
                    {say(agrees ? "correction.agree" : "correction.refuse")}
                  </ActButton>
                ))}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
