import { Button, Tag } from "antd";
import { useLanguage } from "../../shared/language.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { List, type ListColumn } from "../ui/list.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { BadRow } from "./bad-row.tsx";
import { columnName } from "./column-name.ts";
import { useStates } from "./import-states.ts";
import type { Import, ImportRow } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

const COLOURS: Readonly<Partial<Record<ImportRow["state"], string>>> = {
  bad: "error",
  joins: "success",
  adds: "success",
  leaves: "warning",
  removes: "warning",
};

/** The rows of an import by what they do; a bad one is put right where it stands. */
export function ImportRows({ of }: { of: Import }) {
  const [{ state: asked }] = useFilters();
  const state = asked ?? ((of.counts.bad ?? 0) > 0 && of.status === "previewed" ? "bad" : undefined);
  const columns = useRowColumns(of);
  return (
    <List
      name={`import.${of.kind}`}
      title={of.fileName}
      route="GET /imports/{id}/rows"
      given={{ path: { id: of.id }, query: { state: state === "all" ? undefined : state } }}
      columns={columns}
      rowKey={(row) => row.row ?? `${row.employeeNumber} ${row.state} ${JSON.stringify(row.changes)}`}
      filters={<StateFilter of={of} state={state} />}
    />
  );
}

/** Each count opens its rows. */
function StateFilter({ of, state }: { of: Import; state: string | undefined }) {
  const say = useWords(importWords);
  const [, set] = useFilters();
  const states = useStates()(of);
  const button = (value: string, label: string) => (
    <Button
      key={value}
      size="small"
      aria-pressed={(state ?? "all") === value}
      {...((state ?? "all") === value ? { className: "chosen" } : {})}
      onClick={() => set({ state: value })}
    >
      {label}
    </Button>
  );
  return (
    <>
      {button("all", `${say("all")} ${of.previewRows}`)}
      {states.map((one) => button(one.state, `${one.label} ${one.count}`))}
    </>
  );
}

function useRowColumns(of: Import): ListColumn<ImportRow>[] {
  const say = useWords(importWords);
  const language = useLanguage();
  const { colon, parts } = useMarks();
  const what = ({ changes, problems }: ImportRow) =>
    parts([
      ...problems.map(({ column, reason }) => colon(columnName(column, language), reason[language])),
      ...changes.map(({ field, from, to }) => colon(columnName(field, language), `${from} → ${to}`)),
    ]);
  return [
    {
      key: "row",
      title: say("rows.number"),
      width: 112,
      align: "right",
      show: ({ row }) => (row === undefined ? <span className="quiet whole">{say("rows.notInFile")}</span> : row),
      value: ({ row }) => row,
    },
    {
      key: "who",
      title: say("rows.who"),
      width: 160,
      show: ({ name, employeeNumber }) => (
        <span className="person short" title={name}>
          {name} <span className="quiet number">{employeeNumber}</span>
        </span>
      ),
      value: ({ name, employeeNumber }) => `${employeeNumber} ${name}`,
    },
    {
      key: "state",
      title: say("rows.state"),
      width: 88,
      show: ({ state }) => <Tag color={COLOURS[state] ?? "default"}>{say(`state.${state}`)}</Tag>,
      value: ({ state }) => say(`state.${state}`),
    },
    {
      key: "what",
      title: say("rows.what"),
      width: 560,
      show: (row) =>
        row.state === "bad" && row.row !== undefined ? (
          <BadRow key={row.row} of={of} row={row} />
        ) : (
          <Changes row={row} />
        ),
      value: what,
    },
  ];
}

function Changes({ row: { changes } }: { row: ImportRow }) {
  const say = useWords(importWords);
  const language = useLanguage();
  return changes.map(({ field, from, to }) => (
    <div key={field}>
      <span className="quiet">{columnName(field, language)}</span> {to || say("rows.empty")}{" "}
      {from && <span className="quiet">{say("rows.from", { from })}</span>}
    </div>
  ));
}
