import { Button, Checkbox } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { EditDrawer } from "../ui/edit-drawer.tsx";
import { Choice, ContactFields, EMPTY, guardianOf, sourceOf, type Typed } from "./contact-fields.tsx";
import type { Standing } from "./contacts.routes.ts";
import { contactPageWords } from "./contacts.words.ts";

/** What may be done about a contact. */
export function ContactActs({ contact }: { contact: Standing }) {
  return (
    <>
      <Remove contact={contact} />
      <Bar contact={contact} />
      <Consent contact={contact} />
      <Correct contact={contact} />
    </>
  );
}

function Bar({ contact: { id, name, doNotContact } }: { contact: Standing }) {
  const say = useWords(contactPageWords);
  const act = doNotContact ? "unbar" : "bar";
  return (
    <ActButton
      ask={say(`${act}.ask`)}
      reason="needed"
      act={(why) => call("PUT /contacts/{id}/do-not-contact", { path: { id }, body: { wanted: !doNotContact, why } })}
      done={say(`${act}.done`, { name })}
    >
      {say(act)}
    </ActButton>
  );
}

const CAUSES = ["asked", "duplicate", "mistake", "unneeded"] as const;

function Remove({ contact: { id } }: { contact: Standing }) {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const [cause, setCause] = useState<(typeof CAUSES)[number]>("asked");
  const [neverAgain, setNever] = useState(false);
  return (
    <ActButton
      danger
      ask={say("remove.ask")}
      fields={
        <>
          <Choice
            label={say("remove.cause")}
            value={cause}
            options={CAUSES.map((value) => ({ value, label: word(`contact.cause.${value}`) }))}
            onChange={setCause}
          />
          <Checkbox checked={neverAgain} onChange={({ target }) => setNever(target.checked)}>
            {say("remove.never")}
          </Checkbox>
        </>
      }
      act={() => call("POST /contacts/{id}/removal", { path: { id }, body: { cause, neverAgain } })}
      done={say("remove.done")}
    >
      {say("remove")}
    </ActButton>
  );
}

const PURPOSES = ["survey", "contact", "greeting"] as const;
const STATES = ["given", "withdrawn"] as const;
const HOWS = ["written", "spoken", "online"] as const;

function Consent({ contact: { id, isMinor } }: { contact: Standing }) {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>("survey");
  const [state, setState] = useState<(typeof STATES)[number]>("given");
  const [how, setHow] = useState<(typeof HOWS)[number]>("spoken");
  return (
    <ActButton
      {...(isMinor ? { ask: say("consent.minor") } : {})}
      fields={
        <>
          <Choice
            label={say("consent.purpose")}
            value={purpose}
            options={PURPOSES.map((value) => ({ value, label: word(`contact.purpose.${value}`) }))}
            onChange={setPurpose}
          />
          <Choice
            label={say("consent.state")}
            value={state}
            options={STATES.map((value) => ({ value, label: say(`consent.${value}`) }))}
            onChange={setState}
          />
          <Choice
            label={say("consent.how")}
            value={how}
            options={HOWS.map((value) => ({ value, label: word(`contact.how.${value}`) }))}
            onChange={setHow}
          />
        </>
      }
      act={() => call("POST /contacts/{id}/consents", { path: { id }, body: { purpose, state, how } })}
      done={say("consent.done")}
    >
      {say("consent")}
    </ActButton>
  );
}

type Editable = Typed & { version: number };

const editable = (contact: Standing): Editable => ({
  ...EMPTY,
  kind: contact.kind,
  name: contact.name,
  person: contact.person ?? "",
  language: contact.language,
  sourceFrom: contact.source.from,
  sourceNote: contact.source.note ?? "",
  version: contact.version,
});

/** What the API takes for what was filled in: what is hidden only when it was typed anew. */
function patchOf(patch: Partial<Editable>, base: Editable) {
  const typed = { ...base, ...patch };
  const isSourceSaid = "sourceFrom" in patch || "sourceNote" in patch;
  return {
    version: base.version,
    name: patch.name?.trim(),
    ...("person" in patch && { person: typed.person.trim() || null }),
    mobile: patch.mobile?.trim() || undefined,
    email: patch.email?.trim() || undefined,
    language: patch.language,
    ...(isSourceSaid && { source: sourceOf(typed) }),
    bornOn: patch.bornOn,
    guardian: guardianOf(typed) || undefined,
  };
}

function Correct({ contact }: { contact: Standing }) {
  const say = useWords(contactPageWords);
  const [open, setOpen] = useState(false);
  const { id, name } = contact;
  const read = async () => {
    const { contact: now } = await call("GET /contacts/{id}", { path: { id } });
    return editable(now.status === "standing" ? now : contact);
  };
  const names = {
    kind: say("kind"),
    name: say("name"),
    person: say("person"),
    mobile: say("edit.mobile"),
    email: say("edit.email"),
    language: say("language"),
    sourceFrom: say("source"),
    sourceNote: say("source.note"),
    bornOn: say("bornOn"),
    guardianName: say("guardian.name"),
    guardianMobile: say("guardian.mobile"),
    guardianEmail: say("guardian.email"),
  };
  const hidden = { mobile: contact.mobile ?? say("ways.none"), email: contact.email ?? say("ways.none") };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say("edit")}
      </Button>
      {open && (
        <EditDrawer<Editable>
          title={say("edit.title", { name })}
          base={editable(contact)}
          read={read}
          save={(patch, version) =>
            call("PATCH /contacts/{id}", {
              path: { id },
              body: patchOf(patch, { ...editable(contact), version }),
              version,
            })
          }
          names={names}
          show={(_, value) => (value ? String(value) : "–")}
          done={say("edit.done", { name })}
          onClose={() => setOpen(false)}
        >
          {(value, set) => (
            <ContactFields
              typed={value}
              hidden={hidden}
              set={(more) => {
                for (const [field, given] of Object.entries(more)) set(field as keyof Typed, given as never);
              }}
            />
          )}
        </EditDrawer>
      )}
    </>
  );
}
