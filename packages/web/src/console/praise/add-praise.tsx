import { App, Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import type { Praise } from "../../shared/praise/praise.routes.ts";
import { praiseWords } from "../../shared/praise/praise.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { ReceiverFields, type To } from "./receiver-fields.tsx";
import { ACCEPTED, uploadFile } from "./upload-file.ts";

interface Draft {
  issuer: string;
  date: string | undefined;
  text: string;
  to: To;
  file: File | undefined;
}

const isSaid = ({ issuer, date, text, to }: Draft): boolean => {
  const whom = to.kind === "member" ? to.memberId : to.kind === "team" ? to.teamId : to.activityId;
  return issuer.trim().length >= 2 && date !== undefined && text.trim().length >= 2 && whom !== undefined;
};

/** Records praise with its letter, once however often it is sent; `to` is fixed where it is about one thing. */
export function AddPraise({ to: fixed }: { to?: To }) {
  const say = useWords(praiseWords);
  const { message } = App.useApp();
  const empty: Draft = { issuer: "", date: undefined, text: "", to: fixed ?? { kind: "member" }, file: undefined };
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(empty);
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const { file, ...said } = draft;
  const body = { ...said, issuer: said.issuer.trim(), text: said.text.trim() };
  const send = async (): Promise<Praise> => {
    const praise = await call("POST /praise", { body, once });
    // The praise stands whatever becomes of its file, which may be sent again from the list.
    if (file) await uploadFile(praise, file).catch(() => void message.warning(say("file.failed")));
    return praise;
  };
  return (
    <ActButton
      type={fixed ? "default" : "primary"}
      fields={<Fields draft={draft} set={set} isFixed={fixed !== undefined} />}
      ready={isSaid(draft)}
      act={send}
      done={({ issuer }) => say("added", { issuer })}
      onDone={() => {
        setDraft(empty);
        setOnce(newId());
      }}
    >
      {say("add")}
    </ActButton>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (more: Partial<Draft>) => void;
  isFixed: boolean;
}

function Fields({ draft, set, isFixed }: FieldsProps) {
  const say = useWords(praiseWords);
  return (
    <>
      {!isFixed && (
        <Field label={say("to")}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={draft.to.kind}
              options={(["member", "team", "activity"] as const).map((value) => ({ value, label: say(`to.${value}`) }))}
              onChange={(kind: To["kind"]) => set({ to: { kind } })}
            />
          )}
        </Field>
      )}
      {!isFixed && <ReceiverFields to={draft.to} onChange={(to) => set({ to })} />}
      <Field label={say("issuer")} hint={say("issuer.hint")}>
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            value={draft.issuer}
            onChange={({ target }) => set({ issuer: target.value })}
          />
        )}
      </Field>
      <Field label={say("date")}>
        {(id) => <DayField id={id} value={draft.date} onChange={(date) => set({ date })} />}
      </Field>
      <Field label={say("text")} hint={say("text.hint")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={2000}
            value={draft.text}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </Field>
      <Field label={say("file")} hint={say("file.hint")}>
        {(id) => (
          <input id={id} type="file" accept={ACCEPTED} onChange={({ target }) => set({ file: target.files?.[0] })} />
        )}
      </Field>
    </>
  );
}
