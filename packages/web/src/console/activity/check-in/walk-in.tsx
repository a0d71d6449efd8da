import { Checkbox, Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Member } from "../../../shared/api/routes.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { PersonField } from "../../ui/person-field.tsx";
import { useNow } from "../../ui/use-now.ts";
import { checkInWords } from "./check-in.words.ts";
import { opening } from "./session.ts";

interface Props {
  activity: Activity;
  session: Activity["sessions"][number];
}

/** Somebody who came without signing up: found on the roster, told the risks, put down as present. */
export function WalkIn({ activity, session }: Props) {
  const say = useWords(checkInWords);
  const now = useNow();
  const [who, setWho] = useState<Member>();
  const [positionId, setPositionId] = useState<string>(session.positions[0]?.id ?? "");
  const [consent, setConsent] = useState(false);
  if (!opening(session, now).isOpen) return null;
  return (
    <ActButton
      ask={say("walkIn.ask")}
      fields={
        <>
          <PersonField label={say("walkIn.who")} value={who} onChange={setWho} />
          {session.positions.length > 1 && (
            <Field label={say("walkIn.position")}>
              {(id) => (
                <Select<string>
                  id={id}
                  className="wide"
                  value={positionId}
                  onChange={setPositionId}
                  options={session.positions.map((position) => ({ value: position.id, label: position.name }))}
                />
              )}
            </Field>
          )}
          <Checkbox checked={consent} onChange={({ target }) => setConsent(target.checked)}>
            {say("walkIn.consent")}
          </Checkbox>
        </>
      }
      ready={who !== undefined && consent}
      act={() =>
        call("POST /activities/{id}/sessions/{sessionId}/walk-ins", {
          path: { id: activity.id, sessionId: session.id },
          body: { memberId: who?.id, positionId, consent: true, acceptsRisks: true },
        })
      }
      done={say("walkIn.done", { name: who?.name ?? "" })}
      onDone={() => {
        setWho(undefined);
        setConsent(false);
      }}
    >
      {say("walkIn")}
    </ActButton>
  );
}
