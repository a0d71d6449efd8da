import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity, Member, Spending } from "../../shared/api/routes.ts";
import { needsStepUp } from "../../shared/step-up.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { StepUp } from "../approvals/step-up.tsx";
import { TextArea } from "../ui/fields.tsx";
import { Acts } from "../ui/page.tsx";
import { Button, Card, Note } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { moneyWords } from "./money.words.ts";

/** Says that all receipts are in. */
export function HandIn({ activityId }: { activityId: string }) {
  const say = useWords(moneyWords);
  const act = useAct(() => call("POST /activities/{id}/spending/hand-in", { path: { id: activityId } }));
  return (
    <Acts hint={say("handIn.hint")}>
      {act.error && <Trouble error={act.error} />}
      <Button kind="plain" busy={act.isPending} onClick={() => act.mutate()}>
        {say("handIn")}
      </Button>
    </Acts>
  );
}

const REASON_MINIMUM = 2;

/** For a second person of the alliance; the API refuses who spent some of it. */
export function Settle({ activity, money, me }: { activity: Activity; money: Spending; me: Member }) {
  const say = useWords(moneyWords);
  const [reason, setReason] = useState("");
  const act = useAct((body: { verdict: "settle" } | { verdict: "return"; reason: string }) =>
    call("POST /activities/{id}/spending/decision", { path: { id: activity.id }, body }),
  );
  if (!me.roles.some(({ role }) => role === "alliance")) return null;
  const parts = [activity.organizerId, money.handedIn?.by, ...money.expenses.map(({ recorded }) => recorded.by)];
  if (parts.includes(me.id)) return <Note>{say("own")}</Note>;
  const given = act.variables;
  if (act.error && needsStepUp(act.error) && given) return <StepUp onDone={() => act.mutate(given)} />;
  return (
    <>
      <Card>
        <TextArea label={say("reason")} most={500} rows={2} optional value={reason} onChange={setReason} />
        <Button
          kind="plain"
          busy={act.isPending}
          disabled={reason.trim().length < REASON_MINIMUM}
          onClick={() => act.mutate({ verdict: "return", reason: reason.trim() })}
        >
          {say("return")}
        </Button>
      </Card>
      {act.error && <Trouble error={act.error} />}
      <Acts>
        <Button busy={act.isPending} onClick={() => act.mutate({ verdict: "settle" })}>
          {say("settle")}
        </Button>
      </Acts>
    </>
  );
}
