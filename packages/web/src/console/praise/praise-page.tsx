import { Empty, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Praise } from "../../shared/praise/praise.routes.ts";
import { praiseWords } from "../../shared/praise/praise.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Files } from "../ui/files.tsx";
import { FilterSelect } from "../ui/filter.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { AddPraise } from "./add-praise.tsx";
import { AttachFile } from "./attach-file.tsx";

const YEARS = 8;

/** The praise from outside of a year. */
export default function PraisePage() {
  const say = useWords(praiseWords);
  const [filters] = useFilters();
  const now = new Date().getFullYear();
  const year = filters.year ?? String(now);
  const mayWrite = useRoles()("alliance", "organizer", "branchSecretary");
  const years = Array.from({ length: YEARS }, (_, at) => String(now - at));
  return (
    <Page title={say("title")} about={say("about")} actions={mayWrite && <AddPraise />}>
      <List
        name="praise"
        title={`${say("title")} ${year}`}
        route="GET /praise"
        given={{ query: { year } }}
        columns={useColumns(mayWrite)}
        rowKey={({ id }) => id}
        more={(praise) => <LineFiles praise={praise} mayWrite={mayWrite} />}
        filters={
          <FilterSelect
            name="year"
            label={say("year")}
            otherwise={year}
            isRequired
            options={years.map((value) => ({ value, label: say("year.of", { year: value }) }))}
          />
        }
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
            <p className="quiet">{say("empty.detail")}</p>
          </Empty>
        }
      />
    </Page>
  );
}

/** The files of one line, read when it is opened. */
function LineFiles({ praise: { id: praiseId, date, status }, mayWrite }: { praise: Praise; mayWrite: boolean }) {
  const say = useWords(praiseWords);
  const path = { year: date.slice(0, 4), praiseId };
  const { data } = useReading("GET /praise/{year}/{praiseId}", { path });
  const files = data?.files ?? [];
  return (
    <>
      {data && files.length === 0 && <p className="quiet">{say("file.none")}</p>}
      <Files files={files} label={say("file")} />
      {mayWrite && status === "standing" && <AttachFile praise={{ id: praiseId, date }} />}
    </>
  );
}

const pageOf = ({ to }: Praise): string => {
  if (to.kind === "member") return `/people/${to.memberId}`;
  return to.kind === "team" ? "/units" : `/activities/${to.activityId}/archive`;
};

function useColumns(mayWrite: boolean): ListColumn<Praise>[] {
  const say = useWords(praiseWords);
  const when = useWhen();
  const acts: ListColumn<Praise> = { key: "acts", title: say("acts"), width: 96, show: (one) => <Void praise={one} /> };
  return [
    {
      key: "date",
      title: say("date"),
      width: 136,
      show: ({ date }) => <span className="whole">{when.date(date)}</span>,
      value: ({ date }) => date,
    },
    { key: "issuer", title: say("issuer"), width: 160, show: ({ issuer }) => issuer, value: ({ issuer }) => issuer },
    {
      key: "kind",
      title: say("to"),
      width: 80,
      show: ({ to }) => say(`to.${to.kind}`),
      value: ({ to }) => say(`to.${to.kind}`),
    },
    {
      key: "receiver",
      title: say("to.whom"),
      width: 140,
      show: (praise) => <PageLink to={pageOf(praise)}>{praise.receiver}</PageLink>,
      value: ({ receiver }) => receiver,
    },
    {
      key: "text",
      title: say("text"),
      width: 260,
      show: (praise) => (
        <>
          <span className="pre">{praise.text}</span>
          {praise.status === "void" && <div className="quiet">{say("voided", { reason: praise.reason })}</div>}
        </>
      ),
      value: ({ text }) => text,
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

function Void({ praise: { id: praiseId, date, status } }: { praise: Praise }) {
  const say = useWords(praiseWords);
  if (status === "void") return null;
  const path = { year: date.slice(0, 4), praiseId };
  return (
    <ActButton
      size="small"
      danger
      ask={say("void.ask")}
      reason="needed"
      act={(reason) => call("POST /praise/{year}/{praiseId}/void", { path, body: { reason } })}
      done={say("void.done")}
    >
      {say("void")}
    </ActButton>
  );
}
