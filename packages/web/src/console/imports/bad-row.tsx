import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useLanguage } from "../../shared/language.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { columnName } from "./column-name.ts";
import type { Import, ImportRow } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

interface Props {
  of: Import;
  row: ImportRow;
}

/** A bad row: each bad cell with why it is bad, to be written anew and checked again. */
export function BadRow({ of, row }: Props) {
  const say = useWords(importWords);
  const { message } = App.useApp();
  const [cells, setCells] = useState<Record<string, string>>({});
  const number = String(row.row);
  const path = { id: of.id, row: number };
  const fix = useAct(() => call("PATCH /imports/{id}/rows/{row}", { path, body: { cells } }), {
    done: ({ counts }) => {
      setCells({});
      if ((counts.bad ?? 0) < (of.counts.bad ?? 0)) void message.success(say("rows.fixed", { row: number }));
      else void message.warning(say("rows.stillBad", { row: number }));
    },
  });
  const columns = [...new Set(row.problems.map(({ column }) => column))];
  const isOpen = of.status === "previewed";
  return (
    <div className="bad-row">
      {columns.map((column) => (
        <BadCell
          key={column}
          number={number}
          column={column}
          problems={row.problems.filter((problem) => problem.column === column)}
          value={cells[column]}
          isOpen={isOpen}
          onValue={(value) => setCells((before) => ({ ...before, [column]: value }))}
        />
      ))}
      {fix.error && <Trouble error={fix.error} />}
      {isOpen && (
        <div className="row-acts">
          <Button
            size="small"
            type="primary"
            ghost
            disabled={Object.keys(cells).length === 0}
            loading={fix.isPending}
            onClick={() => fix.mutate()}
          >
            {say("rows.fix")}
          </Button>
          <ActButton
            size="small"
            ask={say(of.kind === "contacts" ? "rows.remove.contact" : "rows.remove.ask", { row: number })}
            act={() => call("DELETE /imports/{id}/rows/{row}", { path })}
            done={say("rows.removed", { row: number })}
          >
            {say("rows.remove")}
          </ActButton>
        </div>
      )}
    </div>
  );
}

interface CellProps {
  number: string;
  column: string;
  problems: ImportRow["problems"];
  value: string | undefined;
  isOpen: boolean;
  onValue: (value: string) => void;
}

function BadCell({ number, column, problems, value, isOpen, onValue }: CellProps) {
  const say = useWords(importWords);
  const language = useLanguage();
  const reasons = useId();
  const [first] = problems;
  return (
    <div className="bad-cell">
      <span className="bad-column">{columnName(column, language)}</span>
      <Input
        size="small"
        status="error"
        aria-label={say("rows.cell", { row: number, column: columnName(column, language) })}
        aria-describedby={reasons}
        disabled={!isOpen}
        placeholder={say("rows.empty")}
        value={value ?? first?.value ?? ""}
        onChange={({ target }) => onValue(target.value)}
      />
      <div id={reasons} className="bad-reason">
        {problems.map(({ code, reason }) => (
          <div key={code}>{reason[language]}</div>
        ))}
      </div>
    </div>
  );
}
