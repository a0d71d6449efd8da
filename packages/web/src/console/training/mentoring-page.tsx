import { Table, Tag } from "antd";
import type { ReactNode } from "react";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Mentoring } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { MentoringActs, Propose } from "./mentoring-acts.tsx";
import { Figures, Officer } from "./mentoring-figures.tsx";

type Heading = "kind" | "mentor" | "mentee" | "state" | "until" | "dueOn" | "contactsCount" | "outcome";

const COLOURS = { proposed: "processing", going: "success", declined: "default", ended: "default" } as const;

/** Pairs of who arranges them; counts for who may have counts. No list of pairs is saved as a workbook. */
export default function MentoringPage() {
  const say = useWords(mentoringPageWords);
  const counts = useRoles()("alliance", "committee", "auditor");
  // Each reading is recorded, so that the page does not read again by itself.
  const read = useReading("GET /mentorings", {}, { live: false });
  return (
    <Page
      title={say("title")}
      about={say("about")}
      actions={
        <>
          <PageLink to="/rankings">{say("rankings")}</PageLink>
          <Propose />
        </>
      }
    >
      {counts && <Officer />}
      {counts && <Figures />}
      <Loaded of={read}>{({ items }) => <Pairs items={items} />}</Loaded>
    </Page>
  );
}

function Pairs({ items }: { items: Mentoring[] }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const day = (value: string | undefined) => (value ? when.date(value) : "–");
  const column = (key: Heading, render: (one: Mentoring) => ReactNode) => ({
    key,
    title: say(key),
    render: (_: unknown, one: Mentoring) => render(one),
  });
  return (
    <Table<Mentoring>
      rowKey="id"
      dataSource={items}
      pagination={items.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: <Blank title={say("empty")}>{say("empty.detail")}</Blank> }}
      columns={[
        column("kind", ({ kind }) => word(`mentoring.kind.${kind}`)),
        column("mentor", ({ mentor }) => `${mentor.name} ${mentor.employeeNumber}`),
        column("mentee", ({ mentee }) => `${mentee.name} ${mentee.employeeNumber}`),
        column("state", ({ state }) => <Tag color={COLOURS[state]}>{word(`mentoring.state.${state}`)}</Tag>),
        column("until", ({ until }) => day(until)),
        column("dueOn", ({ dueOn }) => (dueOn ? say("dueOn.by", { day: day(dueOn) }) : "–")),
        column("contactsCount", ({ contacts }) => contacts.length),
        column("outcome", (one) => <Outcome one={one} />),
        { key: "acts", title: "", render: (_, one) => <MentoringActs one={one} /> },
      ]}
      expandable={{
        rowExpandable: ({ contacts, help }) => contacts.length + help.length > 0,
        expandedRowRender: (one) => <Behind one={one} />,
        columnTitle: <span className="unseen">{say("contacts")}</span>,
      }}
    />
  );
}

function Outcome({ one: { outcome, rankingId } }: { one: Mentoring }) {
  const say = useWords(mentoringPageWords);
  if (rankingId === undefined) return "–";
  if (!outcome) return <span className="quiet">{say("outcome.none")}</span>;
  const { leftLast, startRank, endRank } = outcome;
  return (
    <>
      {say(leftLast ? "outcome.left" : "outcome.stays")}{" "}
      <span className="quiet">{say("outcome.ranks", { start: String(startRank), end: String(endRank) })}</span>
    </>
  );
}

function Behind({ one: { contacts, help } }: { one: Mentoring }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const when = useWhen();
  return (
    <>
      {contacts.length > 0 && <h3>{say("contacts")}</h3>}
      <ul className="behind">
        {contacts.map(({ day, how, note, at }) => (
          <li key={at}>
            {when.date(day)} · {word(`mentoring.how.${how}`)} {note && <span className="quiet">{note}</span>}
          </li>
        ))}
      </ul>
      {help.length > 0 && <h3>{say("help")}</h3>}
      <ul className="behind">
        {help.map(({ day, what, fen, at }) => (
          <li key={at}>
            {when.date(day)} · {word(`mentoring.help.${what}`)} {fen !== undefined && `¥${(fen / 100).toFixed(2)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
