import type { Role } from "@yigong/core/permission/role.ts";
import { ROLES } from "@yigong/core/permission/roles.ts";
import { DatePicker, Descriptions, Select, Tag } from "antd";
import dayjs from "dayjs";
import { useMarks } from "../../shared/marks.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { instantAt, wallAt } from "../../shared/wall-time.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { PersonFilter } from "../ui/person-filter.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useWall } from "../ui/use-wall.ts";
import type { AuditEntry } from "./audit.routes.ts";
import { auditPageWords } from "./audit.words.ts";
import { useActions } from "./use-actions.ts";

/** Who did what, narrowed in the address bar. */
export default function AuditPage() {
  const say = useWords(auditPageWords);
  const [{ actorId, subjectId, action, from, to }] = useFilters();
  const columns = useColumns();
  return (
    <Page title={say("title")} about={say("about")}>
      <List
        name="audit"
        title={say("title")}
        route="GET /audit"
        given={{ query: { actorId, subjectId, action, from, to } }}
        rowKey={({ id }) => id}
        columns={columns}
        filters={<Narrow />}
        more={(entry) => <Detail entry={entry} />}
        empty={<Blank title={say("none")}>{say("none.detail")}</Blank>}
      />
    </Page>
  );
}

function Narrow() {
  const say = useWords(auditPageWords);
  const actions = useActions();
  const [{ actorId, subjectId, action }, setFilters] = useFilters();
  const isPerson = subjectId === undefined || subjectId.startsWith("mem_");
  return (
    <>
      <PersonFilter label={say("filter.actor")} value={actorId} onChange={(id) => setFilters({ actorId: id })} />
      {isPerson ? (
        <PersonFilter
          label={say("filter.subject")}
          value={subjectId}
          onChange={(id) => setFilters({ subjectId: id })}
        />
      ) : (
        <Tag
          closable={{ "aria-label": say("filter.subject.off") }}
          onClose={() => setFilters({ subjectId: undefined })}
        >
          {say("filter.subject.id")}
        </Tag>
      )}
      <Select<string>
        aria-label={say("filter.action")}
        style={{ minWidth: 180 }}
        showSearch={{ optionFilterProp: "label" }}
        value={action ?? ""}
        options={[{ value: "", label: say("filter.action.all") }, ...actions]}
        onChange={(value) => setFilters({ action: value || undefined })}
      />
      <Period />
    </>
  );
}

/** Local days from and to, the last one whole. */
function Period() {
  const say = useWords(auditPageWords);
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const [{ from, to }, setFilters] = useFilters();
  const dayOf = (at: string | undefined, back = 0) => (at ? dayjs(wallAt(at, zone)).subtract(back, "day") : null);
  return (
    <DatePicker.RangePicker
      aria-label={say("filter.period")}
      value={[dayOf(from), dayOf(to, 1)]}
      allowEmpty={[true, true]}
      onChange={(days) => {
        const [first, last] = days ?? [];
        setFilters({
          from: first ? instantAt(`${first.format("YYYY-MM-DD")}T00:00`, zone) : undefined,
          to: last ? instantAt(`${last.add(1, "day").format("YYYY-MM-DD")}T00:00`, zone) : undefined,
        });
      }}
    />
  );
}

/** Whether there is a word for a field of an entry, or for a subject that is no row of its own. */
const isWord = (key: string): key is `field.id` | `subject.rules` => Object.hasOwn(auditPageWords.en, key);

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

function useRoleText() {
  const say = useWords(auditPageWords);
  const word = useDomainWords();
  return ({ role, deputyForName }: AuditEntry): string => {
    const named = role && isRole(role) ? word(`role.${role}`) : undefined;
    if (deputyForName)
      return named ? say("deputy", { role: named, name: deputyForName }) : say("deputy.alone", { name: deputyForName });
    return named ?? say("own");
  };
}

const PAGES: readonly [string, (id: string) => string][] = [
  ["act_", (id) => `/activities/${id}`],
  ["unit_", (id) => `/units?id=${id}`],
  ["imp_", (id) => `/imports/${id}`],
  ["award-", (id) => `/awards/${id.split("-")[1] ?? ""}`],
];

function Subject({ entry: { subjectId, subjectName, subjectEmployeeNumber } }: { entry: AuditEntry }) {
  const say = useWords(auditPageWords);
  const key = `subject.${subjectId}`;
  if (isWord(key)) return <span>{say(key)}</span>;
  if (subjectId.startsWith("mem_"))
    return <Person memberId={subjectId} name={subjectName} employeeNumber={subjectEmployeeNumber} />;
  const to = PAGES.find(([prefix]) => subjectId.startsWith(prefix))?.[1](subjectId);
  const text = subjectName ?? subjectId;
  if (!to) return <span className={subjectName ? "clamp" : "code"}>{text}</span>;
  return (
    <PageLink to={to} className="clamp">
      {text}
    </PageLink>
  );
}

function useColumns(): ListColumn<AuditEntry>[] {
  const say = useWords(auditPageWords);
  const when = useWhen();
  const wall = useWall();
  const roleText = useRoleText();
  return [
    { key: "at", title: say("column.at"), width: 150, show: ({ at }) => when.instant(at), value: ({ at }) => wall(at) },
    {
      key: "who",
      title: say("column.who"),
      width: 160,
      show: ({ actorId, actorName, actorEmployeeNumber }) =>
        actorId.startsWith("mem_") ? (
          <Person memberId={actorId} name={actorName} employeeNumber={actorEmployeeNumber} />
        ) : (
          actorName
        ),
      value: ({ actorName }) => actorName,
    },
    {
      key: "number",
      title: say("column.number"),
      width: 100,
      hidden: true,
      show: ({ actorEmployeeNumber }) => actorEmployeeNumber ?? "–",
      value: ({ actorEmployeeNumber }) => actorEmployeeNumber,
    },
    { key: "role", title: say("column.role"), width: 110, show: roleText, value: roleText },
    {
      key: "what",
      title: say("column.what"),
      width: 140,
      show: ({ actionText }) => actionText,
      value: ({ actionText }) => actionText,
    },
    {
      key: "subject",
      title: say("column.subject"),
      width: 210,
      show: (entry) => <Subject entry={entry} />,
      value: ({ subjectName, subjectId }) => subjectName ?? subjectId,
    },
    {
      key: "reason",
      title: say("column.reason"),
      width: 190,
      show: ({ reason }) => (
        <span className="clamp" title={reason}>
          {reason ?? "–"}
        </span>
      ),
      value: ({ reason }) => reason,
    },
  ];
}

/** What an entry has beside: each field by its own name, nothing left out. */
function Detail({ entry }: { entry: AuditEntry }) {
  const say = useWords(auditPageWords);
  const { list } = useMarks();
  const when = useWhen();
  const show = (value: unknown): string => {
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return when.instant(value);
    if (Array.isArray(value)) return list(value.map(show));
    return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value ?? "–");
  };
  const named = (name: string): string => {
    const key = `field.${name}`;
    return isWord(key) ? say(key) : name;
  };
  const fields = Object.entries(entry.detail ?? {});
  return (
    <>
      {entry.reason && <p className="pre">{entry.reason}</p>}
      {fields.length === 0 && !entry.reason && <p className="quiet">{say("detail.none")}</p>}
      {fields.length > 0 && (
        <Descriptions
          size="small"
          column={1}
          items={fields.map(([name, value]) => ({
            key: name,
            label: named(name),
            children: <span className="pre">{show(value)}</span>,
          }))}
        />
      )}
      <p className="quiet code">{say("detail.code", { action: entry.action, id: entry.subjectId })}</p>
    </>
  );
}
