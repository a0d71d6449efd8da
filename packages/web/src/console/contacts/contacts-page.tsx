import { Button, Empty, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { FilterSearch, FilterSelect } from "../ui/filter.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { ContactFields, EMPTY, saidOf } from "./contact-fields.tsx";
import type { Standing } from "./contacts.routes.ts";
import { contactPageWords } from "./contacts.words.ts";

const FIELDS = ["q", "kind", "barred", "minor"] as const;

/** People and organizations outside the company, to be narrowed, opened and saved. */
export default function ContactsPage() {
  const say = useWords(contactPageWords);
  const go = useGo();
  const [filters] = useFilters();
  const mayWrite = useRoles()("alliance", "customerService");
  const query = Object.fromEntries(FIELDS.map((field) => [field, filters[field]]));
  return (
    <Page title={say("title")} about={say("about")} actions={mayWrite && <Add />}>
      <List
        name="contacts"
        title={say("title")}
        route="GET /contacts"
        given={{ query }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        filters={<Filters />}
        empty={
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say("empty")}>
            <p className="quiet">{say("empty.detail")}</p>
            {mayWrite && <Button onClick={() => go("/imports")}>{say("empty.import")}</Button>}
          </Empty>
        }
      />
    </Page>
  );
}

function Filters() {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  return (
    <>
      <FilterSearch name="q" label={say("search")} />
      <FilterSelect
        name="kind"
        label={say("kind")}
        options={(["person", "organization"] as const).map((value) => ({
          value,
          label: word(`contact.kind.${value}`),
        }))}
      />
      <FilterSelect
        name="barred"
        label={say("barred")}
        options={(["false", "true"] as const).map((value) => ({ value, label: say(`barred.${value}`) }))}
      />
      <FilterSelect
        name="minor"
        label={say("minor")}
        options={(["true", "false"] as const).map((value) => ({ value, label: say(`minor.${value}`) }))}
      />
    </>
  );
}

function useColumns(): ListColumn<Standing>[] {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const sourceOf = ({ source }: Standing) =>
    [word(`contact.source.${source.from}`), source.note].filter(Boolean).join("：");
  const stateOf = ({ bars }: Standing) => (bars.survey ? word(`contact.bar.${bars.survey}`) : say("barred.false"));
  const plain = (key: string, title: string, text: (row: Standing) => string, width: number) => ({
    key,
    title,
    width,
    show: text,
    value: text,
  });
  return [
    {
      key: "name",
      title: say("name"),
      width: 160,
      show: ({ id, name, isMinor }) => (
        <div className="named">
          <PageLink to={`/contacts/${id}`}>{name}</PageLink>
          {isMinor && <Tag>{say("minor")}</Tag>}
        </div>
      ),
      value: ({ name }) => name,
    },
    plain("kind", say("kind"), ({ kind }) => word(`contact.kind.${kind}`), 80),
    plain("person", say("person"), ({ person = "" }) => person, 112),
    plain("mobile", say("mobile"), ({ mobile = "" }) => mobile, 128),
    plain("email", say("email"), ({ email = "" }) => email, 160),
    plain("guardian", say("guardian"), ({ guardian }) => guardian?.name ?? "", 96),
    plain("source", say("source"), sourceOf, 160),
    {
      key: "state",
      title: say("barred"),
      width: 144,
      show: (row) => <Tag color={row.bars.survey ? "default" : "success"}>{stateOf(row)}</Tag>,
      value: stateOf,
    },
    {
      key: "recordedAt",
      title: say("recorded"),
      width: 136,
      show: ({ recordedAt }) => <span className="whole">{when.instant(recordedAt)}</span>,
      value: ({ recordedAt }) => recordedAt.slice(0, 10),
    },
  ];
}

function Add() {
  const say = useWords(contactPageWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [typed, setTyped] = useState(EMPTY);
  return (
    <ActButton
      type="primary"
      fields={<ContactFields typed={typed} set={(more) => setTyped((before) => ({ ...before, ...more }))} />}
      ready={typed.name.trim() !== ""}
      act={() => call("POST /contacts", { body: saidOf(typed), once })}
      done={say("add.done", { name: typed.name.trim() })}
      onDone={({ id }) => {
        setTyped(EMPTY);
        setOnce(newId());
        go(`/contacts/${id}`);
      }}
    >
      {say("add")}
    </ActButton>
  );
}
