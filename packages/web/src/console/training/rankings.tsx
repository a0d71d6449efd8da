import { Button, Drawer, Input, Radio, Select, Table, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import type { Ranking, RankingInList } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { Field } from "../ui/field.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useUnits } from "../units/use-units.ts";

/** Rankings of departments, for who arranges: nobody else is shown that there are any. */
export function Rankings() {
  const say = useWords(mentoringPageWords);
  const read = useReading("GET /rankings", {});
  const [open, setOpen] = useState<string>();
  return (
    <section>
      <div className="list-head">
        <h2>{say("rankings")}</h2>
        <Add onAdded={setOpen} />
      </div>
      <Loaded of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Blank title={say("rankings.none")}>{say("rankings.none.detail")}</Blank>
          ) : (
            <Listed items={items} onOpen={setOpen} />
          )
        }
      </Loaded>
      <Drawer open={open !== undefined} onClose={() => setOpen(undefined)} title={say("pairs")} size={560}>
        {open && <One id={open} />}
      </Drawer>
    </section>
  );
}

function Listed({ items, onOpen }: { items: RankingInList[]; onOpen: (id: string) => void }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  return (
    <Table<RankingInList>
      size="middle"
      rowKey={({ id }) => id}
      dataSource={items}
      pagination={false}
      columns={[
        { key: "department", title: say("department"), render: (_, { department }) => department },
        { key: "period", title: say("period"), render: (_, { period }) => period },
        { key: "kind", title: say("kind"), render: (_, { kind }) => word(`mentoring.kind.${kind}`) },
        { key: "metric", title: say("metric"), render: (_, { metric }) => metric },
        { key: "people", title: say("people"), render: (_, { people }) => people },
        {
          key: "open",
          title: "",
          render: (_, { id }) => (
            <Button type="link" onClick={() => onOpen(id)}>
              {say("ranking.open")}
            </Button>
          ),
        },
      ]}
    />
  );
}

function One({ id }: { id: string }) {
  const read = useReading("GET /rankings/{id}", { path: { id } });
  return <Loaded of={read}>{(ranking) => <Pairs ranking={ranking} />}</Loaded>;
}

function Pairs({ ranking: { id, kind, pairs } }: { ranking: Ranking }) {
  const say = useWords(mentoringPageWords);
  if (pairs.length === 0) return <Blank title={say("pairs.none")} />;
  return (
    <ul className="behind">
      {pairs.map(({ mentor, mentee }) => (
        <li key={mentee.memberId} className="class-row">
          <Tag>{say("mentor")}</Tag> <Person {...mentor} /> <Tag>{say("mentee")}</Tag> <Person {...mentee} />{" "}
          <ActButton
            size="small"
            act={() =>
              call("POST /mentorings", {
                body: { kind, rankingId: id, mentorId: mentor.memberId, menteeId: mentee.memberId },
              })
            }
            done={say("propose.done")}
          >
            {say("propose")}
          </ActButton>
        </li>
      ))}
    </ul>
  );
}

interface Line {
  number: string;
  rank: number;
}

/** Two columns as they are pasted from a table; the lines that cannot be read beside it. */
function linesIn(text: string): { rows: Line[]; wrong: number[] } {
  const rows: Line[] = [];
  const wrong: number[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [, number, rank] = /^\s*(\S+)[\s,，;]+(\d{1,4})\s*$/.exec(line) ?? [];
    if (number === undefined || rank === undefined) wrong.push(at + 1);
    else rows.push({ number, rank: Number(rank) });
  }
  return { rows, wrong };
}

function Add({ onAdded }: { onAdded: (id: string) => void }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const { list } = useMarks();
  const units = useUnits();
  const me = useMe();
  const [departmentId, setDepartment] = useState<string>();
  const [period, setPeriod] = useState("");
  const [kind, setKind] = useState<"performer" | "sales">("performer");
  const [metric, setMetric] = useState("");
  const [text, setText] = useState("");
  const { rows, wrong } = linesIn(text);
  if (!me) return null;
  const fields = (
    <>
      <Field label={say("department")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={departmentId ?? null}
            onChange={(value: string | null) => setDepartment(value ?? undefined)}
            options={units.of("department")}
            showSearch={{ optionFilterProp: "label" }}
          />
        )}
      </Field>
      <Field label={say("kind")}>
        {(id) => (
          <Radio.Group
            id={id}
            value={kind}
            onChange={({ target }) => setKind(target.value as typeof kind)}
            options={(["performer", "sales"] as const).map((value) => ({
              value,
              label: word(`mentoring.kind.${value}`),
            }))}
          />
        )}
      </Field>
      <Field label={say("period")} hint={say("period.hint")}>
        {(id) => <Input id={id} value={period} onChange={({ target }) => setPeriod(target.value.trim())} />}
      </Field>
      <Field label={say("metric")}>
        {(id) => <Input id={id} maxLength={60} value={metric} onChange={({ target }) => setMetric(target.value)} />}
      </Field>
      <Field label={say("ranking.rows")} hint={say("ranking.rows.hint")}>
        {(id) => <Input.TextArea id={id} rows={8} value={text} onChange={({ target }) => setText(target.value)} />}
      </Field>
      {wrong.length > 0 && <p className="late">{say("ranking.wrong", { lines: list(wrong) })}</p>}
    </>
  );
  return (
    <ActButton
      width={560}
      fields={fields}
      ready={
        departmentId !== undefined && period !== "" && metric.trim() !== "" && rows.length > 0 && wrong.length === 0
      }
      act={() => call("POST /rankings", { body: { departmentId, period, kind, metric: metric.trim(), rows } })}
      done={say("ranking.added")}
      onDone={({ id }) => {
        setText("");
        onAdded(id);
      }}
    >
      {say("ranking.add")}
    </ActButton>
  );
}
