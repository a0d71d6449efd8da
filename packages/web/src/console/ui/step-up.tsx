import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "./field.tsx";
import { Trouble } from "./trouble.tsx";
import { uiWords } from "./ui.words.ts";

interface Props {
  onDone: () => void;
  onCancel: () => void;
}

/** Asks for a fresh one-time code, and goes on with what was begun. */
export function StepUp({ onDone, onCancel }: Props) {
  const say = useWords(uiWords);
  const when = useWhen();
  const [code, setCode] = useState("");
  const send = useAct(() => call("POST /me/step-up/code"));
  const confirm = useAct(() => call("POST /me/step-up", { body: { code: code.trim() } }), { done: onDone });
  return (
    <Modal
      open
      title={say("stepUp.title")}
      onCancel={onCancel}
      okText={say("stepUp.confirm")}
      okButtonProps={{ disabled: !send.data || code.trim() === "", loading: confirm.isPending }}
      cancelText={say("cancel")}
      onOk={() => confirm.mutate()}
    >
      <p>{say("stepUp.what")}</p>
      <Button loading={send.isPending} onClick={() => send.mutate()}>
        {say(send.data ? "stepUp.again" : "stepUp.send")}
      </Button>
      {send.data && <p role="status">{say("stepUp.sent", { when: when.instant(send.data.expiresAt) })}</p>}
      <Field label={say("stepUp.code")}>
        {(id) => (
          <Input
            id={id}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      {(send.error ?? confirm.error) && <Trouble error={send.error ?? confirm.error} />}
    </Modal>
  );
}
