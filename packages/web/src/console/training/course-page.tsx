import { useParams } from "@tanstack/react-router";
import { Descriptions, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Course } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { CourseFeedback } from "../growth/course-feedback.tsx";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { bodyOf, CourseFields, draftOf, isWhole } from "./course-fields.tsx";
import { useCertified } from "./courses-page.tsx";
import "./training.css";

/** One course: what it teaches, what passing gives, and the clauses that it follows. */
export default function CoursePage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /courses/{id}", { path: { id } });
  return <Loaded of={read}>{(course) => <Shown course={course} />}</Loaded>;
}

function Shown({ course }: { course: Course }) {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const mayWrite = useMayWrite(course) && !course.ended;
  const readsFeedback = useRoles()("alliance", "committee", "auditor");
  return (
    <Page
      title={course.title}
      path={[{ to: "/courses", title: say("courses") }]}
      beside={<Tag>{word(`course.kind.${course.kind}`)}</Tag>}
      about={course.ended && <div className="late">{say("ended", { reason: course.ended.reason })}</div>}
      actions={
        mayWrite && (
          <>
            <End course={course} />
            <Change key={course.version} course={course} />
          </>
        )
      }
    >
      <Facts course={course} />
      <h2>{say("clauses")}</h2>
      <Clauses course={course} />
      {readsFeedback && <CourseFeedback courseId={course.id} />}
    </Page>
  );
}

/** Whether the reader may write this course: the alliance, and the lead of its team. */
function useMayWrite({ teamId }: Course): boolean {
  const me = useMe();
  return (
    me?.roles.some(
      ({ role, scope }) =>
        role === "alliance" ||
        (role === "teamLead" && (scope.kind === "all" || (scope.kind === "team" && scope.unitId === teamId))),
    ) ?? false
  );
}

function Facts({ course }: { course: Course }) {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const { nameOf } = useUnits();
  const certified = useCertified();
  const { about, audience, teamId, aims } = course;
  const items = [
    { key: "about", label: say("about"), children: <span className="pre">{about}</span> },
    { key: "audience", label: say("audience"), children: word(`course.audience.${audience}`) },
    { key: "team", label: say("team"), children: teamId ? nameOf(teamId) : say("team.none") },
    ...(aims.length > 0
      ? [
          {
            key: "aims",
            label: say("aims"),
            children: aims.map((aim) => <Tag key={aim}>{word(`course.aim.${aim}`)}</Tag>),
          },
        ]
      : []),
    { key: "certifies", label: say("certifies"), children: certified(course) },
  ];
  return <Descriptions column={1} bordered size="small" items={items} />;
}

function Clauses({ course: { clauses } }: { course: Course }) {
  const say = useWords(trainingWords);
  if (clauses.length === 0) return <Blank title={say("clauses.none")} />;
  return clauses.map(({ policyId, anchor, policyTitle, heading, text }) => (
    <section key={`${policyId} ${anchor}`} className="clause">
      <h3>
        {heading ?? <span className="quiet">{say("clause.dropped")}</span>}{" "}
        <PageLink to={`/training-policies/${policyId}`}>{policyTitle ?? policyId}</PageLink>
      </h3>
      {text && <p className="pre">{text}</p>}
    </section>
  ));
}

function Change({ course }: { course: Course }) {
  const say = useWords(trainingWords);
  const [draft, setDraft] = useState(() => draftOf(course));
  const { id, version } = course;
  return (
    <ActButton
      type="primary"
      width={640}
      fields={<CourseFields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWhole(draft)}
      act={() => call("PUT /courses/{id}", { path: { id }, body: { ...bodyOf(draft), version } })}
      done={say("changed")}
    >
      {say("change")}
    </ActButton>
  );
}

function End({ course: { id, version } }: { course: Course }) {
  const say = useWords(trainingWords);
  return (
    <ActButton
      danger
      ask={say("end.ask")}
      reason="needed"
      act={(reason) => call("POST /courses/{id}/end", { path: { id }, body: { reason, version } })}
      done={say("end.done")}
    >
      {say("end")}
    </ActButton>
  );
}
