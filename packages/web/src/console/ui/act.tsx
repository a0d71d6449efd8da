import { App, Button, type ButtonProps, Dropdown, Input, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { needsStepUp } from "../../shared/step-up.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "./field.tsx";
import { StepUp } from "./step-up.tsx";
import { Trouble } from "./trouble.tsx";
import { uiWords } from "./ui.words.ts";

/** One thing that a person does: what is asked first, and what is said afterwards. */
export interface Deed<Answer> {
  /** Verb and object. */
  children: string;
  danger?: boolean | undefined;
  /** What it means, told before; without it and a reason the button acts at once. */
  ask?: ReactNode;
  /** Whether a reason is asked for, and whether it may be left out. */
  reason?: "needed" | "optional" | undefined;
  /** More to fill in, above the reason. */
  fields?: ReactNode;
  /** Whether what was filled in is enough. */
  ready?: boolean | undefined;
  act: (reason: string) => Promise<Answer>;
  /** What succeeded, in words. */
  done: string | ((answer: Answer) => string);
  onDone?: ((answer: Answer) => void) | undefined;
  /** Of the dialog, where more than a few fields are asked. */
  width?: number | undefined;
}

interface Props<Answer> extends Deed<Answer>, Pick<ButtonProps, "type" | "disabled" | "size" | "icon"> {
  /** The button cannot be touched, and its text says why. */
  title?: string;
}

const asksFirst = ({ ask, reason, fields }: Pick<Deed<unknown>, "ask" | "reason" | "fields">): boolean =>
  ask !== undefined || reason !== undefined || fields !== undefined;

/** Does the thing, with a fresh code where the API wants one; its dialog is drawn while it is open. */
function useDeed<Answer>(deed: Deed<Answer>, { open, setOpen }: { open: boolean; setOpen: (open: boolean) => void }) {
  const { act, done, onDone } = deed;
  const { message } = App.useApp();
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
  const run = () => doing.mutate(undefined, { onError: (error) => setSteppingUp(needsStepUp(error)) });
  const close = () => {
    setOpen(false);
    doing.reset();
  };
  const shown = doing.error && !needsStepUp(doing.error) ? doing.error : undefined;
  const dialog = (
    <>
      <AskDialog
        deed={deed as Deed<unknown>}
        open={open || (!asksFirst(deed) && shown !== undefined)}
        {...{ text, setText, run, close, error: shown, busy: doing.isPending }}
      />
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
  return { run, doing, dialog };
}

interface AskProps {
  deed: Deed<unknown>;
  open: boolean;
  text: string;
  setText: (text: string) => void;
  run: () => void;
  close: () => void;
  error: unknown;
  busy: boolean;
}

function AskDialog({ deed, open, text, setText, run, close, error, busy }: AskProps) {
  const say = useWords(uiWords);
  const { children, ask, fields, reason, ready = true, danger = false, width } = deed;
  const lacks = !ready || (reason === "needed" && text.trim() === "");
  return (
    <Modal
      open={open}
      title={children}
      okText={children}
      cancelText={say("cancel")}
      okButtonProps={{ disabled: lacks, loading: busy, danger }}
      onOk={run}
      onCancel={close}
      destroyOnHidden
      {...(width === undefined ? {} : { width })}
    >
      {ask && <div className="ask">{ask}</div>}
      {fields}
      {reason && (
        <Field label={say(reason === "needed" ? "reason.label" : "reason.optional")} hint={say("reason.hint")}>
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
      {error !== undefined && <Trouble error={error} />}
    </Modal>
  );
}

/** A button that does one thing: asks what has to be asked first, and says what succeeded or why it did not. */
export function ActButton<Answer>({
  children,
  danger,
  ask,
  reason,
  fields,
  ready,
  act,
  done,
  onDone,
  width,
  ...look
}: Props<Answer>) {
  const deed = { children, danger, ask, reason, fields, ready, act, done, onDone, width };
  const [open, setOpen] = useState(false);
  const { run, doing, dialog } = useDeed(deed, { open, setOpen });
  const begin = () => {
    doing.reset();
    if (asksFirst(deed)) setOpen(true);
    else run();
  };
  return (
    <>
      <Button {...look} danger={danger ?? false} loading={doing.isPending && !open} onClick={begin}>
        {children}
      </Button>
      {dialog}
    </>
  );
}

function ActDialog({ deed, open, setOpen }: { deed: Deed<unknown>; open: boolean; setOpen: (open: boolean) => void }) {
  return useDeed(deed, { open, setOpen }).dialog;
}

/** A deed for a menu, whatever it answers. */
export const deedOf = <Answer,>(deed: Deed<Answer>): Deed<unknown> => deed as Deed<unknown>;

/** What is done more rarely, in a menu; each asks something first. */
export function ActMenu({ label, deeds }: { label: string; deeds: readonly Deed<unknown>[] }) {
  const [chosen, setChosen] = useState<string>();
  if (deeds.length === 0) return null;
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: deeds.map(({ children, danger = false }) => ({ key: children, label: children, danger })),
          onClick: ({ key }) => setChosen(key),
        }}
      >
        <Button>{label}</Button>
      </Dropdown>
      {deeds.map((deed) => (
        <ActDialog
          key={deed.children}
          deed={deed}
          open={chosen === deed.children}
          setOpen={(open) => setChosen(open ? deed.children : undefined)}
        />
      ))}
    </>
  );
}
