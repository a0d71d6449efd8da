import type { UnitKind } from "@yigong/core/organization/organization.ts";
import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { EditDrawer } from "../ui/edit-drawer.tsx";
import { Field } from "../ui/field.tsx";
import { PersonSelect } from "../ui/person-select.tsx";
import type { Staffing, Unit } from "./units.routes.ts";
import { unitWords } from "./units.words.ts";
import { useUnits } from "./use-units.ts";

interface Editable {
  version: number;
  name: string;
  endedOn?: string | undefined;
  hasChapter?: boolean;
  headId?: string | undefined;
  skills?: string[];
  coverableBy?: string[];
}
const FIELDS = ["name", "endedOn", "hasChapter", "headId", "skills", "coverableBy"] as const;
const NULLED = ["endedOn", "headId"] as const;

const editable = ({ id: _, kind: __, ...rest }: Unit): Editable => rest;
const patchOf = (patch: Partial<Editable>, version: number) => ({
  ...patch,
  ...Object.fromEntries(NULLED.flatMap((field) => (field in patch ? [[field, patch[field] ?? null]] : []))),
  version,
});

interface Props {
  unit: Unit;
  heads: Staffing["heads"];
}

/** Changes a unit: its name, its head, what it brings, and when it ends. */
export function EditUnit({ unit, heads }: Props) {
  const say = useWords(unitWords);
  const { list } = useMarks();
  const when = useWhen();
  const { nameOf } = useUnits();
  const [open, setOpen] = useState(false);
  const { id, name } = unit;
  const show = (field: string, value: unknown) => {
    if (value === undefined || value === null || value === "") return "–";
    if (field === "headId") return heads.find((head) => head.memberId === value)?.name ?? String(value);
    if (field === "endedOn") return when.date(String(value));
    if (Array.isArray(value))
      return list(value.map((one: string) => (field === "coverableBy" ? nameOf(one) : one))) || "–";
    return typeof value === "boolean" ? say(value ? "yes" : "no") : String(value);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {say("edit")}
      </Button>
      {open && (
        <EditDrawer<Editable>
          title={say("edit.title", { name })}
          base={editable(unit)}
          read={async () => editable(await call("GET /units/{id}", { path: { id } }))}
          save={(patch, version) => call("PATCH /units/{id}", { path: { id }, body: patchOf(patch, version), version })}
          names={Object.fromEntries(FIELDS.map((field) => [field, say(field)])) as never}
          show={show}
          done={say("edit.done", { name })}
          onClose={() => setOpen(false)}
        >
          {(value, set) => <Fields kind={unit.kind} heads={heads} value={value} set={set} />}
        </EditDrawer>
      )}
    </>
  );
}

interface FieldsProps {
  kind: UnitKind;
  heads: Staffing["heads"];
  value: Editable;
  set: <K extends keyof Editable>(field: K, value: Editable[K]) => void;
}

function Fields({ kind, heads, value, set }: FieldsProps) {
  const say = useWords(unitWords);
  return (
    <>
      <Field label={say("name")}>
        {(id) => (
          <Input id={id} maxLength={80} value={value.name} onChange={({ target }) => set("name", target.value)} />
        )}
      </Field>
      <OwnFields kind={kind} heads={heads} value={value} set={set} />
      {(kind === "branch" || kind === "team") && <p className="quiet">{say(`head.hint.${kind}`)}</p>}
      <Field label={say("endedOn")} hint={say("edit.end.hint")}>
        {(id) => <DayField id={id} value={value.endedOn} onChange={(day) => set("endedOn", day)} />}
      </Field>
    </>
  );
}

function OwnFields({ kind, heads, value, set }: FieldsProps) {
  const say = useWords(unitWords);
  const units = useUnits();
  const [known] = heads;
  return (
    <>
      {(kind === "department" || kind === "post") && (
        <Field label={say("headId")}>
          {(id) => (
            <PersonSelect id={id} known={known} value={value.headId} onChange={(chosen) => set("headId", chosen)} />
          )}
        </Field>
      )}
      {kind === "branch" && (
        <Checkbox checked={value.hasChapter ?? false} onChange={({ target }) => set("hasChapter", target.checked)}>
          {say("hasChapter")}
        </Checkbox>
      )}
      {kind === "team" && (
        <Field label={say("skills")}>
          {(id) => (
            <Select
              id={id}
              mode="tags"
              className="wide"
              value={value.skills ?? []}
              onChange={(chosen) => set("skills", chosen)}
            />
          )}
        </Field>
      )}
      {kind === "post" && (
        <Field label={say("coverableBy")}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              className="wide"
              optionFilterProp="label"
              value={value.coverableBy ?? []}
              options={units.of("post")}
              onChange={(chosen) => set("coverableBy", chosen)}
            />
          )}
        </Field>
      )}
    </>
  );
}
