import type { UnitKind } from "@yigong/core/organization/organization.ts";
import { Checkbox, Empty, Table, type TableColumnsType, Tabs, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { SaveButton } from "../ui/save-button.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { AddUnit } from "./add-unit.tsx";
import { EditUnit } from "./edit-unit.tsx";
import type { Staffing, Unit } from "./units.routes.ts";
import { unitWords } from "./units.words.ts";
import { useUnits } from "./use-units.ts";

const KINDS = ["branch", "department", "team", "post"] as const;
const isKind = (text: string | undefined): text is UnitKind =>
  (KINDS as readonly (string | undefined)[]).includes(text);

/** Branches, departments, teams and posts, each with its people and whoever leads it. */
export default function UnitsPage() {
  const say = useWords(unitWords);
  const [{ kind: asked, ended, id }, set] = useFilters();
  const units = useUnits();
  const named = units.all.find((unit) => unit.id === id);
  const kind = isKind(asked) ? asked : (named?.kind ?? "branch");
  const mayChange = useRoles()("administrator");
  const isShown = (unit: Unit) => unit.kind === kind && (ended === "true" || unit.endedOn === undefined);
  return (
    <Page title={say("title")} about={say("about")} actions={mayChange && <AddUnit key={kind} kind={kind} />}>
      <Tabs
        activeKey={kind}
        onChange={(next) => set({ kind: next, id: undefined })}
        items={KINDS.map((key) => ({ key, label: say(`tab.${key}`) }))}
      />
      <div className="list-head">
        <Checkbox
          checked={ended === "true"}
          onChange={({ target }) => set({ ended: target.checked ? "true" : undefined })}
        >
          {say("showEnded")}
        </Checkbox>
      </div>
      <Loaded of={units.read}>
        {() => <UnitTable kind={kind} units={units.all.filter(isShown)} mayChange={mayChange} marked={id} />}
      </Loaded>
    </Page>
  );
}

interface TableProps {
  kind: UnitKind;
  units: readonly Unit[];
  mayChange: boolean;
  marked: string | undefined;
}

function UnitTable({ kind, units, mayChange, marked }: TableProps) {
  const say = useWords(unitWords);
  const { list } = useMarks();
  const { data } = useReading("GET /units/people");
  const staffing = new Map((data?.items ?? []).map((one) => [one.unitId, one]));
  const columns = useUnitColumns(kind, staffing);
  const acts: TableColumnsType<Unit> = [
    {
      key: "acts",
      title: say("acts"),
      width: 200,
      render: (_, unit) => <Acts unit={unit} staffing={staffing.get(unit.id)} />,
    },
  ];
  const ownText = useOwnText();
  const own = columns.find(({ key }) => key === "own");
  const headers = [say("name"), say("people"), say(`head.${kind}`), ...(own ? [String(own.title)] : [])];
  const rows = units.map((unit) => {
    const { people, heads = [] } = staffing.get(unit.id) ?? {};
    const leading = list(heads.map(({ name, employeeNumber }) => `${employeeNumber} ${name}`));
    return [unit.name, people, leading, ...(own ? [ownText(unit)] : [])];
  });
  return (
    <>
      <div className="list-head">
        <SaveButton name={say(`tab.${kind}`)} columns={headers.map((header) => ({ header }))} rows={() => rows} />
      </div>
      <Table<Unit>
        rowKey="id"
        size="middle"
        pagination={false}
        dataSource={units}
        scroll={{ x: "max-content" }}
        rowClassName={({ id }) => (id === marked ? "marked" : "")}
        columns={[...columns, ...(mayChange ? acts : [])]}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("none.title", { kind: say(`tab.${kind}`) })}>
              <p className="quiet">{say("none.detail")}</p>
            </Empty>
          ),
        }}
      />
    </>
  );
}

/** What only units of one kind have. */
function useOwnText() {
  const say = useWords(unitWords);
  const { list } = useMarks();
  const { nameOf } = useUnits();
  return (unit: Unit): string => {
    if (unit.kind === "branch") return say(unit.hasChapter ? "yes" : "no");
    if (unit.kind === "team") return list(unit.skills);
    return unit.kind === "post" ? list(unit.coverableBy.map(nameOf)) : "";
  };
}

const FILTER: Readonly<Partial<Record<UnitKind, "branch" | "team">>> = { branch: "branch", team: "team" };

function useUnitColumns(kind: UnitKind, staffing: ReadonlyMap<string, Staffing>): TableColumnsType<Unit> {
  const say = useWords(unitWords);
  const when = useWhen();
  const filter = FILTER[kind];
  const ownText = useOwnText();
  const titles = { branch: say("hasChapter"), team: say("skills"), post: say("coverableBy"), department: undefined };
  const ownTitle = titles[kind];
  return [
    {
      key: "name",
      title: say("name"),
      render: (_, { name, endedOn }) => (
        <>
          {name} {endedOn && <Tag>{say("ended", { day: when.date(endedOn) })}</Tag>}
        </>
      ),
    },
    {
      key: "people",
      title: say("people"),
      align: "right",
      className: "number",
      width: 96,
      render: (_, { id }) => {
        const count = staffing.get(id)?.people;
        if (count === undefined) return "…";
        return filter ? (
          <PageLink to="/people" search={{ [filter]: id }}>
            {count}
          </PageLink>
        ) : (
          count
        );
      },
    },
    {
      key: "heads",
      title: say(`head.${kind}`),
      render: (_, { id }) => {
        const heads = staffing.get(id)?.heads ?? [];
        return heads.length === 0 ? (
          <span className="quiet">{say("head.none")}</span>
        ) : (
          heads.map((head) => (
            <div key={head.memberId}>
              <Person {...head} />
            </div>
          ))
        );
      },
    },
    ...(ownTitle ? [{ key: "own", title: ownTitle, render: (_: unknown, unit: Unit) => ownText(unit) }] : []),
  ];
}

/** Only what nobody belongs to can be removed. */
function Acts({ unit, staffing }: { unit: Unit; staffing: Staffing | undefined }) {
  const say = useWords(unitWords);
  return (
    <div className="row-acts">
      <EditUnit unit={unit} heads={staffing?.heads ?? []} />
      {staffing?.people === 0 && (
        <ActButton
          size="small"
          danger
          ask={say("remove.ask")}
          act={() => call("DELETE /units/{id}", { path: { id: unit.id } })}
          done={say("removed", { name: unit.name })}
        >
          {say("remove")}
        </ActButton>
      )}
    </div>
  );
}
