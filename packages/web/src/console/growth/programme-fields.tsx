import { Input, Select } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Programme } from "../../shared/growth/growth.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { growthWords } from "./growth.words.ts";
import { PeopleSelect } from "./people-select.tsx";

/** A programme as it is being written. */
export interface ProgrammeDraft {
  title: string;
  about: string;
  from: string | undefined;
  until: string | undefined;
  skills: string[];
  memberIds: string[];
  trainerIds: string[];
  classIds: string[];
  /** `<period> <programme>` */
  performance: string | undefined;
}

export const EMPTY: ProgrammeDraft = {
  ...{ title: "", about: "", from: undefined, until: undefined, skills: [] },
  ...{ memberIds: [], trainerIds: [], classIds: [], performance: undefined },
};

export const draftOf = ({ performance, ...programme }: Programme): ProgrammeDraft => ({
  ...EMPTY,
  ...programme,
  performance: performance && `${performance.period} ${performance.programme}`,
});

export const isWhole = ({ title, from, until, skills, memberIds, trainerIds }: ProgrammeDraft): boolean =>
  title.trim().length >= 2 &&
  from !== undefined &&
  until !== undefined &&
  [skills, memberIds, trainerIds].every(({ length }) => length > 0);

/** What is sent of what was typed. */
export function bodyOf(draft: ProgrammeDraft) {
  const { title, about, from = "", until = "", skills, memberIds, trainerIds, classIds, performance } = draft;
  const [period = "", ...programme] = performance?.split(" ") ?? [];
  return {
    ...{ title: title.trim(), about: about.trim(), from, until, memberIds, trainerIds, classIds },
    skills: skills.map((skill) => skill.trim()).filter((skill) => skill !== ""),
    ...(performance && { performance: { programme: programme.join(" "), period } }),
  };
}

interface Props {
  draft: ProgrammeDraft;
  set: (more: Partial<ProgrammeDraft>) => void;
  known?: Programme["people"];
}

/** What is said of a programme. */
export function ProgrammeFields({ draft, set, known = [] }: Props) {
  const say = useWords(growthWords);
  return (
    <>
      <Field label={say("title")}>
        {(id) => (
          <Input id={id} maxLength={120} value={draft.title} onChange={({ target }) => set({ title: target.value })} />
        )}
      </Field>
      <Field label={say("about")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={3000}
            value={draft.about}
            onChange={({ target }) => set({ about: target.value })}
          />
        )}
      </Field>
      <Field label={say("from")}>
        {(id) => <DayField id={id} value={draft.from} onChange={(from) => set({ from })} />}
      </Field>
      <Field label={say("until")}>
        {(id) => <DayField id={id} value={draft.until} onChange={(until) => set({ until })} />}
      </Field>
      <Field label={say("skills")} hint={say("skills.hint")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="tags"
            maxCount={12}
            open={false}
            suffixIcon={null}
            value={draft.skills}
            onChange={(skills: string[]) => set({ skills })}
          />
        )}
      </Field>
      <Field label={say("people")}>
        {(id) => (
          <PeopleSelect
            id={id}
            most={300}
            known={known}
            value={draft.memberIds}
            onChange={(memberIds) => set({ memberIds })}
          />
        )}
      </Field>
      <Field label={say("trainers")} hint={say("trainers.hint")}>
        {(id) => (
          <PeopleSelect
            id={id}
            most={20}
            known={known}
            value={draft.trainerIds}
            onChange={(trainerIds) => set({ trainerIds })}
          />
        )}
      </Field>
      <Connected draft={draft} set={set} />
    </>
  );
}

/** The results of work, and of classes, that belong to a programme. */
function Connected({ draft, set }: Props) {
  return (
    <>
      <Classes draft={draft} set={set} />
      <Work draft={draft} set={set} />
    </>
  );
}

/** Classes among which some are chosen. */
const CLASSES = 100;

function Classes({ draft, set }: Props) {
  const say = useWords(growthWords);
  const when = useWhen();
  const found = useReading("GET /classes", { query: { limit: CLASSES } }, { live: false }).data?.items ?? [];
  return (
    <Field label={say("classes")} hint={say("classes.hint")}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          mode="multiple"
          maxCount={50}
          showSearch={{ optionFilterProp: "label" }}
          value={draft.classIds}
          onChange={(classIds: string[]) => set({ classIds })}
          options={found.map((one) => ({
            value: one.id as string,
            label: `${one.course.title} · ${when.instant(one.startsAt)}`,
          }))}
        />
      )}
    </Field>
  );
}

function Work({ draft, set }: Props) {
  const say = useWords(growthWords);
  const sets = useReading("GET /performance", {}, { live: false }).data?.items ?? [];
  return (
    <Field label={say("performance")} hint={say("performance.hint")}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          allowClear
          placeholder={say("performance.none")}
          value={draft.performance}
          onChange={(performance?: string) => set({ performance })}
          options={sets.map(({ programme, period }) => ({
            value: `${period} ${programme}`,
            label: `${programme} · ${period}`,
          }))}
        />
      )}
    </Field>
  );
}
