import { Checkbox } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member, Need } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PersonField } from "../ui/person-field.tsx";
import { coverPageWords } from "./covers.words.ts";
import { useConfirms } from "./use-confirms.ts";

interface Who {
  memberId: string;
  name: string;
}

/** Puts somebody down by hand who has agreed. */
export function Assign({ need, who }: { need: Need; who?: Who }) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const [found, setFound] = useState<Member>();
  const [confirmed, setConfirmed] = useState(false);
  const confirms = useConfirms(need);
  const memberId = who?.memberId ?? found?.id;
  const { participant, post, from, to } = need;
  return (
    <ActButton
      size="small"
      ask={say("assign.ask", { name: participant.name, post, period: when.period(from, to) })}
      fields={
        <>
          {who ? (
            <p className="strong">{who.name}</p>
          ) : (
            <PersonField label={say("assign.who")} value={found} onChange={setFound} />
          )}
          {confirms && (
            <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
              {say("confirmedToo")}
            </Checkbox>
          )}
        </>
      }
      reason="needed"
      ready={memberId !== undefined}
      act={(reason) =>
        call("POST /activities/{id}/covers/{needId}/assign", {
          path: { id: need.activityId, needId: need.id },
          body: { memberId, reason, ...(confirms && confirmed ? { confirmed } : {}) },
        })
      }
      done={say("assign.done", { name: who?.name ?? found?.name ?? "" })}
    >
      {say(who ? "assign" : "assignOther")}
    </ActButton>
  );
}
