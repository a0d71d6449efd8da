import { Button, Checkbox, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { EditDrawer } from "../ui/edit-drawer.tsx";
import { Field } from "../ui/field.tsx";
import { useUnits } from "../units/use-units.ts";
import { peopleWords } from "./people.words.ts";

const STATUSES = ["partyMember", "leagueMember", "masses"] as const;
const FIELDS = [
  "name",
  "politicalStatus",
  "branchId",
  "departmentId",
  "postId",
  "teamIds",
  "skills",
  "skillsUntil",
  "trainer",
  "volunteerSince",
] as const;
type Shown = Pick<Member, (typeof FIELDS)[number] | "version">;
/** What is filled in beside: never shown, or only for this change. */
interface Editable extends Shown {
  newMobile?: string | undefined;
  from?: string | undefined;
}
const AFFILIATION = ["branchId", "departmentId", "postId"] as const;

const editable = (member: Member): Editable =>
  Object.fromEntries([...FIELDS, "version" as const].map((field) => [field, member[field]])) as unknown as Editable;

/** What the API takes for what was filled in; null takes a value away. */
function patchOf(patch: Partial<Editable>, version: number) {
  const { newMobile, branchId, departmentId, postId, ...rest } = patch;
  const moved = AFFILIATION.filter((field) => field in patch);
  const affiliation = Object.fromEntries(
    moved.map((field) => [field, { branchId, departmentId, postId }[field] ?? null]),
  );
  return {
    ...rest,
    version,
    ...(moved.length > 0 && { affiliation }),
    ...("volunteerSince" in patch && { volunteerSince: patch.volunteerSince ?? null }),
    ...(newMobile && { mobile: newMobile }),
  };
}

/** Changes somebody's profile; affiliation and status from a day on. */
export function EditPerson({ member }: { member: Member }) {
  const say = useWords(peopleWords);
  const [open, setOpen] = useState(false);
  const show = useShown();
  const { id, name } = member;
  const names = Object.fromEntries(FIELDS.map((field) => [field, say(field)]));
  const read = async () => editable(await call("GET /members/{id}", { path: { id } }));
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("edit")}</Button>
      {open && (
        <EditDrawer<Editable>
          title={say("edit.title", { name })}
          base={editable(member)}
          read={read}
          save={(patch, version) =>
            call("PATCH /members/{id}", { path: { id }, body: patchOf(patch, version), version })
          }
          names={{ ...names, newMobile: say("edit.mobile"), from: say("edit.from") } as never}
          show={show}
          done={say("edit.done", { name })}
          onClose={() => setOpen(false)}
        >
          {(value, set) => <Fields member={member} value={value} set={set} />}
        </EditDrawer>
      )}
    </>
  );
}

/** How values read where two people changed one. */
function useShown() {
  const say = useWords(peopleWords);
  const { list } = useMarks();
  const word = useDomainWords();
  const when = useWhen();
  const { nameOf } = useUnits();
  return (field: string, value: unknown): ReactNode => {
    if (value === undefined || value === null || value === "") return "–";
    if (field === "politicalStatus") return word(`member.politicalStatus.${value as Member["politicalStatus"]}`);
    if (field === "teamIds") return list((value as string[]).map(nameOf)) || "–";
    if (field === "skillsUntil")
      return list(Object.entries(value as Record<string, string>).map(([skill, day]) => `${skill} ${when.date(day)}`));
    if (Array.isArray(value)) return list(value) || "–";
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (field.endsWith("Id")) return nameOf(String(value));
    return field === "volunteerSince" || field === "from" ? when.date(String(value)) : String(value);
  };
}

interface FieldsProps {
  member: Member;
  value: Editable;
  set: <K extends keyof Editable>(field: K, value: Editable[K]) => void;
}

function Fields({ member, value, set }: FieldsProps) {
  const say = useWords(peopleWords);
  return (
    <>
      <Field label={say("name")}>
        {(id) => <Input id={id} value={value.name} onChange={({ target }) => set("name", target.value)} />}
      </Field>
      <Affiliation member={member} value={value} set={set} />
      <Serving member={member} value={value} set={set} />
      <Field
        label={say("edit.mobile")}
        hint={say("edit.mobile.hint", { masked: member.mobile ?? say("contact.none") })}
      >
        {(id) => (
          <Input
            id={id}
            inputMode="tel"
            autoComplete="off"
            value={value.newMobile ?? ""}
            onChange={({ target }) => set("newMobile", target.value || undefined)}
          />
        )}
      </Field>
    </>
  );
}

function Affiliation({ value, set }: FieldsProps) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const units = useUnits();
  const unit = (field: (typeof AFFILIATION)[number], kind: "branch" | "department" | "post") => (
    <Field label={say(field)}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          showSearch={{ optionFilterProp: "label" }}
          allowClear={field === "branchId"}
          value={value[field] ?? null}
          options={units.of(kind)}
          onChange={(chosen: string | null) => set(field, chosen ?? undefined)}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label={say("politicalStatus")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={value.politicalStatus}
            options={STATUSES.map((one) => ({ value: one, label: word(`member.politicalStatus.${one}`) }))}
            onChange={(chosen) => set("politicalStatus", chosen)}
          />
        )}
      </Field>
      {unit("branchId", "branch")}
      {unit("departmentId", "department")}
      {unit("postId", "post")}
      <Field label={say("edit.from")} hint={say("edit.from.hint")}>
        {(id) => <DayField id={id} value={value.from} onChange={(day) => set("from", day)} />}
      </Field>
    </>
  );
}

function Serving({ value, set }: FieldsProps) {
  const say = useWords(peopleWords);
  const units = useUnits();
  return (
    <>
      <Field label={say("teamIds")}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="wide"
            optionFilterProp="label"
            value={value.teamIds}
            options={units.of("team")}
            onChange={(chosen) => set("teamIds", chosen)}
          />
        )}
      </Field>
      <Field label={say("skills")}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            className="wide"
            value={value.skills}
            onChange={(chosen) => set("skills", chosen)}
          />
        )}
      </Field>
      {value.skills.map((skill) => (
        <Field key={skill} label={say("skills.until", { skill })} hint={say("skills.until.hint")}>
          {(id) => (
            <DayField
              id={id}
              value={value.skillsUntil?.[skill]}
              onChange={(day) => {
                const { [skill]: _, ...others } = value.skillsUntil ?? {};
                set("skillsUntil", day ? { ...others, [skill]: day } : others);
              }}
            />
          )}
        </Field>
      ))}
      <Field label={say("volunteerSince")}>
        {(id) => <DayField id={id} value={value.volunteerSince} onChange={(day) => set("volunteerSince", day)} />}
      </Field>
      <Checkbox checked={value.trainer} onChange={({ target }) => set("trainer", target.checked)}>
        {say("trainer")}
      </Checkbox>
    </>
  );
}
