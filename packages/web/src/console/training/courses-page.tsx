import { Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import type { CourseInList } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { bodyOf, CourseFields, EMPTY, isWhole } from "./course-fields.tsx";
import { TrainingTabs } from "./training-tabs.tsx";

/** Every course, the newest first. */
export default function CoursesPage() {
  const say = useWords(trainingWords);
  const mayWrite = useRoles()("alliance", "teamLead");
  return (
    <Page title={say("courses")} about={say("courses.about")} actions={mayWrite && <Add />}>
      <TrainingTabs />
      <List
        name="courses"
        title={say("courses")}
        route="GET /courses"
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={<Blank title={say("courses.empty")}>{say("courses.empty.detail")}</Blank>}
      />
    </Page>
  );
}

function useColumns(): ListColumn<CourseInList>[] {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const { nameOf } = useUnits();
  const certifies = useCertified();
  return [
    {
      key: "title",
      title: say("title"),
      width: 260,
      show: ({ id, title, ended }) => (
        <>
          <PageLink to={`/courses/${id}`}>{title}</PageLink> {ended && <Tag>{say("end.done")}</Tag>}
        </>
      ),
      value: ({ title }) => title,
    },
    {
      key: "kind",
      title: say("kind"),
      width: 120,
      show: ({ kind }) => word(`course.kind.${kind}`),
      value: ({ kind }) => word(`course.kind.${kind}`),
    },
    {
      key: "audience",
      title: say("audience"),
      width: 120,
      show: ({ audience }) => word(`course.audience.${audience}`),
      value: ({ audience }) => word(`course.audience.${audience}`),
    },
    {
      key: "team",
      title: say("team"),
      width: 180,
      show: ({ teamId }) => nameOf(teamId),
      value: ({ teamId }) => (teamId ? nameOf(teamId) : ""),
    },
    { key: "certifies", title: say("certifies"), width: 220, show: certifies, value: certifies },
  ];
}

/** The skill that a course gives, with how long it is valid. */
export function useCertified() {
  const say = useWords(trainingWords);
  return ({ certifies }: Pick<CourseInList, "certifies">): string => {
    if (!certifies) return "–";
    const { skill, months } = certifies;
    return months === undefined ? skill : say("certifies.for", { skill, months: String(months) });
  };
}

function Add() {
  const say = useWords(trainingWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(EMPTY);
  return (
    <ActButton
      type="primary"
      width={640}
      fields={<CourseFields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWhole(draft)}
      act={() => call("POST /courses", { body: bodyOf(draft), once })}
      done={({ title }) => say("added", { title })}
      onDone={({ id }) => {
        setDraft(EMPTY);
        setOnce(newId());
        go(`/courses/${id}`);
      }}
    >
      {say("add")}
    </ActButton>
  );
}
