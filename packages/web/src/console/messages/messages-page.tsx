import { Select, Tabs, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { PersonFilter } from "../ui/person-filter.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useWall } from "../ui/use-wall.ts";
import { Announcements } from "./announcements.tsx";
import type { OutboxMessage } from "./messages.routes.ts";
import { messagesWords } from "./messages.words.ts";
import { useKinds } from "./use-kinds.ts";

const STATES = ["waiting", "sent", "delivered", "read", "failed"] as const;
const COLOURS = {
  waiting: "warning",
  sent: "success",
  delivered: "success",
  read: "success",
  failed: "error",
} as const;

/** Everything that goes out: how far it got, why it did not arrive, and sending it again. */
export default function MessagesPage() {
  const say = useWords(messagesWords);
  const [{ tab }, setFilters] = useFilters();
  const items = [
    { key: "messages", label: say("tab.messages"), children: <Messages /> },
    { key: "announcements", label: say("tab.announcements"), children: <Announcements /> },
  ];
  return (
    <Page title={say("title")} about={say("about")}>
      <Tabs
        items={items}
        activeKey={tab === "announcements" ? tab : "messages"}
        destroyOnHidden
        onChange={(key) => setFilters({ tab: key === "messages" ? undefined : key, page: undefined })}
      />
    </Page>
  );
}

function Messages() {
  const say = useWords(messagesWords);
  const [{ state, kind, memberId, activityId }] = useFilters();
  const columns = useColumns();
  return (
    <List
      name="messages"
      title={say("title")}
      route="GET /outbox"
      given={{ query: { state: STATES.find((one) => one === state), kind, memberId, activityId } }}
      rowKey={({ id }) => id}
      columns={columns}
      filters={<Narrow />}
      empty={<Blank title={say("none")}>{say("none.detail")}</Blank>}
    />
  );
}

function Narrow() {
  const say = useWords(messagesWords);
  const kinds = useKinds();
  const [{ state, kind = "", memberId, activityId }, setFilters] = useFilters();
  return (
    <>
      <Select
        aria-label={say("filter.state")}
        value={STATES.find((one) => one === state) ?? "all"}
        style={{ minWidth: 140 }}
        options={(["all", ...STATES] as const).map((value) => ({ value, label: say(`state.${value}`) }))}
        onChange={(value) => setFilters({ state: value === "all" ? undefined : value })}
      />
      <PersonFilter
        label={say("filter.person")}
        value={memberId}
        onChange={(chosen) => setFilters({ memberId: chosen })}
      />
      <Select<string>
        aria-label={say("filter.kind")}
        value={kind}
        style={{ width: 220 }}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        options={[{ value: "", label: say("filter.kind.all") }, ...kinds]}
        onChange={(value) => setFilters({ kind: value || undefined })}
      />
      {activityId && <OfActivity id={activityId} onClear={() => setFilters({ activityId: undefined })} />}
    </>
  );
}

function OfActivity({ id, onClear }: { id: string; onClear: () => void }) {
  const say = useWords(messagesWords);
  const activity = useReading("GET /activities/{id}", { path: { id } }, { live: false });
  return (
    <Tag closable={{ "aria-label": say("filter.off") }} onClose={onClear}>
      {activity.data?.title ?? say("filter.activity")}
    </Tag>
  );
}

const textOf = (to: OutboxMessage["to"]): string =>
  "memberId" in to ? `${to.name} ${to.employeeNumber}` : "client" in to ? to.client : to.group;

const To = ({ to }: { to: OutboxMessage["to"] }) => ("memberId" in to ? <Person {...to} /> : <span>{textOf(to)}</span>);

function useColumns(): ListColumn<OutboxMessage>[] {
  const say = useWords(messagesWords);
  const when = useWhen();
  const wall = useWall();
  const kinds = useKinds();
  const kindOf = (kind: string) => kinds.find(({ value }) => value === kind)?.label ?? kind;
  const moment = (
    key: "created" | "sent" | "next",
    of: (row: OutboxMessage) => string | undefined,
    hidden = false,
  ): ListColumn<OutboxMessage> => ({
    key,
    title: say(`column.${key}`),
    width: 150,
    hidden,
    show: (row) => {
      const at = of(row);
      return at ? when.instant(at) : "–";
    },
    value: (row) => wall(of(row)),
  });
  return [
    {
      key: "what",
      title: say("column.what"),
      width: 230,
      show: ({ title }) => (
        <span title={title} className="clamp">
          {title}
        </span>
      ),
      value: ({ title }) => title,
    },
    { key: "to", title: say("column.to"), width: 160, show: ({ to }) => <To to={to} />, value: ({ to }) => textOf(to) },
    {
      key: "state",
      title: say("column.state"),
      width: 96,
      show: ({ state }) => <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>,
      value: ({ state }) => say(`state.${state}`),
    },
    {
      key: "reason",
      title: say("column.reason"),
      width: 200,
      show: ({ reason }) => reason ?? "–",
      value: ({ reason }) => reason,
    },
    {
      key: "acts",
      title: say("column.acts"),
      width: 180,
      show: ({ id, activityId, canRetry }) => (
        <div className="list-tools">
          {canRetry && (
            <ActButton
              size="small"
              act={() => call("POST /outbox/{id}/retry", { path: { id } })}
              done={say("retry.done")}
            >
              {say("retry.do")}
            </ActButton>
          )}
          {activityId && <PageLink to={`/activities/${activityId}`}>{say("activity.open")}</PageLink>}
        </div>
      ),
    },
    {
      key: "channel",
      title: say("column.channel"),
      hidden: true,
      width: 110,
      show: ({ channel }) => (channel ? say(`channel.${channel}`) : "–"),
      value: ({ channel }) => channel && say(`channel.${channel}`),
    },
    {
      key: "tries",
      title: say("column.tries"),
      hidden: true,
      width: 72,
      align: "right",
      show: ({ tries }) => tries,
      value: ({ tries }) => tries,
    },
    moment("created", ({ createdAt }) => createdAt),
    moment("sent", ({ sentAt }) => sentAt, true),
    moment("next", ({ nextAt }) => nextAt, true),
    {
      key: "kind",
      title: say("filter.kind"),
      hidden: true,
      width: 180,
      show: ({ kind }) => kindOf(kind),
      value: ({ kind }) => kindOf(kind),
    },
  ];
}
