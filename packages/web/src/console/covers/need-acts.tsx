import { call } from "../../shared/api/call.ts";
import type { Need } from "../../shared/api/routes.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { mayDo } from "../activity/rights.ts";
import { ActButton } from "../ui/act.tsx";
import { Assign } from "./assign.tsx";
import { coverPageWords } from "./covers.words.ts";
import { PhoneList } from "./phone-list.tsx";
import { useConfirms } from "./use-confirms.ts";

const isOpen = ({ status }: Need) => status === "open" || status === "unfilled" || status === "offered";
const isHeld = ({ status }: Need) => status === "accepted" || status === "confirmed";

/** What is decided about a need, by whoever may. */
export function NeedActs({ need }: { need: Need }) {
  const me = useMe();
  const confirms = useConfirms(need);
  const arranges = confirms || mayDo(me, "cover.assign");
  return (
    <>
      {need.status === "accepted" && confirms && <Decide need={need} />}
      {isHeld(need) && arranges && <DropOut need={need} />}
      {isOpen(need) && arranges && <PhoneList need={need} />}
      {isOpen(need) && arranges && <Assign need={need} />}
    </>
  );
}

/** Puts in what a coverer said by telephone. */
function DropOut({ need }: { need: Need }) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const { coverer, participant, from, to } = need;
  if (!coverer) return null;
  return (
    <ActButton
      size="small"
      danger
      ask={say("dropOut.ask", { coverer: coverer.name, name: participant.name, period: when.period(from, to) })}
      reason="needed"
      act={(reason) =>
        call("POST /activities/{id}/covers/{needId}/drop-out", {
          path: { id: need.activityId, needId: need.id },
          body: { reason, memberId: coverer.memberId },
        })
      }
      done={say("dropOut.done")}
    >
      {say("dropOut")}
    </ActButton>
  );
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
