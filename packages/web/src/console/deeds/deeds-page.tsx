import { Empty, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Files } from "../ui/files.tsx";
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
const COLOURS = { standing: "success", reported: "warning", void: "default" } as const;

/** The good deeds of a year, with how many count. */
export default function DeedsPage() {
  const say = useWords(deedWords);
  const [filters] = useFilters();
  const now = new Date().getFullYear();
  const year = filters.year ?? String(now);
  const mayWrite = useRoles()("alliance", "organizer", "branchSecretary");
  const columns = useDeedColumns(mayWrite);
  return (
    <Page title={say("title")} beside={<Count year={year} />} actions={<AddDeed />}>
      <List
        name="deeds"
        title={`${say("title")} ${year}`}
        route="GET /deeds"
        given={{ query: { year, recordedBy: filters.recordedBy } }}
        columns={columns}
        rowKey={({ id }) => id}
        more={(deed) => <Photos deed={deed} />}
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
      {data.reported > 0 && <span> · {say("count.reported", { count: String(data.reported) })}</span>}
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
  const acts: ListColumn<Deed> = { key: "acts", title: say("acts"), width: 160, show: (deed) => <Acts deed={deed} /> };
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
      key: "status",
      title: say("status"),
      width: 96,
      show: ({ status }) => <Tag color={COLOURS[status]}>{say(`status.${status}`)}</Tag>,
      value: ({ status }) => say(`status.${status}`),
    },
    {
      key: "recordedBy",
      title: say("recordedBy"),
      width: 160,
      show: ({ recordedBy: { actorId, name, employeeNumber } }) => (
        <Person memberId={actorId} name={name} employeeNumber={employeeNumber} />
      ),
      value: ({ recordedBy }) => recordedBy.name,
    },
    ...(mayWrite ? [acts] : []),
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

/** The photos of one line, read when it is opened. */
function Photos({ deed: { id: deedId, date } }: { deed: Deed }) {
  const say = useWords(deedWords);
  const { data } = useReading("GET /deeds/{year}/{deedId}", { path: { year: date.slice(0, 4), deedId } });
  if (!data) return null;
  const photos = data.photos ?? [];
  return photos.length === 0 ? (
    <p className="quiet">{say("photos.none")}</p>
  ) : (
    <Files files={photos} label={say("photos")} />
  );
}

/** What is done with a deed by who may record one; nobody confirms their own. */
function Acts({ deed: { id: deedId, date, status, recordedBy } }: { deed: Deed }) {
  const say = useWords(deedWords);
  const me = useMe();
  if (status === "void") return null;
  const path = { year: date.slice(0, 4), deedId };
  return (
    <div className="row-acts">
      {status === "reported" && recordedBy.actorId !== me?.id && (
        <ActButton
          size="small"
          ask={say("confirm.ask")}
          act={() => call("POST /deeds/{year}/{deedId}/confirm", { path })}
          done={say("confirm.done")}
        >
          {say("confirm")}
        </ActButton>
      )}
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
    </div>
  );
}
