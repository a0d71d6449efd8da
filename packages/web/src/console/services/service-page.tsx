import { useParams } from "@tanstack/react-router";
import { Descriptions, Empty, Table, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDue } from "../../shared/services/due.ts";
import type { LongTermService } from "../../shared/services/services.routes.ts";
import { serviceWords } from "../../shared/services/services.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { ServiceActs } from "./service-acts.tsx";

/** One long-term service: what it is, whether the difficulty is solved, and its visits. */
export default function ServicePage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /services/{id}", { path: { id } });
  return <Loaded of={read}>{(service) => <Shown service={service} />}</Loaded>;
}

function Shown({ service }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const me = useMe();
  const isAlliance = useRoles()("alliance");
  const { title, ended, solved, ownerId } = service;
  const mayRun = !ended && (isAlliance || me?.id === ownerId);
  return (
    <Page
      title={title}
      path={[{ to: "/services", title: say("title") }]}
      beside={<Tag color={solved.state === "yes" ? "success" : "warning"}>{say(`solved.${solved.state}`)}</Tag>}
      actions={mayRun && <ServiceActs service={service} />}
      about={ended && <div className="late">{say("ended", { reason: ended.reason })}</div>}
    >
      <Facts service={service} />
      <h2>{say("visits")}</h2>
      <Visits service={service} />
    </Page>
  );
}

function Facts({ service }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const when = useWhen();
  const { due, last, isLate } = useDue();
  const { forWhom, cadenceDays, programme, ownerId, owner, solved } = service;
  const how =
    solved.state === "open"
      ? say("solved.open")
      : say("solved.of", { day: when.date(solved.since), how: `${say(`solved.${solved.state}`)} · ${solved.how}` });
  const items = [
    { key: "forWhom", label: say("forWhom"), children: <span className="pre">{forWhom}</span> },
    {
      key: "owner",
      label: say("owner"),
      children: <Person memberId={ownerId} name={owner?.name} employeeNumber={owner?.employeeNumber} />,
    },
    { key: "cadence", label: say("cadence"), children: say("cadence.of", { days: String(cadenceDays) }) },
    ...(programme ? [{ key: "programme", label: say("programme"), children: programme }] : []),
    {
      key: "due",
      label: say("due"),
      children: <span className={isLate(service) ? "late" : ""}>{due(service)}</span>,
    },
    { key: "last", label: say("last"), children: last(service) },
    { key: "solved", label: say("solved"), children: <span className="pre">{how}</span> },
  ];
  return <Descriptions column={1} bordered size="small" items={items} />;
}

type Visit = LongTermService["visits"][number];

function Visits({ service: { visits } }: { service: LongTermService }) {
  const say = useWords(serviceWords);
  const when = useWhen();
  const latest = visits.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <Table<Visit>
      size="middle"
      rowKey={({ day, at }) => `${day}${at}`}
      dataSource={latest}
      pagination={false}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("visits.none")} /> }}
      columns={[
        { key: "day", title: say("visit.day"), width: 160, render: (_, { day }) => when.date(day) },
        {
          key: "note",
          title: say("visit.note"),
          render: (_, { note, activityId, deedId }) => (
            <>
              {note && <span className="pre">{note}</span>}{" "}
              {activityId && <PageLink to={`/activities/${activityId}`}>{say("visit.activity")}</PageLink>}
              {deedId && <Tag>{say("visit.deed")}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}
