import { useParams } from "@tanstack/react-router";
import { Skeleton, Tabs, Tag } from "antd";
import { type ComponentType, lazy, Suspense, useState } from "react";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { CampaignFact } from "../campaigns/campaign-fact.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { StageTag } from "../ui/stage.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import type {} from "./activity.routes.ts";
import { activityPageWords } from "./activity.words.ts";
import { changeWords } from "./change/change.words.ts";
import { NoticeButton } from "./change/notice-button.tsx";
import { TABS, type Tab, tabOf } from "./current-stage.ts";
import { MoreActs } from "./more-acts.tsx";
import { PrimaryAct } from "./primary-act.tsx";
import { mayDo } from "./rights.ts";
import { StageTrack } from "./stage-track.tsx";
import type { TabProps } from "./tab-props.ts";
import { TypicalMark } from "./typical-mark.tsx";
import "./activity.css";

const PARTS: Readonly<Record<Tab, ComponentType<TabProps>>> = {
  people: lazy(() => import("./people/people-tab.tsx")),
  covers: lazy(() => import("./covers/covers-tab.tsx")),
  "check-in": lazy(() => import("./check-in/check-in-tab.tsx")),
  archive: lazy(() => import("./archive/archive-tab.tsx")),
  survey: lazy(() => import("./survey/survey-tab.tsx")),
  points: lazy(() => import("./points/points-tab.tsx")),
  money: lazy(() => import("./money/money-tab.tsx")),
  messages: lazy(() => import("./messages/messages-tab.tsx")),
  record: lazy(() => import("./record/record-tab.tsx")),
};

/** One activity: where it stands, what is to be done next, and its parts. */
export default function ActivityPage() {
  const { id = "", tab } = useParams({ strict: false }) as { id?: string; tab?: string };
  const say = useWords(activityPageWords);
  const activity = useReading("GET /activities/{id}", { path: { id } });
  if (activity.error && !activity.data)
    return (
      <Page title={say("path.activities")} path={[{ to: "/activities", title: say("path.activities") }]}>
        <Trouble error={activity.error} again={() => void activity.refetch()} />
      </Page>
    );
  return (
    <Loaded of={activity} skeleton={<Outline title={say("path.activities")} />}>
      {(data) => <Shown key={data.id} activity={data} tab={TABS.find((one) => one === tab)} />}
    </Loaded>
  );
}

const Outline = ({ title }: { title: string }) => (
  <Page title={title}>
    <div className="track-bones" />
    <Skeleton active paragraph={{ rows: 10 }} />
  </Page>
);

const useTabs = (activity: Activity): readonly Tab[] => {
  const me = useMe();
  const shows: Record<Tab, boolean> = {
    people: mayDo(me, "people.read", activity),
    covers: activity.origin === "alliance" && mayDo(me, "cover.read", activity),
    "check-in": mayDo(me, "attendance.lead", activity),
    archive: true,
    survey: true,
    points: mayDo(me, "points.read", activity) || mayDo(me, "points.readCorrections", activity),
    money: activity.origin !== "alliance",
    messages: mayDo(me, "message.readAll", activity),
    record: mayDo(me, "audit.read", activity),
  };
  return TABS.filter((tab) => shows[tab]);
};

function Shown({ activity, tab: asked }: TabProps & { tab: Tab | undefined }) {
  const say = useWords(activityPageWords);
  const go = useGo();
  const tabs = useTabs(activity);
  // The stage may move on while somebody reads: what they read stays.
  const [first] = useState(() => tabOf(activity));
  const wanted = asked ?? first;
  const tab = tabs.includes(wanted) ? wanted : (tabs[0] ?? "archive");
  const Part = PARTS[tab];
  return (
    <Page
      title={activity.title}
      path={[{ to: "/activities", title: say("path.activities") }]}
      beside={<StageTag status={activity.status} />}
      about={<About activity={activity} />}
      actions={
        <>
          <MoreActs activity={activity} />
          <PrimaryAct activity={activity} tab={tab} />
        </>
      }
    >
      <StageTrack activity={activity} />
      <Tabs
        aria-label={say("tabs")}
        activeKey={tab}
        onChange={(to) => go(`/activities/${activity.id}/${to}`)}
        items={tabs.map((key) => ({
          key,
          label: say(`tab.${key}`),
          // Only the part that is open is there: each is fetched and read when it is opened.
          children:
            key === tab ? (
              <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
                <div className="part">
                  <Part activity={activity} />
                </div>
              </Suspense>
            ) : null,
        }))}
      />
    </Page>
  );
}

function About({ activity }: TabProps) {
  const say = useWords(activityPageWords);
  const sayChange = useWords(changeWords);
  const word = useDomainWords();
  const when = useWhen();
  const { sessions, place, origin, organizerId, organizer, contact, insurance, seriesId } = activity;
  const held = sessions.filter(({ cancelled }) => !cancelled);
  const [first] = held;
  return (
    <div className="facts">
      {first && <span>{when.period(first.startsAt, first.endsAt)}</span>}
      {held.length > 1 && <span>{say("sessions", { count: String(held.length) })}</span>}
      {sessions.map(
        ({ id, cancelled }, at) =>
          cancelled && (
            <Tag key={id} color="error">
              {sayChange("session.cancelled", { number: String(at + 1), reason: cancelled.reason })}
            </Tag>
          ),
      )}
      <span>{place}</span>
      <span>{word(`activity.origin.${origin}`)}</span>
      {seriesId && <PageLink to={`/series/${seriesId}`}>{say("series")}</PageLink>}
      <span>
        {say("organizer")} <Person memberId={organizerId} {...organizer} />
      </span>
      {contact && (
        <span>
          {sayChange("field.contact")} {contact.name} {contact.phone}
        </span>
      )}
      {insurance && (
        <span>
          {sayChange("field.insurance")} {word(`activity.insurance.${insurance.kind}`)}
        </span>
      )}
      <CampaignFact activity={activity} />
      <TypicalMark activityId={activity.id} status={activity.status} />
      <NoticeButton activity={activity} />
    </div>
  );
}
