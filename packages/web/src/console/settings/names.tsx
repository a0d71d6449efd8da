import { LANGUAGES, type Language } from "@yigong/core/language/catalogue.ts";
import { App, Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { Refused } from "../../shared/api/problem.ts";
import type { Settings } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { type Conflict, ConflictDialog, conflictIn } from "../ui/conflict.tsx";
import { Field } from "../ui/field.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { changesOf, clashOf, FIELDS, type Field as Named, type Patch } from "./changes.ts";
import "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";

/** Names of alliance, company and Party committee, the phone, the zone. */
export function Names() {
  const settings = useReading("GET /organization", {}, { live: false });
  return <Loaded of={settings}>{(opened) => <Form key="form" opened={opened} />}</Loaded>;
}

function Form({ opened }: { opened: Settings }) {
  const say = useWords(settingsWords);
  const { list } = useMarks();
  const { message } = App.useApp();
  // What was read when the form was opened: what is compared, and what others may have changed since.
  const [base, setBase] = useState(opened);
  const [mine, setMine] = useState<Settings>(opened);
  const [conflict, setConflict] = useState<Conflict<Settings>>();
  const named = (fields: readonly string[]) =>
    fields.flatMap((field) => FIELDS.filter((one) => one === field)).map((field) => say(`field.${field}`));
  const take = (settings: Settings) => {
    setBase(settings);
    setMine(settings);
    setConflict(undefined);
  };
  const save = useAct(
    ({ patch, version }: { patch: Patch; version: number }) =>
      call("PATCH /organization", { version, body: { ...patch, version } }),
    {
      done: (after, { patch }) => {
        take(after);
        void message.success(say("save.done", { fields: list(named(Object.keys(patch))) }));
      },
    },
  );
  const send = (version: number, from: Settings = base) => {
    const patch = changesOf(from, mine);
    if (Object.keys(patch).length === 0) return void message.info(say("save.nothing"));
    save.mutate({ patch, version }, { onError: (error) => void look(error) });
  };
  const look = async (error: unknown) => {
    const told = conflictIn<Settings>(error);
    if (!told && !isStale(error)) return;
    const current = told?.current ?? (await call("GET /organization"));
    const touched = changesOf(base, mine);
    const clash = clashOf(base, current).filter((field) => field in touched);
    // Others changed something else: both hold.
    if (clash.length === 0) return keepMine(current);
    setConflict({ current, changed: clash.map((field) => ({ field, name: say(`field.${field}`) })) });
  };
  const keepMine = (current: Settings) => {
    const patch = changesOf(base, mine);
    setConflict(undefined);
    setBase(current);
    // What nobody touched here stays as it is now.
    setMine({ ...current, ...patch });
    save.mutate({ patch, version: current.version }, { onError: (error) => void look(error) });
  };
  const shownError = save.error && !conflict && !isStale(save.error) ? save.error : undefined;
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(base.version);
      }}
    >
      {FIELDS.map((field) => (
        <One
          key={field}
          field={field}
          value={mine[field]}
          isFixed={field === "zone" || (field === "foundingYear" && base.version > 0)}
          onChange={(value) => setMine({ ...mine, [field]: value })}
        />
      ))}
      {shownError && <Trouble error={shownError} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {say("save.do")}
      </Button>
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          mine={mine}
          onKeepMine={keepMine}
          onTakeTheirs={(current) => {
            take(current);
            save.reset();
            void message.info(say("save.theirs"));
          }}
        />
      )}
    </form>
  );
}

const isStale = (error: unknown): boolean =>
  error instanceof Refused && (error.code === "organization.stale" || error.code === "edit.changed");

interface OneProps {
  field: Named;
  value: string | number | readonly Language[] | undefined;
  isFixed: boolean;
  onChange: (value: string | number | Language[]) => void;
}

function One({ field, value, isFixed, onChange }: OneProps) {
  const say = useWords(settingsWords);
  return (
    <Field label={say(`field.${field}`)} hint={say(`field.${field}.hint`)}>
      {(id) =>
        isFixed ? (
          <Input id={id} readOnly value={String(value ?? "–")} />
        ) : field === "languages" ? (
          <Offered id={id} value={value as readonly Language[] | undefined} onChange={onChange} />
        ) : field === "travelMinutes" ? (
          <InputNumber
            id={id}
            precision={0}
            min={0}
            max={240}
            placeholder="60"
            value={value === undefined ? null : Number(value)}
            onChange={(next) => onChange(next ?? 60)}
          />
        ) : field === "codeVersion" || field === "foundingYear" ? (
          <InputNumber
            id={id}
            precision={0}
            min={1}
            value={Number(value)}
            onChange={(next) => onChange(next ?? Number(value))}
          />
        ) : (
          <Input
            id={id}
            maxLength={field === "servicePhone" ? 40 : 120}
            value={String(value ?? "")}
            onChange={({ target }) => onChange(target.value)}
          />
        )
      }
    </Field>
  );
}

/** Which languages are offered, the usual one first. */
const CHOICES = ["zh-CN,en", "en,zh-CN", "zh-CN", "en"] as const;

function Offered({
  id,
  value,
  onChange,
}: { id: string; value: readonly Language[] | undefined } & Pick<OneProps, "onChange">) {
  const say = useWords(settingsWords);
  return (
    <Select
      id={id}
      value={(value ?? LANGUAGES).join(",")}
      options={CHOICES.map((choice) => ({ value: choice, label: say(`languages.${choice}`) }))}
      onChange={(choice) =>
        onChange(LANGUAGES.filter((one) => choice.includes(one)).sort((a, b) => choice.indexOf(a) - choice.indexOf(b)))
      }
    />
  );
}
