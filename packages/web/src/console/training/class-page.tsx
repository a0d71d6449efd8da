import { useParams } from "@tanstack/react-router";
import { Descriptions } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import type { TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { bodyOfClass, ClassFields, draftOfClass, isWholeClass } from "./class-fields.tsx";
import { ClassPeople } from "./class-people.tsx";
import { ClassState } from "./classes-page.tsx";
import "./training.css";

/** One class: what and when, who is in it and how they did. */
export default function ClassPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /classes/{id}", { path: { id } });
  return <Loaded of={read}>{(one) => <Shown one={one} />}</Loaded>;
}

function Shown({ one }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const { leads, writes, reads } = useRights(one);
  const { state, cancelled } = one;
  const isOpen = state !== "closed" && state !== "cancelled";
  return (
    <Page
      title={one.course.title}
      path={[{ to: "/classes", title: say("classes") }]}
      beside={<ClassState state={state} />}
      about={cancelled && <div className="late">{say("cancelled", { reason: cancelled.reason })}</div>}
      actions={
        isOpen && (
          <>
            {writes && state !== "over" && <Cancel one={one} />}
            {writes && <Change key={one.version} one={one} />}
            {leads && state === "over" && <Close one={one} />}
          </>
        )
      }
    >
      <Facts one={one} />
      {reads && <ClassPeople one={one} leads={leads} />}
    </Page>
  );
}

/** What the reader may do with a class: its trainers, the alliance, and the lead of its team. */
function useRights({ course: { teamId }, trainerIds }: TrainingClass) {
  const me = useMe();
  const has = (role: string) =>
    me?.roles.some((held) => held.role === role && (held.scope.kind !== "team" || held.scope.unitId === teamId)) ??
    false;
  const teaches = me !== undefined && trainerIds.includes(me.id);
  const writes = has("alliance") || has("teamLead");
  return { writes, leads: writes || teaches, reads: writes || teaches || has("committee") || has("auditor") };
}

function Facts({ one }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const of = useWords(trainingWords);
  const word = useDomainWords();
  const when = useWhen();
  const { list } = useMarks();
  const { courseId, course, trainers, outside, place, room, sessions, note, late } = one;
  const items = [
    { key: "course", label: say("course"), children: <PageLink to={`/courses/${courseId}`}>{course.title}</PageLink> },
    {
      key: "kind",
      label: of("kind"),
      children: `${word(`course.kind.${course.kind}`)} · ${word(`course.audience.${course.audience}`)}`,
    },
    {
      key: "trainers",
      label: say("trainers"),
      children: list([...trainers.map(({ name }) => name), ...(outside ? [outside] : [])]),
    },
    { key: "place", label: say("place"), children: place },
    ...(room === undefined ? [] : [{ key: "room", label: say("room"), children: String(room) }]),
    {
      key: "sessions",
      label: say("sessions"),
      children: sessions.map((session) => (
        <div key={session.id} className="class-row">
          <span className="nowrap">{when.period(session.startsAt, session.endsAt)}</span>{" "}
          {session.cancelled ? (
            <span className="late">{say("session.cancelled")}</span>
          ) : (
            <>
              {say("seats")} {say("taken", { placed: String(session.placed), seats: String(session.seats) })}
              <CancelSession one={one} sessionId={session.id} startsAt={session.startsAt} />
            </>
          )}
        </div>
      )),
    },
    ...(note ? [{ key: "note", label: say("note"), children: <span className="pre">{note}</span> }] : []),
    ...(late ? [{ key: "late", label: say("late"), children: late }] : []),
  ];
  return <Descriptions column={1} bordered size="small" items={items} />;
}

function CancelSession({ one, sessionId, startsAt }: { one: TrainingClass; sessionId: string; startsAt: string }) {
  const say = useWords(classPageWords);
  const { writes } = useRights(one);
  const isAhead = Date.parse(startsAt) > Date.now() && one.state !== "cancelled";
  if (!writes || !isAhead || one.sessions.length === 1) return null;
  return (
    <ActButton
      type="link"
      size="small"
      danger
      ask={say("cancel.ask")}
      reason="needed"
      act={(reason) =>
        call("POST /classes/{id}/sessions/{sessionId}/cancellation", {
          path: { id: one.id, sessionId },
          body: { reason },
        })
      }
      done={say("cancel.done")}
    >
      {say("session.cancel")}
    </ActButton>
  );
}

function Change({ one }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const [draft, setDraft] = useState(() => draftOfClass(one));
  const { id, version } = one;
  return (
    <ActButton
      width={680}
      fields={<ClassFields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWholeClass(draft)}
      act={() => call("PUT /classes/{id}", { path: { id }, body: { ...bodyOfClass(draft), version } })}
      done={say("changed")}
    >
      {say("change")}
    </ActButton>
  );
}

function Cancel({ one: { id } }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  return (
    <ActButton
      danger
      ask={say("cancel.ask")}
      reason="needed"
      act={(reason) => call("POST /classes/{id}/cancellation", { path: { id }, body: { reason } })}
      done={say("cancel.done")}
    >
      {say("cancel")}
    </ActButton>
  );
}

function Close({ one: { id } }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  return (
    <ActButton
      type="primary"
      ask={say("close.ask")}
      act={() => call("POST /classes/{id}/close", { path: { id } })}
      done={say("close.done")}
    >
      {say("close")}
    </ActButton>
  );
}
