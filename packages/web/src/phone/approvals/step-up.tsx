import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Button, Card } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";

/** Asks for a fresh code and goes on with what was begun. */
export function StepUp({ onDone }: { onDone: () => void }) {
  const say = useWords(approvalWords);
  const when = useWhen();
  const [code, setCode] = useState("");
  const send = useAct(() => call("POST /me/step-up/code"));
  const confirm = useAct(() => call("POST /me/step-up", { body: { code: code.trim() } }), { done: onDone });
  return (
    <Card>
      <h2>{say("stepUp.title")}</h2>
      <p>{say("stepUp.what")}</p>
      {send.data && (
        <p className="quiet" role="status">
          {say("stepUp.sent", { when: when.instant(send.data.expiresAt) })}
        </p>
      )}
      {send.error && <Trouble error={send.error} />}
      <Button kind="plain" busy={send.isPending} onClick={() => send.mutate()}>
        {say(send.data ? "stepUp.again" : "stepUp.send")}
      </Button>
      {send.data && (
        <>
          <TextInput
            label={say("stepUp.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            most={20}
            value={code}
            onChange={setCode}
          />
          {confirm.error && <Trouble error={confirm.error} />}
          <Button busy={confirm.isPending} disabled={code.trim() === ""} onClick={() => confirm.mutate()}>
            {say("stepUp.confirm")}
          </Button>
        </>
      )}
    </Card>
  );
}
