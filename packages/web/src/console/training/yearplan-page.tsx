import { Button, InputNumber, Modal, Select, Table, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { YearPlan } from "../../shared/training/trainer.routes.ts";
import { yearplanPageWords } from "../../shared/training/yearplan.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { Field } from "../ui/field.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { PrintPlan, useCellLines } from "./print-plan.tsx";
import { TrainingTabs } from "./training-tabs.tsx";
import "./training.css";

type Line = YearPlan["items"][number];
type Cell = Line["cells"][number];

const THIS_YEAR = new Date().getFullYear();

/** A year's classes by team and quarter: held, planned or missing, with each class behind a cell. */
export default function YearplanPage() {
  const say = useWords(yearplanPageWords);
  const [{ year = String(THIS_YEAR) }, set] = useFilters();
  const read = useReading("GET /training-plans/{year}", { path: { year } });
  const acts = (
    <>
      {read.data && <PrintPlan plan={read.data} />}
      {read.data && <Export plan={read.data} />}
    </>
  );
  return (
    <Page title={`${say("plan")} ${year}`} about={say("plan.about")} actions={acts}>
      <TrainingTabs />
      <div className="training-period">
        <Select
          aria-label={say("year")}
          value={year}
          onChange={(chosen) => set({ year: chosen })}
          options={Array.from({ length: 12 }, (_, back) => String(THIS_YEAR + 1 - back)).map((value) => ({
            value,
            label: value,
          }))}
        />
      </div>
      <Loaded of={read}>
        {(plan) =>
          plan.items.length === 0 ? (
            <Blank title={say("plan.empty")}>{say("plan.empty.detail")}</Blank>
          ) : (
            <Grid plan={plan} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Grid({ plan: { year, items } }: { plan: YearPlan }) {
  const say = useWords(yearplanPageWords);
  const { nameOf } = useUnits();
  const maySet = useRoles()("alliance");
  const [shown, setShown] = useState<{ teamId: string; cell: Cell }>();
  return (
    <>
      <Table<Line>
        size="small"
        rowKey="teamId"
        dataSource={[...items]}
        pagination={false}
        scroll={{ x: true }}
        columns={[
          { key: "team", title: say("team"), render: (_, { teamId }) => nameOf(teamId) },
          {
            key: "wanted",
            title: say("perQuarter"),
            align: "right",
            render: (_, line) => (
              <>
                {line.perQuarter} {maySet && <Cadence key={line.perQuarter} year={year} line={line} />}
              </>
            ),
          },
          ...[0, 1, 2, 3].map((at) => ({
            key: String(at),
            title: say("quarter", { number: String(at + 1) }),
            render: (_: unknown, { teamId, cells }: Line) =>
              cells[at] && <Quarter cell={cells[at]} open={(cell) => setShown({ teamId, cell })} />,
          })),
        ]}
      />
      <Modal
        open={shown !== undefined}
        title={shown && say("classes", { team: nameOf(shown.teamId), quarter: String(shown.cell.quarter) })}
        footer={<Button onClick={() => setShown(undefined)}>{say("close")}</Button>}
        onCancel={() => setShown(undefined)}
      >
        {shown && <Classes cell={shown.cell} />}
      </Modal>
    </>
  );
}

/** A quarter in its colour, which is said in words too. */
function Quarter({ cell, open }: { cell: Cell; open: (cell: Cell) => void }) {
  const say = useWords(yearplanPageWords);
  const word = useDomainWords();
  const { colour, isOverdue, held, planned, wanted } = cell;
  const counts = { held: String(held), planned: String(planned), wanted: String(wanted) };
  return (
    <button type="button" className={`plan-cell ${colour}`} onClick={() => open(cell)}>
      <span className="strong">{word(`yearplan.colour.${colour}`)}</span>
      {isOverdue && <span className="late"> {say("overdue")}</span>}
      <br />
      <span className="quiet">{say("counts", counts)}</span>
    </button>
  );
}

function Classes({ cell: { classes } }: { cell: Cell }) {
  const say = useWords(yearplanPageWords);
  const when = useWhen();
  if (classes.length === 0) return <Blank title={say("classes.none")}>{say("classes.none.detail")}</Blank>;
  return (
    <ul>
      {classes.map(({ id, title, startsAt, state }) => (
        <li key={id}>
          <PageLink to={`/classes/${id}`}>{title}</PageLink> {when.instant(startsAt)} <Tag>{say(`class.${state}`)}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Cadence({ year, line: { teamId, perQuarter } }: { year: number; line: Line }) {
  const say = useWords(yearplanPageWords);
  const [wanted, setWanted] = useState<number | null>(perQuarter);
  const field = (
    <Field label={say("perQuarter")}>
      {(id) => <InputNumber id={id} min={0} max={30} precision={0} value={wanted} onChange={setWanted} />}
    </Field>
  );
  return (
    <ActButton
      size="small"
      ask={say("set.ask")}
      fields={field}
      ready={wanted !== null}
      act={() =>
        call("PUT /training-plans/{year}/teams/{teamId}", {
          path: { year: String(year), teamId },
          body: { perQuarter: wanted },
        })
      }
      done={say("done")}
    >
      {say("set")}
    </ActButton>
  );
}

function Export({ plan: { year, items } }: { plan: YearPlan }) {
  const say = useWords(yearplanPageWords);
  const lines = useCellLines();
  const { nameOf } = useUnits();
  const save = async () => {
    const { saveWorkbook } = await import("../ui/workbook.ts");
    const headers = [
      say("team"),
      say("perQuarter"),
      ...[1, 2, 3, 4].map((at) => say("quarter", { number: String(at) })),
    ];
    const rows = items.map(({ teamId, perQuarter, cells }) => [
      nameOf(teamId),
      perQuarter,
      ...cells.map((cell) => lines(cell).join("\n")),
    ]);
    await saveWorkbook(
      `${say("plan")} ${year}`,
      headers.map((header) => ({ header, width: 24 })),
      rows,
    );
  };
  return <Button onClick={() => void save()}>{say("export")}</Button>;
}
