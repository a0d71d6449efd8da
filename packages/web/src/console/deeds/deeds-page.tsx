import { Empty, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { FilterSelect } from "../ui/filter.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { PersonSelect } from "../ui/person-select.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { AddDeed } from "./add-deed.tsx";
import type { Deed } from "./deeds.routes.ts";
import { deedWords } from "./deeds.words.ts";

const YEARS = 8;

/** The good deeds of a year, with how many count. */
export default function DeedsPage() {
  const say = useWords(deedWords);
  const [filters] = useFilters();
  const now = new Date().getFullYear();
  const year = filters.year ?? String(now);
  const mayWrite = useRoles()("alliance", "organizer", "branchSecretary");
  const columns = useDeedColumns(mayWrite);
  return (
    <Page title={say("title")} beside={<Count year={year} />} actions={mayWrite && <AddDeed />}>
      <List
        name="deeds"
        title={`${say("title")} ${year}`}
        route="GET /deeds"
        given={{ query: { year, recordedBy: filters.recordedBy } }}
        columns={columns}
        rowKey={({ id }) => id}
        filters={<Filters now={now} year={year} />}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
            <p className="quiet">{say("empty.detail")}</p>
          </Empty>
        }
      />
    </Page>
  );
}

function Count({ year }: { year: string }) {
  const say = useWords(deedWords);
  const { data } = useReading("GET /deeds/{year}/count", { path: { year } });
  if (!data) return <span className="quiet">…</span>;
  return (
    <span className="number" role="status">
      {say("count", { year, count: String(data.standing) })}
      {data.voided > 0 && <span className="quiet"> · {say("count.voided", { count: String(data.voided) })}</span>}
    </span>
  );
}

function Filters({ now, year }: { now: number; year: string }) {
  const say = useWords(deedWords);
  const [filters, set] = useFilters();
  const seesPeople = useRoles()("administrator", "alliance", "committee", "organizer", "auditor");
  const years = Array.from({ length: YEARS }, (_, at) => String(now - at));
  return (
    <>
      <FilterSelect
        name="year"
        label={say("year")}
        otherwise={year}
        isRequired
        options={years.map((value) => ({ value, label: say("year.of", { year: value }) }))}
      />
      {seesPeople && (
        <span className="filter-search">
          <PersonSelect
            label={say("recordedBy")}
            value={filters.recordedBy}
            onChange={(recordedBy) => set({ recordedBy })}
          />
        </span>
      )}
    </>
  );
}

function useDeedColumns(mayWrite: boolean): ListColumn<Deed>[] {
  const say = useWords(deedWords);
  const when = useWhen();
  const { nameOf } = useUnits();
  const branchOf = ({ branchId }: Deed) => (branchId ? nameOf(branchId) : "");
  const acts: ListColumn<Deed> = { key: "acts", title: say("acts"), width: 96, show: (deed) => <Void deed={deed} /> };
  return [
    {
      key: "date",
      title: say("date"),
      width: 136,
      show: ({ date }) => <span className="whole">{when.date(date)}</span>,
      value: ({ date }) => date,
    },
    {
      key: "description",
      title: say("description"),
      width: 360,
      show: (deed) => <What deed={deed} />,
      value: ({ description }) => description,
    },
    {
      key: "beneficiary",
      title: say("beneficiary"),
      width: 80,
      show: ({ beneficiary }) => say(`beneficiary.${beneficiary}`),
      value: ({ beneficiary }) => say(`beneficiary.${beneficiary}`),
    },
    {
      key: "evidence",
      title: say("evidence"),
      width: 200,
      show: ({ evidence, activityId }) => (
        <>
          {evidence && <span className="pre">{evidence}</span>}{" "}
          {activityId && <PageLink to={`/activities/${activityId}`}>{say("activity.open")}</PageLink>}
        </>
      ),
      value: ({ evidence }) => evidence,
    },
    { key: "branch", title: say("branchId"), width: 128, show: branchOf, value: branchOf },
    {
      key: "recordedBy",
      title: say("recordedBy"),
      width: 160,
      show: ({ recordedBy: { actorId, name, employeeNumber } }) => (
        <Person memberId={actorId} name={name} employeeNumber={employeeNumber} />
      ),
      value: ({ recordedBy }) => recordedBy.name,
    },
    {
      key: "status",
      title: say("status"),
      width: 96,
      show: ({ status }) => <Tag color={status === "standing" ? "success" : "default"}>{say(`status.${status}`)}</Tag>,
      value: ({ status }) => say(`status.${status}`),
    },
    ...(mayWrite ? [acts] : []),
  ];
}

function What({ deed }: { deed: Deed }) {
  const say = useWords(deedWords);
  return (
    <>
      <span className="pre">{deed.description}</span>
      {deed.status === "void" && (
        <div className="quiet">{say("voided", { name: deed.voidedBy.name ?? "–", reason: deed.reason })}</div>
      )}
    </>
  );
}

function Void({ deed: { id, date, status } }: { deed: Deed }) {
  const say = useWords(deedWords);
  if (status === "void") return null;
  const path = { year: date.slice(0, 4), deedId: id };
  return (
    <ActButton
      size="small"
      danger
      ask={say("void.ask")}
      reason="needed"
      act={(reason) => call("POST /deeds/{year}/{deedId}/void", { path, body: { reason } })}
      done={say("void.done")}
    >
      {say("void")}
    </ActButton>
  );
}
