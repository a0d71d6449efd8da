import { useParams } from "@tanstack/react-router";
import { Table, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { ChangeSeries } from "./change-series.tsx";
import type { Series, Visit } from "./series.routes.ts";
import { seriesWords } from "./series.words.ts";
import { useRule } from "./use-rule.ts";

const COLOURS = {
  planned: "default",
  made: "success",
  skipped: "warning",
  cancelled: "default",
  notMade: "error",
  missed: "default",
} as const;

/** One series with its visits, and what can be done about all that follow. */
export default function SeriesPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /series/{id}", { path: { id } });
  return <Loaded of={read}>{(series) => <Shown series={series} />}</Loaded>;
}

function Shown({ series }: { series: Series }) {
  const say = useWords(seriesWords);
  const rule = useRule();
  const { within } = useMarks();
  const me = useMe();
  const isAlliance = useRoles()("alliance");
  const { content, organizer, ended } = series;
  const mayRun = !ended && (isAlliance || me?.id === series.organizerId);
  return (
    <Page
      title={content.title}
      path={[{ to: "/series", title: say("title") }]}
      beside={<Tag>{rule(series.rule)}</Tag>}
      actions={mayRun && <Acts series={series} />}
      about={
        <>
          {organizer && (
            <div>
              {say("organizer")} {within(organizer.name, organizer.employeeNumber)}
            </div>
          )}
          <div>{say("announce", { days: String(series.announceDays), hours: String(series.recruitHours) })}</div>
          {ended && <div className="late">{say("ended.by", { reason: ended.reason })}</div>}
        </>
      }
    >
      <Visits series={series} mayRun={mayRun} />
    </Page>
  );
}

function Acts({ series }: { series: Series }) {
  const say = useWords(seriesWords);
  const { id, version } = series;
  return (
    <>
      <ActButton
        danger
        ask={say("end.ask")}
        reason="needed"
        act={(reason) => call("POST /series/{id}/end", { path: { id }, body: { reason, version } })}
        done={say("end.done")}
      >
        {say("end")}
      </ActButton>
      <ChangeSeries key={version} series={series} />
    </>
  );
}

function Visits({ series, mayRun }: { series: Series; mayRun: boolean }) {
  const say = useWords(seriesWords);
  const when = useWhen();
  const now = new Date().toISOString();
  return (
    <Table<Visit>
      size="middle"
      rowKey={({ day }) => day}
      dataSource={series.visits}
      pagination={false}
      scroll={{ x: "max-content" }}
      columns={[
        { key: "day", title: say("day"), width: 160, render: (_, { day }) => when.date(day) },
        {
          key: "when",
          title: say("when"),
          width: 300,
          render: (_, { startsAt, endsAt }) => when.period(startsAt, endsAt),
        },
        { key: "state", title: say("visit"), render: (_, visit) => <State visit={visit} /> },
        ...(mayRun
          ? [
              {
                key: "acts",
                title: say("acts"),
                width: 140,
                render: (_: unknown, visit: Visit) => visit.startsAt > now && <Skip series={series} visit={visit} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function State({ visit: { state, activityId, changed = [], reason, code } }: { visit: Visit }) {
  const say = useWords(seriesWords);
  return (
    <>
      <Tag color={COLOURS[state]}>{say(`visit.${state}`)}</Tag>
      {changed.map((part) => (
        <Tag key={part}>{say(`visit.changed.${part}`)}</Tag>
      ))}
      {activityId && (
        <PageLink className="within-text" to={`/activities/${activityId}`}>
          {say("visit.open")}
        </PageLink>
      )}
      {(reason ?? code) && <span className="quiet"> {reason ?? code}</span>}
    </>
  );
}

function Skip({ series: { id, version }, visit: { day, state } }: { series: Series; visit: Visit }) {
  const say = useWords(seriesWords);
  const when = useWhen();
  if (state !== "planned" && state !== "made" && state !== "notMade") return null;
  const named = { day: when.date(day) };
  return (
    <ActButton
      size="small"
      ask={say("skip.ask", named)}
      reason="needed"
      act={(reason) => call("POST /series/{id}/skip", { path: { id }, body: { day, reason, version } })}
      done={say("skip.done", named)}
    >
      {say("skip")}
    </ActButton>
  );
}
