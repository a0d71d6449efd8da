import { Card } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Member } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Person } from "../../ui/person.tsx";
import { PersonField } from "../../ui/person-field.tsx";
import { checkInWords } from "./check-in.words.ts";

/** Who else may check people in at this activity. */
export function Stewards({ activity: { id } }: { activity: Activity }) {
  const say = useWords(checkInWords);
  const [who, setWho] = useState<Member>();
  const stewards = useReading("GET /activities/{id}/stewards", { path: { id } }).data?.items ?? [];
  return (
    <Card size="small" title={say("stewards")}>
      <p className="quiet">{say("stewards.what")}</p>
      {stewards.length === 0 && <p>{say("stewards.none")}</p>}
      <ul className="plain">
        {stewards.map((one) => (
          <li key={one.memberId}>
            <Person {...one} />{" "}
            <ActButton
              size="small"
              ask={say("stewards.remove.ask", { name: one.name })}
              act={() => call("DELETE /activities/{id}/stewards/{memberId}", { path: { id, memberId: one.memberId } })}
              done={say("stewards.remove.done", { name: one.name })}
            >
              {say("stewards.remove")}
            </ActButton>
          </li>
        ))}
      </ul>
      <ActButton
        fields={<PersonField label={say("stewards.who")} value={who} onChange={setWho} />}
        ready={who !== undefined}
        act={() => call("PUT /activities/{id}/stewards/{memberId}", { path: { id, memberId: who?.id ?? "" } })}
        done={say("stewards.add.done", { name: who?.name ?? "" })}
        onDone={() => setWho(undefined)}
      >
        {say("stewards.add")}
      </ActButton>
    </Card>
  );
}
