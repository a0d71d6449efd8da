import { DatePicker, Empty, Tag } from "antd";
import dayjs from "dayjs";
import { useMe } from "../../shared/use-me.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { FilterSelect } from "../ui/filter.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { PrintList } from "../ui/print-list.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { wallDate } from "../ui/wall-date.ts";
import { useUnits } from "../units/use-units.ts";
import type { RegisterLine } from "./register.routes.ts";
import { registerWords } from "./register.words.ts";

const STATES = ["overdue", "soon", "open", "onTime", "late"] as const;
const COLOURS = { onTime: "success", open: "success", soon: "warning", overdue: "error", late: "error" } as const;

/** Which branch a reader sees who has none but branch roles. */
function useOwnBranch(): string | undefined {
  const me = useMe();
  const scopes = me?.roles.map(({ scope }) => scope) ?? [];
  if (scopes.some(({ kind }) => kind === "all")) return undefined;
  return scopes.flatMap((scope) => (scope.kind === "branch" ? [scope.unitId] : []))[0];
}

/** What is filed, due and overdue, by register, month and state; printed and saved as it is shown. */
export default function RegisterPage() {
  const say = useWords(registerWords);
  const [filters] = useFilters();
  const me = useMe();
  const own = useOwnBranch();
  const columns = useRegisterColumns();
  const { owner = own, month, state, typical } = filters;
  return (
    <Page
      title={say("title")}
      about={say("about")}
      actions={
        <PrintList
          route="GET /register/archives"
          given={{ query: { owner, month, state, typical } }}
          title={[say("title"), month, state && say(`state.${state as RegisterLine["state"]}`)]
            .filter(Boolean)
            .join(" · ")}
          columns={columns}
          rowKey={({ activityId }) => activityId}
          label={say("print")}
        />
      }
    >
      {me && (
        <List
          name="register"
          title={say("title")}
          route="GET /register/archives"
          given={{ query: { owner, month, state, typical } }}
          columns={columns}
          rowKey={({ activityId }) => activityId}
          filters={<Filters own={own} />}
          empty={
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
              <p className="quiet">{say("empty.detail")}</p>
            </Empty>
          }
        />
      )}
    </Page>
  );
}

function Filters({ own }: { own: string | undefined }) {
  const say = useWords(registerWords);
  const [filters, set] = useFilters();
  const units = useUnits();
  const owners = [{ value: "committee", label: say("owner.committee") }, ...units.of("branch", true)];
  return (
    <>
      <FilterSelect
        name="owner"
        label={say("owner")}
        options={own ? owners.filter(({ value }) => value === own) : owners}
        isRequired={own !== undefined}
        {...(own ? { otherwise: own } : {})}
      />
      <DatePicker
        picker="month"
        aria-label={say("month")}
        placeholder={say("month")}
        value={filters.month ? dayjs(`${filters.month}-01`) : null}
        onChange={(picked) => set({ month: picked ? picked.format("YYYY-MM") : undefined })}
      />
      <FilterSelect
        name="typical"
        label={say("typical")}
        options={[
          { value: "true", label: say("typical.only") },
          { value: "false", label: say("typical.others") },
        ]}
      />
      <FilterSelect
        name="state"
        label={say("state")}
        options={STATES.map((value) => ({ value, label: say(`state.${value}`) }))}
      />
    </>
  );
}

function useRegisterColumns(): ListColumn<RegisterLine>[] {
  const say = useWords(registerWords);
  const when = useWhen();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const { nameOf } = useUnits();
  const ownerOf = ({ owner }: RegisterLine) => (owner === "committee" ? say("owner.committee") : nameOf(owner));
  const numberOf = ({ year, number }: RegisterLine) =>
    year && number ? say("number.of", { year: String(year), number: String(number) }) : "";
  const moment = (key: "endsAt" | "dueAt" | "filedAt"): ListColumn<RegisterLine> => ({
    key,
    title: say(key),
    width: 144,
    show: ({ [key]: at }) => (at ? <span className="whole">{when.instant(at)}</span> : "–"),
    value: ({ [key]: at }) => wallDate(at, zone),
  });
  return [
    {
      key: "state",
      title: say("state"),
      width: 100,
      show: ({ state }) => <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>,
      value: ({ state }) => say(`state.${state}`),
    },
    {
      key: "activity",
      title: say("activity"),
      width: 190,
      show: ({ activityId, title }) => (
        <span className="clamp" title={title}>
          <PageLink to={`/activities/${activityId}/archive`}>{title}</PageLink>
        </span>
      ),
      value: ({ title }) => title,
    },
    {
      key: "typical",
      title: say("typical"),
      width: 104,
      show: ({ isTypical }) => (isTypical ? <Tag color="success">{say("typical")}</Tag> : ""),
      value: ({ isTypical }) => (isTypical ? say("typical.yes") : ""),
    },
    { key: "owner", title: say("owner"), width: 104, show: ownerOf, value: ownerOf },
    { key: "number", title: say("number"), width: 110, show: numberOf, value: numberOf },
    moment("endsAt"),
    moment("dueAt"),
    moment("filedAt"),
    {
      key: "materials",
      title: say("materials"),
      width: 88,
      align: "right",
      show: ({ materials }) => materials ?? "–",
      value: ({ materials }) => materials,
    },
  ];
}
