import { AIMS, AUDIENCES, KINDS } from "@yigong/core/course/kinds.ts";
import { Checkbox, Input, InputNumber, Radio, Select } from "antd";
import type { Course } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { useAll } from "../ui/use-all.ts";
import { useUnits } from "../units/use-units.ts";

/** A course as it is being written. */
export interface CourseDraft {
  title: string;
  about: string;
  kind: Course["kind"];
  audience: Course["audience"];
  teamId: string | undefined;
  aims: Course["aims"];
  skill: string;
  months: number | null;
  /** `<policy> <anchor>` */
  clauses: string[];
}

export const EMPTY: CourseDraft = {
  ...{ title: "", about: "", kind: "internal", audience: "volunteers", teamId: undefined },
  ...{ aims: [], skill: "", months: null, clauses: [] },
};

export const draftOf = ({ certifies, clauses, teamId, ...course }: Course): CourseDraft => ({
  ...EMPTY,
  ...course,
  teamId,
  skill: certifies?.skill ?? "",
  months: certifies?.months ?? null,
  clauses: clauses.map(({ policyId, anchor }) => `${policyId} ${anchor}`),
});

export const isWhole = ({ title, about, kind, aims }: CourseDraft): boolean =>
  title.trim().length >= 2 && about.trim().length >= 2 && (kind !== "outward" || aims.length > 0);

/** What is sent of what was typed. */
export function bodyOf({ title, about, kind, audience, teamId, aims, skill, months, clauses }: CourseDraft) {
  const certified = skill.trim();
  return {
    ...{ title: title.trim(), about: about.trim(), kind, audience },
    ...(teamId && { teamId }),
    aims: kind === "outward" ? aims : [],
    ...(certified && { certifies: { skill: certified, ...(months !== null && { months }) } }),
    clauses: clauses.map((link) => {
      const [policyId = "", anchor = ""] = link.split(" ");
      return { policyId, anchor };
    }),
  };
}

interface Props {
  draft: CourseDraft;
  set: (more: Partial<CourseDraft>) => void;
}

/** What is said of a course. */
export function CourseFields({ draft, set }: Props) {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  return (
    <>
      <Field label={say("title")}>
        {(id) => (
          <Input id={id} maxLength={120} value={draft.title} onChange={({ target }) => set({ title: target.value })} />
        )}
      </Field>
      <Field label={say("kind")}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.kind}
            onChange={({ target }) => set({ kind: target.value as CourseDraft["kind"] })}
            options={KINDS.map((value) => ({ value, label: word(`course.kind.${value}`) }))}
          />
        )}
      </Field>
      {draft.kind === "outward" && (
        <Field label={say("aims")} hint={say("aims.hint")}>
          {(id) => (
            <span id={id}>
              <Checkbox.Group
                value={draft.aims}
                onChange={(aims) => set({ aims })}
                options={AIMS.map((value) => ({ value, label: word(`course.aim.${value}`) }))}
              />
            </span>
          )}
        </Field>
      )}
      <Field label={say("audience")} hint={say(`audience.${draft.audience}.hint`)}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.audience}
            onChange={({ target }) => set({ audience: target.value as CourseDraft["audience"] })}
            options={AUDIENCES.map((value) => ({ value, label: word(`course.audience.${value}`) }))}
          />
        )}
      </Field>
      <Field label={say("about")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={3000}
            value={draft.about}
            onChange={({ target }) => set({ about: target.value })}
          />
        )}
      </Field>
      <More draft={draft} set={set} />
    </>
  );
}

function More({ draft, set }: Props) {
  const say = useWords(trainingWords);
  const units = useUnits();
  return (
    <>
      <Field label={say("team")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            allowClear
            placeholder={say("team.none")}
            value={draft.teamId}
            onChange={(teamId?: string) => set({ teamId })}
            options={units.of("team")}
          />
        )}
      </Field>
      <Field label={say("certifies")} hint={say("certifies.hint")}>
        {(id) => (
          <Input id={id} maxLength={40} value={draft.skill} onChange={({ target }) => set({ skill: target.value })} />
        )}
      </Field>
      {draft.skill.trim() !== "" && (
        <Field label={say("months")} hint={say("months.hint")}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={120}
              precision={0}
              value={draft.months}
              onChange={(months) => set({ months })}
            />
          )}
        </Field>
      )}
      <Clauses draft={draft} set={set} />
    </>
  );
}

function Clauses({ draft, set }: Props) {
  const say = useWords(trainingWords);
  const policies = useAll("GET /training-policies", {}).data ?? [];
  const options = policies.map(({ id, title, clauses }) => ({
    label: title,
    options: clauses.map(({ anchor, heading }) => ({ value: `${id} ${anchor}`, label: heading })),
  }));
  return (
    <Field label={say("clauses")}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          mode="multiple"
          maxCount={20}
          value={draft.clauses}
          onChange={(clauses: string[]) => set({ clauses })}
          options={options}
          showSearch={{ optionFilterProp: "label" }}
        />
      )}
    </Field>
  );
}
