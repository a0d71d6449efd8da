import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { ProgrammeInList } from "../../shared/growth/growth.routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { newId } from "../../shared/new-id.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { growthWords } from "./growth.words.ts";
import { GrowthTabs } from "./growth-tabs.tsx";
import { bodyOf, EMPTY, isWhole, ProgrammeFields } from "./programme-fields.tsx";

/** Every programme by which people grow, the newest first. */
export default function ProgrammesPage() {
  const say = useWords(growthWords);
  const mayWrite = useRoles()("alliance");
  return (
    <Page
      title={say("programmes")}
      beside={<GrowthTabs at="programmes" />}
      about={say("programmes.about")}
      actions={mayWrite && <Add />}
    >
      <List
        name="programmes"
        title={say("programmes")}
        route="GET /programmes"
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={<Blank title={say("programmes.empty")}>{say("programmes.empty.detail")}</Blank>}
      />
    </Page>
  );
}

function useColumns(): ListColumn<ProgrammeInList>[] {
  const say = useWords(growthWords);
  const when = useWhen();
  const { list } = useMarks();
  const days = ({ from, until }: ProgrammeInList) => `${when.date(from)} – ${when.date(until)}`;
  return [
    {
      key: "title",
      title: say("title"),
      width: 260,
      show: ({ id, title }) => <PageLink to={`/programmes/${id}`}>{title}</PageLink>,
      value: ({ title }) => title,
    },
    { key: "days", title: say("days"), width: 240, show: days, value: days },
    {
      key: "skills",
      title: say("skills"),
      width: 240,
      show: ({ skills }) => list(skills),
      value: ({ skills }) => list(skills),
    },
    {
      key: "people",
      title: say("people"),
      width: 100,
      align: "right",
      show: ({ people }) => people,
      value: ({ people }) => people,
    },
  ];
}

function Add() {
  const say = useWords(growthWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(EMPTY);
  return (
    <ActButton
      type="primary"
      width={640}
      fields={<ProgrammeFields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWhole(draft)}
      act={() => call("POST /programmes", { body: bodyOf(draft), once })}
      done={({ title }) => say("added", { title })}
      onDone={({ id }) => {
        setDraft(EMPTY);
        setOnce(newId());
        go(`/programmes/${id}`);
      }}
    >
      {say("add")}
    </ActButton>
  );
}
