import { Button, Input, InputNumber, Tabs } from "antd";
import { useState } from "react";
import { useLanguage } from "../../shared/language.ts";
import { useWords } from "../../shared/words.ts";
import { useThisYear } from "../awards/use-year.ts";
import { DownloadButton } from "../ui/download.tsx";
import { Field } from "../ui/field.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { CorrectionsPart } from "./corrections.tsx";
import { ObjectionsPart } from "./objections.tsx";
import "./points.css";
import { pointsWords } from "./points.words.ts";

/** From here to anybody's points; what waits for a decision; the ledger to take away. */
export default function PointsPage() {
  const say = useWords(pointsWords);
  const go = useGo();
  const reads = useRoles()("alliance", "committee", "auditor");
  const [{ tab }, setFilters] = useFilters();
  const items = reads
    ? [
        { key: "find", label: say("tab.find"), children: <Find /> },
        { key: "objections", label: say("tab.objections"), children: <ObjectionsPart /> },
        { key: "corrections", label: say("tab.corrections"), children: <CorrectionsPart /> },
        { key: "export", label: say("tab.export"), children: <Export /> },
      ]
    : [];
  const shown = items.find(({ key }) => key === tab)?.key ?? items[0]?.key;
  return (
    <Page
      title={say("title")}
      about={say("about")}
      actions={<Button onClick={() => go("/points/me")}>{say("mine")}</Button>}
    >
      {reads ? (
        <Tabs
          items={items}
          {...(shown ? { activeKey: shown } : {})}
          destroyOnHidden
          onChange={(key) => setFilters({ tab: key === "find" ? undefined : key, q: undefined, status: undefined })}
        />
      ) : (
        <p>
          <PageLink to="/points/me">{say("mine")}</PageLink>
        </p>
      )}
    </Page>
  );
}

/** People by name, pinyin or employee number, each with the way to their points. */
function Find() {
  const say = useWords(pointsWords);
  const [{ q = "" }, setFilters] = useFilters();
  return (
    <List
      name="points-people"
      title={say("title")}
      route="GET /members"
      given={{ query: { q: q || undefined } }}
      rowKey={({ id }) => id}
      filters={
        <Input.Search
          aria-label={say("find.title")}
          placeholder={say("find.title")}
          allowClear
          defaultValue={q}
          onSearch={(text) => setFilters({ q: text || undefined })}
        />
      }
      columns={[
        {
          key: "name",
          title: say("find.title"),
          show: ({ id, name, employeeNumber }) => <Person memberId={id} name={name} employeeNumber={employeeNumber} />,
          value: ({ name }) => name,
        },
        {
          key: "points",
          title: say("title"),
          show: ({ id }) => <PageLink to={`/points/${id}`}>{say("find.open")}</PageLink>,
        },
      ]}
    />
  );
}

function Export() {
  const say = useWords(pointsWords);
  const language = useLanguage();
  const now = useThisYear();
  const [year, setYear] = useState(now);
  return (
    <>
      <p>{say("export.what")}</p>
      <Field label={say("export.year")}>
        {(id) => <InputNumber id={id} min={2010} max={now} value={year} onChange={(value) => setYear(value ?? now)} />}
      </Field>
      <div className="list-tools">
        <DownloadButton path={`/exports/ledger.xlsx?year=${year}&language=${language}`} name={`ledger-${year}.xlsx`}>
          {say("export.xlsx", { year: String(year) })}
        </DownloadButton>
        <DownloadButton path="/exports/ledger.jsonl" name="ledger.jsonl">
          {say("export.jsonl")}
        </DownloadButton>
      </div>
    </>
  );
}
