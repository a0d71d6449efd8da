import { App, Button, Input, Segmented } from "antd";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { newId } from "../../../shared/new-id.ts";
import { useAct } from "../../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { DIGITS, emptyRow, faultsIn, isBegun, isFull, type PaperRow, rowsFor, sheetOf } from "./paper-row.ts";
import { surveyPageWords } from "./survey.words.ts";

const ROWS = 10;
type By = "sheet" | "client";

interface Props {
  activityId: string;
  papers: { handedOut: number; typed: readonly number[] };
}

const freshRows = (by: By, papers: Props["papers"]): PaperRow[] => {
  const rows = by === "sheet" ? rowsFor(papers, ROWS) : [];
  return rows.length > 0 ? rows : [emptyRow()];
};

/** Forms on paper, a row each, typed by keyboard alone: a digit goes on to the next column, Enter too. */
export function PaperBatch({ activityId, papers }: Props) {
  const say = useWords(surveyPageWords);
  const { message } = App.useApp();
  const [by, setBy] = useState<By>(papers.handedOut > 0 ? "sheet" : "client");
  const [rows, setRows] = useState<PaperRow[]>(() => freshRows(by, papers));
  const [once, setOnce] = useState(newId);
  const hint = useId();
  const begun = rows.filter(isBegun);
  const isReady = begun.length > 0 && begun.every((row) => faultsIn(row).length === 0);
  const sending = useAct(
    () =>
      call("POST /activities/{id}/survey/paper-answers", {
        path: { id: activityId },
        body: { once, sheets: begun.map((row) => sheetOf(row, by)) },
      }),
    {
      done: ({ sheets }) => {
        const refused = begun.flatMap((row, at) =>
          sheets[at]?.state === "refused" ? [{ ...row, refused: sheets[at]?.detail }] : [],
        );
        const count = String(begun.length - refused.length);
        if (refused.length > 0) void message.warning(say("batch.some", { count, refused: String(refused.length) }));
        else void message.success(say("batch.done", { count }));
        const taken = begun.filter((_, at) => sheets[at]?.state !== "refused").map(({ number }) => Number(number));
        const next = { ...papers, typed: [...papers.typed, ...(by === "sheet" ? taken : [])] };
        setRows(refused.length > 0 ? refused : freshRows(by, next));
        setOnce(newId());
      },
    },
  );
  const set = (at: number, patch: Partial<PaperRow>) =>
    setRows((before) => before.map((row, index) => (index === at ? { ...row, ...patch, refused: undefined } : row)));
  return (
    <form
      className="paper-batch"
      aria-describedby={hint}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) sending.mutate(undefined);
      }}
    >
      <Segmented<By>
        aria-label={say("batch.by")}
        value={by}
        options={(["sheet", "client"] as const).map((value) => ({ value, label: say(`batch.by.${value}`) }))}
        onChange={(value) => {
          setBy(value);
          setRows(freshRows(value, papers));
        }}
      />
      <p className="quiet" id={hint}>
        {say("batch.hint")}
      </p>
      <Rows rows={rows} set={set} />
      {sending.error && <Trouble error={sending.error} />}
      <div className="line-acts">
        <Button onClick={() => setRows((before) => [...before, emptyRow()])}>{say("batch.more")}</Button>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={sending.isPending}>
          {say("batch.send", { count: String(begun.length) })}
        </Button>
      </div>
    </form>
  );
}

interface RowsProps {
  rows: readonly PaperRow[];
  set: (at: number, patch: Partial<PaperRow>) => void;
}

const COLUMNS = ["number", ...DIGITS, "comment"] as const;

function Rows({ rows, set }: RowsProps) {
  const say = useWords(surveyPageWords);
  const word = useDomainWords();
  const table = useRef<HTMLTableElement>(null);
  const nameOf = (field: (typeof COLUMNS)[number]) =>
    field === "number" ? say("batch.number") : field === "comment" ? say("batch.comment") : say(`batch.${field}`);
  /** On to the next field, row by row. */
  const onward = (from: number) =>
    table.current
      ?.querySelectorAll("input")
      .item(from + 1)
      ?.focus();
  const last = rows.length * COLUMNS.length - 1;
  const onKey = (event: KeyboardEvent<HTMLInputElement>, place: number) => {
    if (event.key !== "Enter" || event.ctrlKey || place === last) return;
    event.preventDefault();
    onward(place);
  };
  return (
    <div className="paper-scroll">
      <table className="paper-rows" ref={table}>
        <thead>
          <tr>
            {COLUMNS.map((field) => (
              <th
                key={field}
                scope="col"
                title={field === "number" || field === "comment" ? "" : word(`survey.question.${field}`)}
              >
                {nameOf(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows are told apart by where they stand: their numbers are typed.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at}>
              {COLUMNS.map((field, column) => (
                <td key={field}>
                  <Input
                    size="small"
                    className={`paper-${field}`}
                    {...(faultsIn(row).some((fault) => fault === field) ? { status: "error" as const } : {})}
                    aria-label={say("batch.cell", { row: String(at + 1), column: nameOf(field) })}
                    aria-invalid={faultsIn(row).some((fault) => fault === field)}
                    inputMode={field === "comment" ? "text" : "numeric"}
                    maxLength={field === "comment" ? 1000 : 4}
                    autoComplete="off"
                    value={row[field]}
                    onKeyDown={(event) => onKey(event, at * COLUMNS.length + column)}
                    onChange={({ target }) => {
                      set(at, { [field]: target.value });
                      if (field !== "number" && field !== "comment" && isFull(field, target.value))
                        onward(at * COLUMNS.length + column);
                    }}
                  />
                  {field === "comment" && row.refused && <div className="bad-reason">{row.refused}</div>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
