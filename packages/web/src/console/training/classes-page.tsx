import { Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMarks } from "../../shared/marks.ts";
import { newId } from "../../shared/new-id.ts";
import type { TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { bodyOfClass, ClassFields, emptyClass, isWholeClass } from "./class-fields.tsx";
import { useYear, YearField } from "./year-field.tsx";
import "./training.css";

const STATE_COLOURS = {
  planned: "processing",
  going: "warning",
  over: "warning",
  closed: "success",
  cancelled: "default",
} as const satisfies Record<TrainingClass["state"], string>;

export function ClassState({ state }: Pick<TrainingClass, "state">) {
  const say = useWords(classPageWords);
  return <Tag color={STATE_COLOURS[state]}>{say(`state.${state}`)}</Tag>;
}

/** The classes of a year, the latest first. */
export default function ClassesPage() {
  const say = useWords(classPageWords);
  const mayPlan = useRoles()("alliance", "teamLead");
  const [year] = useYear();
  return (
    <Page title={say("classes")} about={say("classes.about")} actions={mayPlan && <Plan />}>
      <List
        name="classes"
        title={say("classes")}
        route="GET /classes"
        given={{ query: { year } }}
        columns={useColumns()}
        rowKey={({ id }) => id}
        filters={<YearField />}
        empty={<Blank title={say("classes.empty")}>{say("classes.empty.detail")}</Blank>}
      />
    </Page>
  );
}

function useColumns(): ListColumn<TrainingClass>[] {
  const say = useWords(classPageWords);
  const of = useWords(trainingWords);
  const word = useDomainWords();
  const when = useWhen();
  const { list } = useMarks();
  const teachers = ({ trainers, outside }: TrainingClass) =>
    list([...trainers.map(({ name }) => name), ...(outside ? [outside] : [])]);
  const taken = ({ sessions: [session] }: TrainingClass) => {
    const { placed = 0, seats = 0, waiting = 0 } = session ?? {};
    const counts = { placed: String(placed), seats: String(seats) };
    return waiting > 0 ? say("taken.waiting", { ...counts, waiting: String(waiting) }) : say("taken", counts);
  };
  return [
    {
      key: "course",
      title: say("course"),
      width: 190,
      show: ({ id, course }) => <PageLink to={`/classes/${id}`}>{course.title}</PageLink>,
      value: ({ course }) => course.title,
    },
    {
      key: "startsAt",
      title: say("startsAt"),
      width: 150,
      show: ({ startsAt }) => when.instant(startsAt),
      value: ({ startsAt }) => when.instant(startsAt),
    },
    { key: "place", title: say("place"), width: 140, show: (one) => one.place, value: (one) => one.place },
    { key: "trainers", title: say("trainers"), width: 110, show: teachers, value: teachers },
    {
      key: "kind",
      title: of("kind"),
      width: 70,
      show: ({ course }) => word(`course.kind.${course.kind}`),
      value: ({ course }) => word(`course.kind.${course.kind}`),
    },
    {
      key: "audience",
      title: of("audience"),
      width: 80,
      show: ({ course }) => word(`course.audience.${course.audience}`),
      value: ({ course }) => word(`course.audience.${course.audience}`),
    },
    { key: "seats", title: say("seats"), width: 110, show: taken, value: taken },
    {
      key: "state",
      title: say("state"),
      width: 90,
      show: ({ state }) => <ClassState state={state} />,
      value: ({ state }) => say(`state.${state}`),
    },
  ];
}

function Plan() {
  const say = useWords(classPageWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(emptyClass);
  return (
    <ActButton
      type="primary"
      width={680}
      fields={<ClassFields isNew draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWholeClass(draft)}
      act={() =>
        call("POST /classes", {
          body: {
            ...bodyOfClass(draft),
            courseId: draft.courseId,
            ...(draft.late.trim() && { late: draft.late.trim() }),
          },
          once,
        })
      }
      done={({ course }) => say("added", { title: course.title })}
      onDone={({ id }) => {
        setDraft(emptyClass());
        setOnce(newId());
        go(`/classes/${id}`);
      }}
    >
      {say("add")}
    </ActButton>
  );
}
