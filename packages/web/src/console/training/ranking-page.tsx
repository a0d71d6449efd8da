import { useParams } from "@tanstack/react-router";
import { Select, Table, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { newId } from "../../shared/new-id.ts";
import type { Ranking } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";

type Pair = Ranking["pairs"][number];
type Row = Ranking["rows"][number];

/** A ranking with the pairs that it proposes. Its reading is recorded, so that it is not read again by itself. */
export default function RankingPage() {
  const say = useWords(mentoringPageWords);
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /rankings/{id}", { path: { id } }, { live: false });
  return (
    <Loaded of={read}>
      {(ranking) => (
        <Page
          title={`${ranking.department} ${ranking.period}`}
          path={[
            { to: "/mentoring", title: say("title") },
            { to: "/rankings", title: say("rankings") },
          ]}
          about={ranking.metric}
          actions={<Other ranking={ranking} />}
        >
          <h2>{say("ranking.pairs")}</h2>
          <p className="quiet">{say("ranking.pairs.about")}</p>
          <Pairs ranking={ranking} />
          <h2>{say("ranking.rows")}</h2>
          <Rows rows={ranking.rows} />
        </Page>
      )}
    </Loaded>
  );
}

const nameOf = ({ name, employeeNumber }: Pair["mentor"]) => `${name} ${employeeNumber}`;

function Pairs({ ranking }: { ranking: Ranking }) {
  const say = useWords(mentoringPageWords);
  return (
    <Table<Pair>
      rowKey={({ mentee }) => mentee.memberId}
      dataSource={ranking.pairs}
      pagination={false}
      locale={{ emptyText: <Blank title={say("ranking.none")} /> }}
      columns={[
        { key: "mentor", title: say("mentor"), render: (_, { mentor }) => nameOf(mentor) },
        { key: "mentee", title: say("mentee"), render: (_, { mentee }) => nameOf(mentee) },
        { key: "acts", title: "", render: (_, pair) => <Ask ranking={ranking} pair={pair} /> },
      ]}
    />
  );
}

function Ask({ ranking: { id, kind }, pair: { mentor, mentee } }: { ranking: Ranking; pair: Pair }) {
  const say = useWords(mentoringPageWords);
  const [once] = useState(newId);
  const body = { kind, rankingId: id, mentorId: mentor.memberId, menteeId: mentee.memberId };
  return (
    <ActButton
      size="small"
      ask={say("propose.about")}
      act={() => call("POST /mentorings", { body, once })}
      done={say("propose.done")}
    >
      {say("ranking.ask")}
    </ActButton>
  );
}

/** A pair of two others of the two bands. */
function Other({ ranking: { id, kind, rows } }: { ranking: Ranking }) {
  const say = useWords(mentoringPageWords);
  const [once, setOnce] = useState(newId);
  const [mentorId, setMentor] = useState<string>();
  const [menteeId, setMentee] = useState<string>();
  const of = (band: "first" | "last") =>
    rows.filter((row) => row.band === band).map((row) => ({ value: row.memberId, label: nameOf(row) }));
  const choice =
    (value: string | undefined, set: (value: string) => void, band: "first" | "last") => (field: string) => (
      <Select id={field} className="wide" value={value ?? null} onChange={set} options={of(band)} />
    );
  return (
    <ActButton
      type="primary"
      ask={say("propose.about")}
      fields={
        <>
          <Field label={say("mentor")}>{choice(mentorId, setMentor, "first")}</Field>
          <Field label={say("mentee")}>{choice(menteeId, setMentee, "last")}</Field>
        </>
      }
      ready={mentorId !== undefined && menteeId !== undefined}
      act={() => call("POST /mentorings", { body: { kind, rankingId: id, mentorId, menteeId }, once })}
      done={say("propose.done")}
      onDone={() => setOnce(newId())}
    >
      {say("ranking.other")}
    </ActButton>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  const say = useWords(mentoringPageWords);
  return (
    <Table<Row>
      rowKey="memberId"
      size="small"
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100 } : false}
      columns={[
        { key: "rank", title: say("rank"), align: "right", className: "number", render: (_, { rank }) => rank },
        { key: "name", title: say("name"), render: (_, { name }) => name },
        { key: "number", title: say("number"), render: (_, { employeeNumber }) => employeeNumber },
        { key: "band", title: "", render: (_, { band }) => band && <Tag>{say(`band.${band}`)}</Tag> },
      ]}
    />
  );
}
