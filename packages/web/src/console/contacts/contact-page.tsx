import { useParams } from "@tanstack/react-router";
import { reasonIn } from "@yigong/core/language/system-reason.ts";
import { Alert, Descriptions, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { ContactActs } from "./contact-acts.tsx";
import type { Contact, People, Standing } from "./contacts.routes.ts";
import { contactPageWords } from "./contacts.words.ts";

const PURPOSES = ["survey", "contact", "greeting"] as const;

/** One contact: how they are reached, what they agreed to, and what may be done. */
export default function ContactPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /contacts/{id}", { path: { id } });
  return (
    <Loaded of={read}>
      {({ contact, people }) =>
        contact.status === "standing" ? (
          <Shown contact={contact} people={people} />
        ) : (
          <Gone contact={contact} people={people} />
        )
      }
    </Loaded>
  );
}

function Gone({ contact, people }: { contact: Extract<Contact, { status: "removed" }>; people: People }) {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { removedAt, removedBy, cause } = contact;
  const name = people[removedBy]?.name ?? removedBy;
  const detail = { when: when.instant(removedAt), name, cause: word(`contact.cause.${cause}`) };
  return (
    <Page title={say("removed")} path={[{ to: "/contacts", title: say("title") }]}>
      <p>{say("removed.detail", detail)}</p>
    </Page>
  );
}

function Shown({ contact, people }: { contact: Standing; people: People }) {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const language = useLanguage();
  const mayWrite = useRoles()("alliance", "customerService");
  const { name, kind, isMinor, doNotContact, source, recordedAt, recordedBy, person } = contact;
  const sourceText = [word(`contact.source.${source.from}`), source.note].filter(Boolean).join("：");
  const items = [
    { key: "ways", label: say("ways"), children: <Ways contact={contact} mayAsk={mayWrite} /> },
    ...(person ? [{ key: "person", label: say("person"), children: person }] : []),
    { key: "language", label: say("language"), children: say(`language.${contact.language}`) },
    { key: "source", label: say("source"), children: sourceText },
    ...PURPOSES.map((purpose) => ({
      key: purpose,
      label: word(`contact.purpose.${purpose}`),
      children: <Consent contact={contact} purpose={purpose} />,
    })),
    {
      key: "recorded",
      label: say("recorded"),
      children: say("recorded.by", {
        name: people[recordedBy]?.name ?? word("contact.source.import"),
        when: when.instant(recordedAt),
      }),
    },
  ];
  return (
    <Page
      title={name}
      path={[{ to: "/contacts", title: say("title") }]}
      beside={
        <>
          <Tag>{word(`contact.kind.${kind}`)}</Tag>
          {isMinor && <Tag color="warning">{say("minor")}</Tag>}
        </>
      }
      actions={mayWrite && <ContactActs contact={contact} />}
    >
      {doNotContact && (
        <Alert
          type="warning"
          showIcon
          title={say("doNotContact", {
            when: when.instant(doNotContact.at),
            why: reasonIn(language, doNotContact.why),
          })}
        />
      )}
      <Descriptions column={1} bordered size="small" items={items} />
    </Page>
  );
}

function Consent({ contact, purpose }: { contact: Standing; purpose: (typeof PURPOSES)[number] }) {
  const say = useWords(contactPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const said = contact.consents.find((one) => one.purpose === purpose);
  const bar = contact.bars[purpose];
  return (
    <>
      <Tag color={bar ? "default" : "success"}>{bar ? word(`contact.bar.${bar}`) : say("bars.may")}</Tag>
      <span className="quiet">
        {said
          ? `${say(`consent.${said.state}`)} · ${say("consent.by", {
              day: when.instant(said.at),
              how: word(`contact.how.${said.how}`),
            })}${said.byGuardian ? ` · ${say("consent.guardian")}` : ""}`
          : say("consent.none")}
      </span>
    </>
  );
}

/** Hidden until somebody asks; the asking is kept. */
function Ways({ contact, mayAsk }: { contact: Standing; mayAsk: boolean }) {
  const say = useWords(contactPageWords);
  const [full, setFull] = useState<Pick<Standing, "mobile" | "email" | "guardian">>();
  const { mobile, email, guardian } = full ?? contact;
  const own = [mobile, email].filter(Boolean).join(" · ") || say("ways.none");
  return (
    <div role={full ? "status" : undefined}>
      <span className="number">{own}</span>
      {guardian && (
        <div>
          {say("guardian")} {guardian.name}{" "}
          <span className="number">{[guardian.mobile, guardian.email].filter(Boolean).join(" · ")}</span>
        </div>
      )}
      {mayAsk && !full && (
        <ActButton
          size="small"
          ask={say("show.ask")}
          act={() => call("POST /contacts/{id}/ways", { path: { id: contact.id } })}
          done={say("show.done")}
          onDone={setFull}
        >
          {say("show")}
        </ActButton>
      )}
    </div>
  );
}
