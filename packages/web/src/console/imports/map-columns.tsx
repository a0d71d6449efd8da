import { useQuery } from "@tanstack/react-query";
import { App, Button, Card, Checkbox, Select, Table } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { useGo } from "../ui/link.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { uiWords } from "../ui/ui.words.ts";
import type { ImportField, ImportKind, Inspected, Sheet } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

interface Props {
  kind: ImportKind;
  file: File;
  onOther: () => void;
}

function formOf({ kind, file }: Props, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind, ...more })) form.set(name, value);
  form.set("file", file);
  return form;
}

/** What a file has: which sheet is meant, and in which column each field is. */
export function MapColumns(props: Props) {
  const say = useWords(importWords);
  const { file, kind } = props;
  const read = useQuery({
    queryKey: ["POST /imports/inspect", kind, file.name, file.size, file.lastModified],
    queryFn: ({ signal }) => call("POST /imports/inspect", { body: formOf(props), signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Card
      className="map"
      title={<h2 className="card-title">{say("map.title", { file: file.name })}</h2>}
      extra={<OtherFile onOther={props.onOther} />}
    >
      <Loaded of={read}>{(inspected) => <Mapping {...props} inspected={inspected} />}</Loaded>
    </Card>
  );
}

function OtherFile({ onOther }: { onOther: () => void }) {
  const say = useWords(uiWords);
  return <Button onClick={onOther}>{say("cancel")}</Button>;
}

/** The sheet that most fields are in. */
const likeliest = (sheets: readonly Sheet[]): number =>
  sheets.reduce((best, sheet, at) => {
    const found = (of: Sheet | undefined) => Object.keys(of?.guess ?? {}).length;
    return found(sheet) > found(sheets[best]) ? at : best;
  }, 0);

function Mapping({ inspected: { sheets, fields }, ...props }: Props & { inspected: Inspected }) {
  const say = useWords(importWords);
  const { list } = useMarks();
  const [at, setAt] = useState(() => likeliest(sheets));
  const [chosen, setChosen] = useState<Record<string, string | undefined>>();
  const [isAsWritten, setAsWritten] = useState(false);
  const sheet = sheets[at];
  if (!sheet) return null;
  const columns = chosen ?? sheet.guess;
  const missing = fields.filter(({ field, required }) => required && columns[field] === undefined);
  return (
    <>
      <p className="quiet">{say("map.what")}</p>
      {sheets.length > 1 && (
        <Field label={say("map.sheet")}>
          {(id) => (
            <Select
              id={id}
              className="filter"
              value={at}
              options={sheets.map(({ name, rows }, value) => ({
                value,
                label: say("map.sheet.of", { name, rows: String(rows) }),
              }))}
              onChange={(next) => {
                setAt(next);
                setChosen(undefined);
              }}
            />
          )}
        </Field>
      )}
      <MapTable
        sheet={sheet}
        fields={fields}
        columns={columns}
        onColumn={(field, column) => setChosen({ ...columns, [field]: column })}
      />
      {props.kind !== "contacts" && props.kind !== "satisfaction" && (
        <Field label="" hint={say("map.numbers.hint")}>
          {(id) => (
            <Checkbox id={id} checked={isAsWritten} onChange={({ target }) => setAsWritten(target.checked)}>
              {say("map.numbers")}
            </Checkbox>
          )}
        </Field>
      )}
      {missing.length > 0 && (
        <p role="status">{say("map.missing", { fields: list(missing.map(({ label }) => label)) })}</p>
      )}
      <Preview {...props} sheet={sheet} columns={columns} isAsWritten={isAsWritten} isReady={missing.length === 0} />
    </>
  );
}

interface PreviewProps extends Props {
  sheet: Sheet;
  columns: Record<string, string | undefined>;
  isAsWritten: boolean;
  isReady: boolean;
}

function Preview({ sheet, columns, isAsWritten, isReady, ...props }: PreviewProps) {
  const say = useWords(importWords);
  const { message } = App.useApp();
  const go = useGo();
  const preview = useAct(
    () =>
      call("POST /imports", {
        body: formOf(props, {
          ...(sheet.name && { sheet: sheet.name }),
          columns: JSON.stringify(columns),
          ...(isAsWritten && { numbers: "asWritten" }),
        }),
      }),
    {
      done: ({ id, fileName }) => {
        void message.success(say("map.read", { file: fileName }));
        go(`/imports/${id}`);
      },
    },
  );
  return (
    <>
      {preview.error && <Trouble error={preview.error} />}
      <Button type="primary" disabled={!isReady} loading={preview.isPending} onClick={() => preview.mutate()}>
        {say("map.preview")}
      </Button>
    </>
  );
}

interface MapTableProps {
  sheet: Sheet;
  fields: readonly ImportField[];
  columns: Record<string, string | undefined>;
  onColumn: (field: string, column: string | undefined) => void;
}

function MapTable({ sheet, fields, columns, onColumn }: MapTableProps) {
  const say = useWords(importWords);
  const options = sheet.header.cells
    .filter(({ text }) => text !== "")
    .map(({ column, text }) => ({ value: column, label: `${column} ${text}` }));
  const at = (letters: string) => sheet.header.cells.findIndex(({ column }) => column === letters);
  const sampleOf = (column: string | undefined) =>
    column === undefined
      ? ""
      : sheet.sample
          .map((row) => row[at(column)] ?? "")
          .filter(Boolean)
          .join(" · ");
  return (
    <Table<ImportField>
      size="small"
      rowKey="field"
      pagination={false}
      dataSource={[...fields]}
      scroll={{ x: "max-content" }}
      columns={[
        {
          title: say("map.field"),
          width: 160,
          render: (_, { label, required }) => (required ? `${label} *` : label),
        },
        {
          title: say("map.column"),
          width: 220,
          render: (_, { field, label }) => (
            <Select
              aria-label={label}
              className="wide"
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              placeholder={say("map.none")}
              value={columns[field] ?? null}
              options={options}
              onChange={(column: string | null) => onColumn(field, column ?? undefined)}
            />
          ),
        },
        {
          title: say("map.sample"),
          render: (_, { field, example, hint }) => {
            const sample = sampleOf(columns[field]);
            return sample ? (
              <span className="clamp">{sample}</span>
            ) : (
              <span className="quiet">{example ? say("map.example", { example }) : hint}</span>
            );
          },
        },
      ]}
    />
  );
}
