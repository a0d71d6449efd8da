import { Input, Select } from "antd";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { contactPageWords } from "./contacts.words.ts";

const KINDS = ["person", "organization"] as const;
export const SOURCES = ["activity", "visit", "call", "web", "referral", "import", "other"] as const;

/** What is typed about a contact. */
export interface Typed {
  kind: (typeof KINDS)[number];
  name: string;
  person: string;
  mobile: string;
  email: string;
  language: "zh-CN" | "en";
  sourceFrom: (typeof SOURCES)[number];
  sourceNote: string;
  bornOn?: string | undefined;
  guardianName: string;
  guardianMobile: string;
  guardianEmail: string;
}
export const EMPTY: Typed = {
  kind: "person",
  name: "",
  person: "",
  mobile: "",
  email: "",
  language: "zh-CN",
  sourceFrom: "activity",
  sourceNote: "",
  guardianName: "",
  guardianMobile: "",
  guardianEmail: "",
};

const filled = (text: string) => text.trim() || undefined;

/** Who speaks for a minor, as it is sent; nothing when nothing was typed. */
export const guardianOf = ({ guardianName, guardianMobile, guardianEmail }: Typed) =>
  filled(guardianName) && {
    name: guardianName.trim(),
    mobile: filled(guardianMobile),
    email: filled(guardianEmail),
  };

export const sourceOf = ({ sourceFrom, sourceNote }: Pick<Typed, "sourceFrom" | "sourceNote">) => ({
  from: sourceFrom,
  note: filled(sourceNote),
});

/** What is sent of what was typed. */
export const saidOf = (typed: Typed) => {
  const isPerson = typed.kind === "person";
  return {
    kind: typed.kind,
    name: typed.name.trim(),
    person: isPerson ? undefined : filled(typed.person),
    mobile: filled(typed.mobile),
    email: filled(typed.email),
    language: typed.language,
    source: sourceOf(typed),
    bornOn: isPerson ? typed.bornOn : undefined,
    guardian: isPerson && typed.bornOn ? guardianOf(typed) || undefined : undefined,
  };
};

interface Props {
  typed: Typed;
  set: (more: Partial<Typed>) => void;
  /** How mobile and mail address stand now, of a contact that is corrected. */
  hidden?: { mobile: string; email: string };
}

/** The fields of a contact; what is not shown in full is typed anew or left as it is. */
export function ContactFields({ typed, set, hidden }: Props) {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const text = (field: "name" | "person" | "mobile" | "email" | "sourceNote", label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          maxLength={field === "sourceNote" ? 200 : 254}
          autoComplete="off"
          value={typed[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </Field>
  );
  const hint = (masked: string | undefined) => masked && say("edit.hidden", { masked });
  return (
    <>
      {!hidden && (
        <Choice
          label={say("kind")}
          value={typed.kind}
          options={KINDS.map((value) => ({ value, label: word(`contact.kind.${value}`) }))}
          onChange={(kind) => set({ kind })}
        />
      )}
      {text("name", say("name"))}
      {typed.kind === "organization" && text("person", say("person"), say("person.hint"))}
      {text("mobile", say(hidden ? "edit.mobile" : "mobile"), hint(hidden?.mobile))}
      {text("email", say(hidden ? "edit.email" : "email"), hint(hidden?.email))}
      <Choice
        label={say("language")}
        value={typed.language}
        options={(["zh-CN", "en"] as const).map((value) => ({ value, label: say(`language.${value}`) }))}
        onChange={(language) => set({ language })}
      />
      <Choice
        label={say("source")}
        value={typed.sourceFrom}
        options={SOURCES.map((value) => ({ value, label: word(`contact.source.${value}`) }))}
        onChange={(sourceFrom) => set({ sourceFrom })}
      />
      {text("sourceNote", say("source.note"), say("source.note.hint"))}
      {typed.kind === "person" && <Minor typed={typed} set={set} />}
    </>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <Select<Value>
          id={id}
          className="wide"
          value={value}
          options={options}
          onChange={(chosen) => onChange(chosen)}
        />
      )}
    </Field>
  );
}

const GUARDIAN = ["guardianName", "guardianMobile", "guardianEmail"] as const;
const LABELS = {
  guardianName: "guardian.name",
  guardianMobile: "guardian.mobile",
  guardianEmail: "guardian.email",
} as const;

function Minor({ typed, set }: Pick<Props, "typed" | "set">) {
  const say = useWords(contactPageWords);
  return (
    <>
      <Field label={say("bornOn")} hint={say("bornOn.hint")}>
        {(id) => <DayField id={id} value={typed.bornOn} onChange={(bornOn) => set({ bornOn })} />}
      </Field>
      {typed.bornOn &&
        GUARDIAN.map((field) => (
          <Field key={field} label={say(LABELS[field])}>
            {(id) => (
              <Input
                id={id}
                maxLength={254}
                autoComplete="off"
                value={typed[field]}
                onChange={({ target }) => set({ [field]: target.value })}
              />
            )}
          </Field>
        ))}
    </>
  );
}
