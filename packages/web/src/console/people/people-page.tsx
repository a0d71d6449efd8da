import { ROLES } from "@yigong/core/permission/roles.ts";
import { Alert, Button, Empty } from "antd";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { FilterSearch, FilterSelect } from "../ui/filter.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { AddPerson } from "./add-person.tsx";
import { peopleWords } from "./people.words.ts";
import "./people.routes.ts";

const STATUSES = ["partyMember", "leagueMember", "masses"] as const;
const FIELDS = ["q", "branch", "team", "status", "volunteers", "role", "skill", "left"] as const;

/** Everybody on the roster, to be narrowed, opened and saved. */
export default function PeoplePage() {
  const say = useWords(peopleWords);
  const [filters] = useFilters();
  const go = useGo();
  const isAdministrator = useRoles()("administrator");
  const columns = usePeopleColumns(filters.left === "true");
  const query = Object.fromEntries(FIELDS.map((field) => [field, filters[field]]));
  return (
    <Page title={say("title")} about={say("about")} actions={isAdministrator && <AddPerson />}>
      {isAdministrator && <OpenRequests />}
      <List
        name="people"
        title={say("title")}
        route="GET /members"
        given={{ query }}
        columns={columns}
        rowKey={({ id }) => id}
        filters={<Filters />}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty.title")}>
            <p className="quiet">{say("empty.detail")}</p>
            {isAdministrator && <Button onClick={() => go("/imports")}>{say("empty.import")}</Button>}
          </Empty>
        }
      />
    </Page>
  );
}

function Filters() {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const units = useUnits();
  const skills = [...new Set(units.all.flatMap((unit) => (unit.kind === "team" ? unit.skills : [])))];
  return (
    <>
      <FilterSearch name="q" label={say("search")} />
      <FilterSelect name="branch" label={say("branchId")} options={units.of("branch")} />
      <FilterSelect name="team" label={say("teamIds")} options={units.of("team")} />
      <FilterSelect
        name="status"
        label={say("politicalStatus")}
        options={STATUSES.map((value) => ({ value, label: word(`member.politicalStatus.${value}`) }))}
      />
      <FilterSelect
        name="volunteers"
        label={say("volunteers")}
        options={(["true", "false"] as const).map((value) => ({ value, label: say(`volunteers.${value}`) }))}
      />
      <FilterSelect
        name="role"
        label={say("roles")}
        options={ROLES.map((value) => ({ value, label: word(`role.${value}`) }))}
      />
      <FilterSelect name="skill" label={say("skills")} options={skills.map((value) => ({ value, label: value }))} />
      <FilterSelect
        name="left"
        label={say("left")}
        options={[
          { value: "false", label: say("left.false") },
          { value: "true", label: say("left.true") },
        ]}
      />
    </>
  );
}

function usePeopleColumns(left: boolean): ListColumn<Member>[] {
  const say = useWords(peopleWords);
  const { list } = useMarks();
  const word = useDomainWords();
  const when = useWhen();
  const { nameOf } = useUnits();
  const plain = (
    key: string,
    title: string,
    text: (row: Member) => string,
    more: Partial<ListColumn<Member>> = {},
  ) => ({
    key,
    title,
    show: text,
    value: text,
    ...more,
  });
  const rolesOf = ({ roles }: Member) => list([...new Set(roles.map(({ role }) => word(`role.${role}`)))]);
  const unit = (id: string | undefined) => (id === undefined ? "" : nameOf(id));
  return [
    {
      key: "name",
      title: say("name"),
      width: 104,
      show: ({ id, name }) => (
        <span className="person">
          <PageLink to={`/people/${id}`}>{name}</PageLink>
        </span>
      ),
      value: ({ name }) => name,
    },
    plain("employeeNumber", say("employeeNumber"), ({ employeeNumber }) => employeeNumber, { width: 80 }),
    plain("status", say("politicalStatus"), (row) => word(`member.politicalStatus.${row.politicalStatus}`), {
      width: 80,
    }),
    plain("branch", say("branchId"), ({ branchId }) => unit(branchId), { width: 96 }),
    plain("department", say("departmentId"), ({ departmentId }) => unit(departmentId), { width: 96 }),
    plain("post", say("postId"), ({ postId }) => unit(postId), { width: 88 }),
    plain("teams", say("teamIds"), ({ teamIds }) => list(teamIds.map(unit)), { width: 104 }),
    plain("skills", say("skills"), ({ skills }) => list(skills), { width: 96 }),
    {
      key: "volunteerSince",
      title: say("volunteerSince"),
      width: 128,
      show: ({ volunteerSince }) => (volunteerSince ? <span className="whole">{when.date(volunteerSince)}</span> : ""),
      value: ({ volunteerSince }) => volunteerSince,
    },
    plain("roles", say("roles"), rolesOf, { width: 120 }),
    plain("trainer", say("trainer"), ({ trainer }) => (trainer ? say("yes") : ""), { width: 80, hidden: true }),
    plain("mobile", say("mobile"), ({ mobile }) => mobile ?? "", { width: 128, hidden: true }),
    {
      key: "leftOn",
      title: say("leftOn"),
      width: 136,
      hidden: !left,
      show: ({ leftOn }) => (leftOn ? <span className="whole">{when.date(leftOn)}</span> : ""),
      value: ({ leftOn }) => leftOn,
    },
  ];
}

/** Who asked for another account, which a second person decides. */
function OpenRequests() {
  const say = useWords(peopleWords);
  const { data } = useReading("GET /account-requests");
  const [first] = data?.items ?? [];
  if (!first) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say("requests", { count: String(data?.items.length ?? 0) })}
      action={<PageLink to={`/people/${first.memberId}`}>{say("requests.open")}</PageLink>}
    />
  );
}
