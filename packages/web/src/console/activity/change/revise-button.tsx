import { Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { EditDrawer } from "../../ui/edit-drawer.tsx";
import { Field } from "../../ui/field.tsx";
import { currentStage } from "../current-stage.ts";
import { changeWords } from "./change.words.ts";

/** What of a published activity is said otherwise; null is nothing. */
interface Said {
  version: number;
  title: string;
  place: string;
  description: string;
  risks: string;
  insurance: NonNullable<Activity["insurance"]> | null;
  contact: NonNullable<Activity["contact"]> | null;
  minimumPeople: number;
}

const saidIn = (activity: Activity): Said => ({
  version: activity.version,
  title: activity.title,
  place: activity.place,
  description: activity.description,
  risks: activity.risks,
  insurance: activity.insurance ?? null,
  contact: activity.contact ?? null,
  minimumPeople: activity.minimumPeople,
});

/** A contact that is half typed is none yet. */
const bodyOf = ({ insurance, contact, ...rest }: Partial<Said>) => ({
  ...rest,
  ...(insurance ? { insurance } : {}),
  ...(contact === undefined ? {} : { contact: contact?.name.trim() && contact.phone.trim() ? contact : null }),
});

/** Changes what an activity says, at the version that was read. */
export function ReviseButton({ activity }: { activity: Activity }) {
  const say = useWords(changeWords);
  const [open, setOpen] = useState(false);
  const path = { id: activity.id };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("revise")}</Button>
      {open && (
        <EditDrawer<Said>
          title={say("revise")}
          base={saidIn(activity)}
          read={async () => saidIn(await call("GET /activities/{id}", { path }))}
          save={(patch, version) => call("PATCH /activities/{id}", { path, body: { ...bodyOf(patch), version } })}
          names={{
            title: say("field.title"),
            place: say("field.place"),
            description: say("field.description"),
            risks: say("field.risks"),
            insurance: say("field.insurance"),
            contact: say("field.contact"),
            minimumPeople: say("field.minimumPeople"),
          }}
          show={(_, value) => <Shown value={value} />}
          done={say("revise.done")}
          onClose={() => setOpen(false)}
        >
          {(value, set) => (
            <>
              <p className="quiet">{say("revise.hint")}</p>
              <Texts value={value} set={set} />
              <InsuranceFields value={value.insurance} set={(to) => set("insurance", to)} />
              <ContactFields value={value.contact} set={(to) => set("contact", to)} />
              {currentStage(activity) === "Recruit" && (
                <Field label={say("field.minimumPeople")}>
                  {(id) => (
                    <InputNumber
                      id={id}
                      min={0}
                      max={5000}
                      value={value.minimumPeople}
                      onChange={(to) => set("minimumPeople", to ?? 0)}
                    />
                  )}
                </Field>
              )}
            </>
          )}
        </EditDrawer>
      )}
    </>
  );
}

/** A value of a field that somebody else changed. */
function Shown({ value }: { value: unknown }) {
  const word = useDomainWords();
  const say = useWords(changeWords);
  if (value === null || value === undefined) return <>{say("insurance.none")}</>;
  if (typeof value !== "object") return <>{String(value)}</>;
  const { kind, text, name, phone } = value as Record<string, string>;
  const insured = kind === "company" || kind === "own" || kind === "none" ? word(`activity.insurance.${kind}`) : "";
  return <>{[insured, text, name, phone].filter(Boolean).join(" ")}</>;
}

interface TextsProps {
  value: Said;
  set: (field: "title" | "place" | "description" | "risks", to: string) => void;
}

const LONGEST = { title: 120, place: 200, description: 4000, risks: 1000 } as const;

function Texts({ value, set }: TextsProps) {
  const say = useWords(changeWords);
  return (
    <>
      {(["title", "place"] as const).map((field) => (
        <Field key={field} label={say(`field.${field}`)}>
          {(id) => (
            <Input
              id={id}
              maxLength={LONGEST[field]}
              value={value[field]}
              onChange={({ target }) => set(field, target.value)}
            />
          )}
        </Field>
      ))}
      {(["description", "risks"] as const).map((field) => (
        <Field key={field} label={say(`field.${field}`)} hint={field === "risks" ? say("field.risks.hint") : undefined}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={field === "risks" ? 3 : 5}
              maxLength={LONGEST[field]}
              value={value[field]}
              onChange={({ target }) => set(field, target.value)}
            />
          )}
        </Field>
      ))}
    </>
  );
}

const KINDS = ["company", "own", "none"] as const;

/** Who insures the volunteers; it is stated with the risks. */
export function InsuranceFields({
  value,
  set,
}: {
  value: Said["insurance"];
  set: (to: NonNullable<Said["insurance"]>) => void;
}) {
  const say = useWords(changeWords);
  const word = useDomainWords();
  return (
    <>
      <Field label={say("field.insurance")}>
        {(id) => (
          <Select
            id={id}
            className="whole"
            placeholder={say("insurance.none")}
            value={value?.kind ?? null}
            onChange={(kind: (typeof KINDS)[number]) => set({ ...value, kind })}
            options={KINDS.map((kind) => ({ value: kind, label: word(`activity.insurance.${kind}`) }))}
          />
        )}
      </Field>
      {value && (
        <Field label={say("insurance.text")}>
          {(id) => (
            <Input
              id={id}
              maxLength={500}
              value={value.text ?? ""}
              onChange={({ target }) => set({ kind: value.kind, ...(target.value ? { text: target.value } : {}) })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function ContactFields({ value, set }: { value: Said["contact"]; set: (to: Said["contact"]) => void }) {
  const say = useWords(changeWords);
  const { name, phone } = value ?? { name: "", phone: "" };
  const change = (to: Partial<NonNullable<Said["contact"]>>) => {
    const next = { name, phone, ...to };
    set(next.name || next.phone ? next : null);
  };
  return (
    <div className="pair">
      <Field label={say("contact.name")} hint={value ? undefined : say("contact.none")}>
        {(id) => (
          <Input id={id} maxLength={40} value={name} onChange={({ target }) => change({ name: target.value })} />
        )}
      </Field>
      <Field label={say("contact.phone")}>
        {(id) => (
          <Input id={id} maxLength={40} value={phone} onChange={({ target }) => change({ phone: target.value })} />
        )}
      </Field>
    </div>
  );
}
