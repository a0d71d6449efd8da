import { App, Button, Drawer, Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useAct } from "../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { useGo } from "../ui/link.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { uiWords } from "../ui/ui.words.ts";
import { useUnits } from "../units/use-units.ts";
import { peopleWords } from "./people.words.ts";

type Status = "partyMember" | "leagueMember" | "masses";
const STATUSES: readonly Status[] = ["partyMember", "leagueMember", "masses"];

interface Newcomer {
  employeeNumber: string;
  name: string;
  politicalStatus: Status;
  branchId?: string;
  departmentId?: string;
  postId?: string;
  volunteerSince?: string;
  mobile?: string;
  email?: string;
}
const NOBODY: Newcomer = { employeeNumber: "", name: "", politicalStatus: "masses" };

/** Puts somebody on the roster by hand. */
export function AddPerson() {
  const say = useWords(peopleWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say("add")}
      </Button>
      {open && <AddDrawer onClose={() => setOpen(false)} />}
    </>
  );
}

function AddDrawer({ onClose }: { onClose: () => void }) {
  const say = useWords(peopleWords);
  const ui = useWords(uiWords);
  const { message } = App.useApp();
  const go = useGo();
  const [draft, setDraft] = useState(NOBODY);
  const set = (patch: Partial<Newcomer>) => setDraft((before) => ({ ...before, ...patch }));
  const filled = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== "" && value !== undefined));
  const add = useAct(() => call("POST /members", { body: filled }), {
    done: ({ id, name, employeeNumber }) => {
      void message.success(say("add.done", { name, number: employeeNumber }));
      go(`/people/${id}`);
    },
  });
  const ready = draft.employeeNumber && draft.name && draft.departmentId && draft.postId;
  return (
    <Drawer
      open
      size={480}
      title={say("add")}
      onClose={onClose}
      footer={
        <div className="drawer-acts">
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button type="primary" disabled={!ready} loading={add.isPending} onClick={() => add.mutate()}>
            {say("add")}
          </Button>
        </div>
      }
    >
      <p className="quiet">{say("add.ask")}</p>
      {add.error && <Trouble error={add.error} />}
      <NewcomerFields draft={draft} set={set} />
    </Drawer>
  );
}

function NewcomerFields({ draft, set }: { draft: Newcomer; set: (patch: Partial<Newcomer>) => void }) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const units = useUnits();
  const text = (field: "employeeNumber" | "name" | "mobile" | "email") => (
    <Field label={say(field)} key={field}>
      {(id) => (
        <Input id={id} value={draft[field] ?? ""} onChange={({ target }) => set({ [field]: target.value.trim() })} />
      )}
    </Field>
  );
  const unit = (field: "branchId" | "departmentId" | "postId", kind: "branch" | "department" | "post") => (
    <Field label={say(field)} key={field}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          showSearch={{ optionFilterProp: "label" }}
          allowClear
          value={draft[field] ?? null}
          options={units.of(kind)}
          onChange={(value: string | null) => set({ [field]: value ?? undefined })}
        />
      )}
    </Field>
  );
  return (
    <>
      {text("employeeNumber")}
      {text("name")}
      <Field label={say("politicalStatus")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={draft.politicalStatus}
            options={STATUSES.map((value) => ({ value, label: word(`member.politicalStatus.${value}`) }))}
            onChange={(politicalStatus) => set({ politicalStatus })}
          />
        )}
      </Field>
      {unit("branchId", "branch")}
      {unit("departmentId", "department")}
      {unit("postId", "post")}
      <Field label={say("volunteerSince")}>
        {(id) => (
          <DayField
            id={id}
            value={draft.volunteerSince}
            onChange={(day) => set(day ? { volunteerSince: day } : { volunteerSince: "" })}
          />
        )}
      </Field>
      {text("mobile")}
      {text("email")}
    </>
  );
}
