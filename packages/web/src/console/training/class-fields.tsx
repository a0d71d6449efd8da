import { Button, Input, InputNumber, Select } from "antd";
import type { TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import { useAll } from "../ui/use-all.ts";
import { TrainerSelect } from "./trainer-select.tsx";

interface SessionDraft {
  /** Of one that is known. */
  id?: string;
  key: string;
  startsAt: string | undefined;
  endsAt: string | undefined;
}

/** A class as it is being planned. */
export interface ClassDraft {
  courseId: string | undefined;
  trainerIds: string[];
  outside: string;
  place: string;
  room: number | null;
  seats: number | null;
  sessions: SessionDraft[];
  note: string;
  late: string;
}

let made = 0;
const fresh = (): SessionDraft => {
  made += 1;
  return { key: `new${made}`, startsAt: undefined, endsAt: undefined };
};

export const emptyClass = (): ClassDraft => ({
  ...{ courseId: undefined, trainerIds: [], outside: "", place: "", room: null, seats: 20 },
  ...{ sessions: [fresh()], note: "", late: "" },
});

export const draftOfClass = (one: TrainingClass): ClassDraft => ({
  ...{ courseId: one.courseId, trainerIds: one.trainerIds, outside: one.outside ?? "", place: one.place },
  ...{ room: one.room ?? null, seats: one.seats, note: one.note ?? "", late: "" },
  sessions: one.sessions
    .filter(({ cancelled }) => !cancelled)
    .map(({ id, startsAt, endsAt }) => ({ id, key: id, startsAt, endsAt })),
});

const isTimed = (session: SessionDraft): session is SessionDraft & { startsAt: string; endsAt: string } =>
  session.startsAt !== undefined && session.endsAt !== undefined;

export const isWholeClass = ({ courseId, trainerIds, outside, place, seats, sessions }: ClassDraft): boolean =>
  courseId !== undefined &&
  (trainerIds.length > 0 || outside.trim().length >= 2) &&
  place.trim() !== "" &&
  seats !== null &&
  sessions.length > 0 &&
  sessions.every(isTimed);

/** What is sent of what was typed. */
export function bodyOfClass({ trainerIds, outside, place, room, seats, sessions, note }: ClassDraft) {
  return {
    ...{ trainerIds, place: place.trim(), seats: seats ?? 1 },
    ...(outside.trim() && { outside: outside.trim() }),
    ...(room !== null && { room }),
    ...(note.trim() && { note: note.trim() }),
    sessions: sessions.filter(isTimed).map(({ id, startsAt, endsAt }) => ({ ...(id && { id }), startsAt, endsAt })),
  };
}

interface Props {
  draft: ClassDraft;
  set: (more: Partial<ClassDraft>) => void;
  /** Whether it is planned now: then its course is chosen, and why it is entered late. */
  isNew?: boolean;
}

/** What is said of a class. */
export function ClassFields({ draft, set, isNew = false }: Props) {
  const say = useWords(classPageWords);
  return (
    <>
      {isNew && <CourseField draft={draft} set={set} />}
      <Field label={say("trainers")} hint={say("trainers.hint")}>
        {(id) => (
          <TrainerSelect
            id={id}
            startsAt={draft.sessions[0]?.startsAt}
            value={draft.trainerIds}
            onChange={(trainerIds) => set({ trainerIds })}
          />
        )}
      </Field>
      <Field label={say("outside")}>
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            value={draft.outside}
            onChange={({ target }) => set({ outside: target.value })}
          />
        )}
      </Field>
      <Field label={say("place")}>
        {(id) => (
          <Input id={id} maxLength={200} value={draft.place} onChange={({ target }) => set({ place: target.value })} />
        )}
      </Field>
      <Field label={say("seats")}>
        {(id) => <Count id={id} value={draft.seats} onChange={(seats) => set({ seats })} />}
      </Field>
      <Field label={say("room")} hint={say("room.hint")}>
        {(id) => <Count id={id} value={draft.room} onChange={(room) => set({ room })} />}
      </Field>
      <Sessions draft={draft} set={set} />
      <Field label={say("note")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={1000}
            value={draft.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </Field>
      {isNew && (
        <Field label={say("late")} hint={say("late.hint")}>
          {(id) => (
            <Input id={id} maxLength={300} value={draft.late} onChange={({ target }) => set({ late: target.value })} />
          )}
        </Field>
      )}
    </>
  );
}

function Count({
  id,
  value,
  onChange,
}: {
  id: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return <InputNumber id={id} min={1} max={2000} precision={0} value={value} onChange={onChange} />;
}

function CourseField({ draft, set }: Omit<Props, "isNew">) {
  const say = useWords(classPageWords);
  const courses = (useAll("GET /courses", {}).data ?? []).filter(({ ended }) => !ended);
  return (
    <Field label={say("course")}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          value={draft.courseId}
          onChange={(courseId?: string) => set({ courseId })}
          options={courses.map((course) => ({ value: course.id, label: course.title }))}
          showSearch={{ optionFilterProp: "label" }}
        />
      )}
    </Field>
  );
}

function Sessions({ draft: { sessions }, set }: Omit<Props, "isNew">) {
  const say = useWords(classPageWords);
  const change = (key: string, more: Partial<SessionDraft>) =>
    set({ sessions: sessions.map((session) => (session.key === key ? { ...session, ...more } : session)) });
  return (
    <fieldset className="class-sessions">
      <legend>{say("sessions")}</legend>
      {sessions.map(({ key, id: known, startsAt, endsAt }) => (
        <div key={key} className="class-session">
          <Field label={say("startsAt")}>
            {(id) => <InstantField id={id} value={startsAt} onChange={(at) => change(key, { startsAt: at })} />}
          </Field>
          <Field label={say("endsAt")}>
            {(id) => <InstantField id={id} value={endsAt} onChange={(at) => change(key, { endsAt: at })} />}
          </Field>
          {sessions.length > 1 && !known && (
            <Button type="link" onClick={() => set({ sessions: sessions.filter((session) => session.key !== key) })}>
              {say("session.remove")}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => set({ sessions: [...sessions, fresh()] })}>{say("session.add")}</Button>
    </fieldset>
  );
}
