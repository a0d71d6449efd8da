import { useParams } from "@tanstack/react-router";
import { Empty, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Campaign, CampaignFigures, CampaignPart } from "../../shared/campaigns/campaigns.routes.ts";
import { campaignWords, hoursOf } from "../../shared/campaigns/campaigns.words.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { StageTag } from "../ui/stage.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { wallDate } from "../ui/wall-date.ts";
import { CampaignFields, isSaid, type Said } from "./campaign-fields.tsx";
import "./campaigns.css";

/** One campaign: its days, its activities, and what they came to. */
export default function CampaignPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const campaign = useReading("GET /campaigns/{id}", { path: { id } });
  return <Loaded of={campaign}>{(data) => <Shown campaign={data} />}</Loaded>;
}

function Shown({ campaign }: { campaign: Campaign }) {
  const say = useWords(campaignWords);
  const when = useWhen();
  const mayWrite = useRoles()("alliance", "organizer");
  const { id, name, from, to, summary, version } = campaign;
  // As the list asks, so that both are one reading.
  const query = { limit: 50 };
  const { data } = useReading("GET /campaigns/{id}/activities", { path: { id }, query });
  return (
    <Page
      title={name}
      path={[{ to: "/campaigns", title: say("title") }]}
      about={say("days.of", { from: when.date(from), to: when.date(to) })}
      actions={mayWrite && <Change key={version} campaign={campaign} />}
    >
      {summary && <p className="pre">{summary}</p>}
      {data && <Figures figures={data.figures} />}
      <List
        name="campaign"
        title={name}
        route="GET /campaigns/{id}/activities"
        given={{ path: { id } }}
        columns={useColumns()}
        rowKey={({ activityId }) => activityId}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("activities.empty")}>
            <p className="quiet">{say("activities.empty.detail")}</p>
          </Empty>
        }
      />
    </Page>
  );
}

/** What all activities came to; whoever served twice is one of the people. */
function Figures({ figures }: { figures: CampaignFigures }) {
  const say = useWords(campaignWords);
  const items = [
    [say("figure.activities"), say("unit.activities", { n: String(figures.activities) })],
    [say("people"), say("unit.people", { n: String(figures.people) })],
    [say("attendances"), say("unit.attendances", { n: String(figures.attendances) })],
    [say("figure.hours"), say("unit.hours", { n: String(hoursOf(figures.minutes)) })],
    [say("clients"), say("unit.clients", { n: String(figures.clients) })],
    [say("typicalCases"), say("unit.activities", { n: String(figures.typicalCases) })],
  ] as const;
  return (
    <dl className="campaign-figures">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useColumns(): ListColumn<CampaignPart>[] {
  const say = useWords(campaignWords);
  const word = useDomainWords();
  const when = useWhen();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const number = (key: "people" | "attendances" | "hours" | "clients", of: (part: CampaignPart) => number) => ({
    ...{ key, title: say(key), width: 96, align: "right" as const },
    show: (part: CampaignPart) => of(part),
    value: of,
  });
  return [
    {
      key: "activity",
      title: say("activity"),
      width: 240,
      show: ({ activityId, title, isTypical, isOutside }) => (
        <>
          <PageLink to={`/activities/${activityId}`}>{title}</PageLink>{" "}
          {isTypical && <Tag color="success">{say("typical")}</Tag>}
          {isOutside && <Tag color="warning">{say("outside")}</Tag>}
        </>
      ),
      value: ({ title }) => title,
    },
    {
      key: "when",
      title: say("when"),
      width: 208,
      show: ({ startsAt, endsAt }) => when.period(startsAt, endsAt),
      value: ({ startsAt }) => wallDate(startsAt, zone),
    },
    {
      key: "status",
      title: say("status"),
      width: 112,
      show: ({ status }) => <StageTag status={status} />,
      value: ({ status }) => word(`activity.status.${status}`),
    },
    number("people", ({ people }) => people),
    number("attendances", ({ attendances }) => attendances),
    number("hours", ({ minutes }) => hoursOf(minutes)),
    number("clients", ({ clients }) => clients),
    {
      key: "typical",
      title: say("typical"),
      hidden: true,
      width: 104,
      show: ({ isTypical }) => (isTypical ? "✓" : ""),
      value: ({ isTypical }) => (isTypical ? say("typical") : ""),
    },
  ];
}

function Change({ campaign }: { campaign: Campaign }) {
  const say = useWords(campaignWords);
  const { id, name, from, to, summary = "", version } = campaign;
  const [typed, setTyped] = useState<Partial<Said>>({});
  const said: Said = { name, from, to, summary, ...typed };
  const body = { name: said.name.trim(), from: said.from, to: said.to, summary: said.summary.trim() || null, version };
  return (
    <ActButton
      type="primary"
      fields={<CampaignFields said={said} set={(more) => setTyped((before) => ({ ...before, ...more }))} />}
      ready={isSaid(said)}
      act={() => call("PATCH /campaigns/{id}", { path: { id }, body })}
      done={say("changed")}
    >
      {say("change")}
    </ActButton>
  );
}
