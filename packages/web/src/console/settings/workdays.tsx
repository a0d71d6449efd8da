import { Alert, App, Button, Input, InputNumber, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { messageSettingWords } from "./message-setting.words.ts";
import type { WorkdayTable } from "./settings.routes.ts";

/** The working days of the country: each year's table, until when they cover, and entering the next one. */
export function Workdays() {
  const say = useWords(messageSettingWords);
  const when = useWhen();
  const tables = useReading("GET /settings/workdays", {}, { live: false });
  return (
    <>
      <p className="quiet">{say("workdays.what")}</p>
      <Loaded of={tables}>
        {({ items, coversUntil, nextIsDue }) => (
          <>
            <Alert
              showIcon
              type={nextIsDue ? "warning" : "info"}
              title={coversUntil ? say("workdays.until", { day: when.date(coversUntil) }) : say("workdays.unknown")}
              description={nextIsDue ? say("workdays.due") : undefined}
            />
            {items.map((table) => (
              <One key={table.year} table={table} />
            ))}
            <Enter key={items.map(({ year, version }) => `${year}.${version}`).join()} items={items} />
          </>
        )}
      </Loaded>
    </>
  );
}

function One({ table: { year, holidays, workdays, source, isBuiltIn } }: { table: WorkdayTable }) {
  const say = useWords(messageSettingWords);
  const when = useWhen();
  const { list, parts } = useMarks();
  return (
    <section className="settings-card">
      <h2>
        {say("workdays.year", { year: String(year) })}{" "}
        <Tag>{say(isBuiltIn ? "workdays.builtIn" : "workdays.entered")}</Tag>
      </h2>
      <p>
        {parts(
          holidays.map(
            ({ name, from, to }) =>
              `${name} ${from === to ? when.date(from) : `${when.date(from)} – ${when.date(to)}`}`,
          ),
        )}
      </p>
      <p>{say("workdays.worked", { days: list(workdays.map((day) => when.date(day))) || "–" })}</p>
      <p className="quiet">{source}</p>
    </section>
  );
}

function Enter({ items }: { items: readonly WorkdayTable[] }) {
  const say = useWords(messageSettingWords);
  const { message } = App.useApp();
  const [year, setYear] = useState((items.at(-1)?.year ?? 2026) + 1);
  const known = items.find((one) => one.year === year);
  const [lines, setLines] = useState<string>();
  const [source, setSource] = useState<string>();
  const table = lines ?? known?.lines ?? "";
  const from = source ?? known?.source ?? "";
  const save = useAct(
    () =>
      call("PUT /settings/workdays/{year}", {
        path: { year: String(year) },
        body: { version: known?.version ?? 0, source: from, table },
      }),
    { done: () => void message.success(say("workdays.done", { year: String(year) })) },
  );
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{say("workdays.enter")}</h2>
      <Field label={say("workdays.which")}>
        {(id) => (
          <InputNumber
            id={id}
            min={2020}
            max={2199}
            precision={0}
            value={year}
            onChange={(next) => {
              setYear(next ?? year);
              setLines(undefined);
              setSource(undefined);
            }}
          />
        )}
      </Field>
      <Field label={say("workdays.table")} hint={say("workdays.table.hint")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={9}
            maxLength={4000}
            placeholder={say("workdays.table.example")}
            value={table}
            onChange={({ target }) => setLines(target.value)}
          />
        )}
      </Field>
      <Field label={say("workdays.source")} hint={say("workdays.source.hint")}>
        {(id) => <Input id={id} maxLength={200} value={from} onChange={({ target }) => setSource(target.value)} />}
      </Field>
      {save.error && <Trouble error={save.error} />}
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!table.trim() || !from.trim()}>
        {say("workdays.save")}
      </Button>
    </form>
  );
}
