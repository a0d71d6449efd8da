import { Alert, Segmented, Select, Statistic, Table } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import type { Trainers } from "../../shared/training/trainer.routes.ts";
import { trainerPageWords } from "../../shared/training/trainer.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { ButtonLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { PersonById } from "../ui/person-by-id.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { AppointTrainer, EndAppointment } from "./appoint-trainer.tsx";
import { ExportTrainers } from "./export-trainers.tsx";
import { TrainingTabs } from "./training-tabs.tsx";
import "./training.css";

type Listed = Trainers["items"][number];
type Offender = Trainers["offenders"][number];

/** Who is a trainer on a day or in a year, and whose appointment has to be ended. */
export default function TrainersPage() {
  const say = useWords(trainerPageWords);
  const mayAppoint = useRoles()("alliance");
  const [{ year, day }] = useFilters();
  const query = year ? { year } : day ? { day } : {};
  const read = useReading("GET /trainers", { query });
  const acts = (
    <>
      {read.data && <ExportTrainers trainers={read.data} />}
      {mayAppoint && <ButtonLink to="/imports">{say("import.open")}</ButtonLink>}
      {mayAppoint && <AppointTrainer />}
    </>
  );
  return (
    <Page title={say("trainers")} about={say("trainers.about")} actions={acts}>
      <TrainingTabs />
      <Period />
      <Loaded of={read}>
        {(trainers) => (
          <>
            <Offenders offenders={trainers.offenders} mayEnd={mayAppoint} />
            <Counts trainers={trainers} />
            <People items={trainers.items} mayEnd={mayAppoint} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const THIS_YEAR = new Date().getFullYear();
const YEARS = Array.from({ length: 20 }, (_, back) => String(THIS_YEAR + 1 - back));

function Period() {
  const say = useWords(trainerPageWords);
  const [{ year, day }, set] = useFilters();
  return (
    <div className="training-period">
      <Segmented
        value={year ? "year" : "day"}
        onChange={(kind) => set(kind === "year" ? { year: String(THIS_YEAR), day: undefined } : { year: undefined })}
        options={[
          { value: "day", label: say("on.day") },
          { value: "year", label: say("on.year") },
        ]}
      />
      {year ? (
        <Select
          aria-label={say("year")}
          value={year}
          onChange={(chosen) => set({ year: chosen })}
          options={[...new Set([year, ...YEARS])].map((value) => ({ value, label: value }))}
        />
      ) : (
        <Field label={say("day")}>
          {(id) => <DayField id={id} value={day} onChange={(chosen) => set({ day: chosen })} />}
        </Field>
      )}
    </div>
  );
}

function Counts({ trainers: { trainers, party } }: { trainers: Trainers }) {
  const say = useWords(trainerPageWords);
  return (
    <div className="training-counts">
      <Statistic title={say("count")} value={trainers} />
      <Statistic title={say("party")} value={party} />
    </div>
  );
}

/** How an appointment's days read. */
export function useTerm() {
  const say = useWords(trainerPageWords);
  const when = useWhen();
  return ({ from, until }: { from: string; until?: string | undefined }) =>
    until
      ? say("term.closed", { from: when.date(from), until: when.date(until) })
      : say("term.open", { from: when.date(from) });
}

function Offenders({ offenders, mayEnd }: { offenders: readonly Offender[]; mayEnd: boolean }) {
  const say = useWords(trainerPageWords);
  const term = useTerm();
  if (offenders.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say("offenders")}
      description={
        <>
          <p>{say("offenders.detail")}</p>
          <ul>
            {offenders.map((one) => (
              <li key={one.memberId}>
                <Person {...one} /> · {say(`why.${one.why}`)} · {term(one)} {mayEnd && <EndAppointment held={one} />}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

function People({ items, mayEnd }: { items: readonly Listed[]; mayEnd: boolean }) {
  const say = useWords(trainerPageWords);
  const word = useDomainWords();
  const { nameOf } = useUnits();
  const { list } = useMarks();
  const term = useTerm();
  if (items.length === 0) return <Blank title={say("trainers.empty")}>{say("trainers.empty.detail")}</Blank>;
  return (
    <Table<Listed>
      size="small"
      rowKey="memberId"
      dataSource={[...items]}
      pagination={items.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: true }}
      columns={[
        { key: "person", title: say("person"), render: (_, one) => <Person {...one} /> },
        {
          key: "level",
          title: say("level"),
          render: (_, { level }) => (level ? word(`trainer.level.${level}`) : say("level.none")),
        },
        {
          key: "teams",
          title: say("teams"),
          render: (_, { teamIds }) => list(teamIds.map((id) => nameOf(id))) || say("teams.none"),
        },
        { key: "term", title: say("term"), render: (_, one) => term(one) },
        { key: "party", title: say("isParty"), render: (_, { isParty }) => (isParty ? say("yes") : "") },
        {
          key: "by",
          title: say("by"),
          render: (_, { by }) => (by ? <PersonById memberId={by} /> : say("by.roster")),
        },
        { key: "end", title: say("end"), render: (_, one) => mayEnd && !one.ended && <EndAppointment held={one} /> },
      ]}
    />
  );
}
