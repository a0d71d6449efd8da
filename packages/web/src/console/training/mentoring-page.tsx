import { Descriptions, Table, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Mentoring, MentoringFigures } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { PersonSelect } from "../ui/person-select.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { Rankings } from "./rankings.tsx";
import { useYear, YearField } from "./year-field.tsx";

/** Mentoring: counts for who may see them, and pairs and rankings for who arranges. */
export default function MentoringPage() {
  const say = useWords(mentoringPageWords);
  const counts = useRoles()("alliance", "committee", "auditor");
  const pairs = useReading("GET /mentorings", {});
  return (
    <Page title={say("title")} about={say("about")} actions={counts && <PairParty />}>
      {counts && <Figures />}
      {counts && <Officer />}
      <Loaded of={pairs}>{({ items }) => (items.length > 0 ? <Pairs items={items} /> : null)}</Loaded>
      <Rankings />
    </Page>
  );
}

function Figures() {
  const [year] = useYear();
  const read = useReading("GET /mentorings/figures", { query: { year } });
  return <Loaded of={read}>{(figures) => <Counts figures={figures} />}</Loaded>;
}

function Counts({ figures: { year, mentors, mentees, control, party } }: { figures: MentoringFigures }) {
  const say = useWords(mentoringPageWords);
  const of = (counted: MentoringFigures["mentees"]) =>
    counted
      ? say("figures.left.of", { count: String(counted.leftLast), people: String(counted.people) })
      : say("figures.few");
  const numbers = {
    paired: String(party.paired),
    volunteers: String(party.volunteers),
    colleagues: String(party.colleagues),
  };
  const items = [
    { key: "mentors", label: say("figures.mentors"), children: mentors },
    { key: "left", label: say("figures.left"), children: of(mentees) },
    { key: "control", label: say("figures.control"), children: of(control) },
    { key: "party", label: say("figures.party"), children: say("figures.party.of", numbers) },
  ];
  return (
    <section>
      <div className="list-head">
        <h2>{say("figures", { year: String(year) })}</h2>
        <YearField />
      </div>
      <Descriptions column={1} bordered size="small" items={items} />
      <p className="quiet">{say("figures.drift")}</p>
    </section>
  );
}

function Officer() {
  const say = useWords(mentoringPageWords);
  const mayName = useRoles()("committee");
  const [memberId, setMemberId] = useState<string>();
  const read = useReading("GET /rankings/officer", {});
  return (
    <section>
      <h2>{say("officer")}</h2>
      <Loaded of={read}>
        {({ officer }) => (
          <p>{officer ? <Person {...officer} /> : <span className="quiet">{say("officer.none")}</span>}</p>
        )}
      </Loaded>
      {mayName && (
        <ActButton
          fields={
            <Field label={say("officer")}>
              {(id) => <PersonSelect id={id} value={memberId} onChange={setMemberId} />}
            </Field>
          }
          ready={memberId !== undefined}
          act={() => call("PUT /rankings/officer", { body: { memberId } })}
          done={say("officer.done")}
        >
          {say("officer.name")}
        </ActButton>
      )}
    </section>
  );
}

function Pairs({ items }: { items: Mentoring[] }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const when = useWhen();
  return (
    <section>
      <h2>{say("list")}</h2>
      <Table<Mentoring>
        size="middle"
        rowKey={({ id }) => id}
        dataSource={items}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          { key: "kind", title: say("kind"), width: 130, render: (_, { kind }) => word(`mentoring.kind.${kind}`) },
          { key: "mentor", title: say("mentor"), width: 160, render: (_, { mentor }) => <Person {...mentor} /> },
          { key: "mentee", title: say("mentee"), width: 160, render: (_, { mentee }) => <Person {...mentee} /> },
          {
            key: "state",
            title: say("state"),
            width: 120,
            render: (_, { state }) => <Tag>{word(`mentoring.state.${state}`)}</Tag>,
          },
          { key: "due", title: say("due"), width: 150, render: (_, { dueOn }) => (dueOn ? when.date(dueOn) : "–") },
          {
            key: "outcome",
            title: say("outcome"),
            width: 180,
            render: (_, { outcome }) =>
              outcome ? (
                <>
                  {say("outcome.of", { start: String(outcome.startRank), end: String(outcome.endRank) })}{" "}
                  {outcome.leftLast && <Tag color="success">{say("outcome.left")}</Tag>}
                </>
              ) : (
                "–"
              ),
          },
          { key: "acts", title: "", width: 110, render: (_, one) => one.state === "going" && <End one={one} /> },
        ]}
      />
    </section>
  );
}

function End({ one: { id } }: { one: Mentoring }) {
  const say = useWords(mentoringPageWords);
  return (
    <ActButton
      type="link"
      size="small"
      reason="needed"
      act={(reason) => call("POST /mentorings/{id}/end", { path: { id }, body: { reason } })}
      done={say("end.done")}
    >
      {say("end")}
    </ActButton>
  );
}

/** Pairs a party volunteer with a colleague who is no party member. */
function PairParty() {
  const say = useWords(mentoringPageWords);
  const mayPair = useRoles()("alliance");
  const [mentorId, setMentor] = useState<string>();
  const [menteeId, setMentee] = useState<string>();
  if (!mayPair) return null;
  return (
    <ActButton
      type="primary"
      fields={
        <>
          <Field label={say("mentor")}>{(id) => <PersonSelect id={id} value={mentorId} onChange={setMentor} />}</Field>
          <Field label={say("mentee")}>{(id) => <PersonSelect id={id} value={menteeId} onChange={setMentee} />}</Field>
        </>
      }
      ready={mentorId !== undefined && menteeId !== undefined}
      act={() => call("POST /mentorings", { body: { kind: "partyToMasses", mentorId, menteeId } })}
      done={say("propose.done")}
      onDone={() => {
        setMentor(undefined);
        setMentee(undefined);
      }}
    >
      {say("party")}
    </ActButton>
  );
}
