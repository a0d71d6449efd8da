import { Select, Tabs, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { List } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { PersonFilter } from "../ui/person-filter.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { Announcements } from "./announcements.tsx";
import { STATES, useColumns } from "./columns.tsx";
import type {} from "./messages.routes.ts";
import { messagesWords } from "./messages.words.ts";
import { useKinds } from "./use-kinds.ts";

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
