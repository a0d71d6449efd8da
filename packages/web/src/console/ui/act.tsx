import { App, Button, type ButtonProps, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { needsStepUp } from "../../shared/step-up.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "./field.tsx";
import { StepUp } from "./step-up.tsx";
import { Trouble } from "./trouble.tsx";
import { uiWords } from "./ui.words.ts";

interface Props<Answer> extends Pick<ButtonProps, "type" | "danger" | "disabled" | "size" | "icon"> {
  /** Verb and object. */
  children: string;
  /** What it means, told before; without it and a reason the button acts at once. */
  ask?: ReactNode;
  /** Whether a reason is asked for, and whether it may be left out. */
  reason?: "needed" | "optional";
  /** More to fill in, above the reason. */
  fields?: ReactNode;
  /** Whether what was filled in is enough. */
  ready?: boolean;
  act: (reason: string) => Promise<Answer>;
  /** What succeeded, in words. */
  done: string | ((answer: Answer) => string);
  onDone?: (answer: Answer) => void;
  /** The button cannot be touched, and its text says why. */
  title?: string;
}

/** A button that does one thing: asks what has to be asked first, and says what succeeded or why it did not. */
export function ActButton<Answer>({
  children,
  ask,
  reason,
  fields,
  ready = true,
  act,
  done,
  onDone,
  ...look
}: Props<Answer>) {
  const say = useWords(uiWords);
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const [steppingUp, setSteppingUp] = useState(false);
  const doing = useAct(() => act(text.trim()), {
    done: (answer) => {
      setOpen(false);
      setText("");
      void message.success(typeof done === "string" ? done : done(answer));
      onDone?.(answer);
    },
  });
  const asks = ask !== undefined || reason !== undefined || fields !== undefined;
  const run = () => doing.mutate(undefined, { onError: (error) => setSteppingUp(needsStepUp(error)) });
  const shown = doing.error && !needsStepUp(doing.error) ? doing.error : undefined;
  const lacks = !ready || (reason === "needed" && text.trim() === "");
  const begin = () => {
    doing.reset();
    if (asks) setOpen(true);
    else run();
  };
  return (
    <>
      <Button {...look} loading={doing.isPending && !open} onClick={begin}>
        {children}
      </Button>
      <Modal
        open={open || (!asks && shown !== undefined)}
        title={children}
        okText={children}
        cancelText={say("cancel")}
        okButtonProps={{ disabled: lacks, loading: doing.isPending, danger: look.danger ?? false }}
        onOk={run}
        onCancel={() => {
          setOpen(false);
          doing.reset();
        }}
        destroyOnHidden
      >
        {ask && <div className="ask">{ask}</div>}
        {fields}
        {reason && (
          <Field label={say("reason.label")} hint={say("reason.hint")}>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={3}
                maxLength={1000}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
        )}
        {shown !== undefined && <Trouble error={shown} />}
      </Modal>
      {steppingUp && (
        <StepUp
          onCancel={() => setSteppingUp(false)}
          onDone={() => {
            setSteppingUp(false);
            run();
          }}
        />
      )}
    </>
  );
}
