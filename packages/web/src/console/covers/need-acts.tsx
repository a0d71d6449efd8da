import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member, Need } from "../../shared/api/routes.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { mayDo } from "../activity/rights.ts";
import { ActButton } from "../ui/act.tsx";
import { PersonField } from "../ui/person-field.tsx";
import { coverPageWords } from "./covers.words.ts";

const isOpen = ({ status }: Need) => status === "open" || status === "unfilled" || status === "offered";

interface Who {
  memberId: string;
  name: string;
}

/** Puts somebody down by hand who has agreed. */
export function Assign({ need, who }: { need: Need; who?: Who }) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const [found, setFound] = useState<Member>();
  const memberId = who?.memberId ?? found?.id;
  const { participant, post, from, to } = need;
  return (
    <ActButton
      size="small"
      ask={say("assign.ask", { name: participant.name, post, period: when.period(from, to) })}
      fields={
        who ? (
          <p className="strong">{who.name}</p>
        ) : (
          <PersonField label={say("assign.who")} value={found} onChange={setFound} />
        )
      }
      reason="needed"
      ready={memberId !== undefined}
      act={(reason) =>
        call("POST /activities/{id}/covers/{needId}/assign", {
          path: { id: need.activityId, needId: need.id },
          body: { memberId, reason },
        })
      }
      done={say("assign.done", { name: who?.name ?? found?.name ?? "" })}
    >
      {say(who ? "assign" : "assignOther")}
    </ActButton>
  );
}

/** What is decided about a need, by whoever may. */
export function NeedActs({ need }: { need: Need }) {
  const me = useMe();
  const isHead = need.headId !== undefined && need.headId === me?.id;
  const confirms = isHead || (me?.roles.some(({ role }) => role === "alliance") ?? false);
  if (need.status === "accepted" && confirms) return <Decide need={need} />;
  return isOpen(need) && mayDo(me, "cover.assign") ? <Assign need={need} /> : null;
}

function Decide({ need }: { need: Need }) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const coverer = need.coverer?.name ?? "";
  const path = { id: need.activityId, needId: need.id };
  return (
    <>
      <ActButton
        size="small"
        ask={say("turnDown.ask", { coverer })}
        reason="needed"
        act={(reason) => call("POST /activities/{id}/covers/{needId}/turn-down", { path, body: { reason } })}
        done={say("turnDown.done")}
      >
        {say("turnDown")}
      </ActButton>
      <ActButton
        size="small"
        ask={say("confirm.ask", { coverer, name: need.participant.name, period: when.period(need.from, need.to) })}
        act={() => call("POST /activities/{id}/covers/{needId}/confirm", { path })}
        done={say("confirm.done")}
      >
        {say("confirm")}
      </ActButton>
    </>
  );
}
