import { Input, Radio, Table, type TableColumnsType, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import type { OneOfClass, TrainingClass } from "../../shared/training/class.routes.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { Field } from "../ui/field.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { AskCorrection, Corrections } from "./class-corrections.tsx";
import { GiveResult } from "./give-result.tsx";

interface Props {
  one: TrainingClass;
  /** Whether the reader puts down who was there, and how they did. */
  leads: boolean;
}

/** Everybody of a class: seats, who was there, results. */
export function ClassPeople({ one, leads }: Props) {
  const say = useWords(classPageWords);
  const read = useReading("GET /classes/{id}/people", { path: { id: one.id } });
  return (
    <section>
      <div className="list-head">
        <h2>{say("people")}</h2>
        {leads && (
          <div className="page-acts">
            {one.state === "closed" && <AskCorrection one={one} />}
            {one.state !== "closed" && one.state !== "cancelled" && one.state !== "planned" && <Note one={one} />}
          </div>
        )}
      </div>
      <Loaded of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Blank title={say("people.empty")}>{say("people.empty.detail")}</Blank>
          ) : (
            <>
              <Corrections one={one} items={items} />
              <People one={one} items={items} leads={leads} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function People({ one, items, leads }: Props & { items: OneOfClass[] }) {
  const say = useWords(classPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const { list } = useMarks();
  const startOf = new Map(one.sessions.map(({ id, startsAt }) => [id as string, startsAt]));
  const isOver = one.state === "over" || one.state === "closed";
  const columns: TableColumnsType<OneOfClass> = [
    { key: "name", title: say("people"), width: 180, render: (_, row) => <Person {...row} /> },
    { key: "department", title: say("department"), width: 130, render: (_, row) => row.department ?? "–" },
    {
      key: "seat",
      title: say("seat"),
      width: 120,
      render: (_, { seats }) =>
        seats.length === 0 ? (
          "–"
        ) : (
          <Tag>{say(seats.some(({ state }) => state === "placed") ? "seat.placed" : "seat.waiting")}</Tag>
        ),
    },
    {
      key: "attended",
      title: say("attended"),
      width: 220,
      render: (_, { attended }) =>
        attended.length === 0
          ? isOver
            ? say("attended.none")
            : "–"
          : list(
              attended.map(
                ({ sessionId, how }) => `${when.instant(startOf.get(sessionId) ?? "")} ${word(`class.how.${how}`)}`,
              ),
            ),
    },
    {
      key: "result",
      title: say("result"),
      width: 200,
      render: (_, { result }) => {
        if (!result) return "–";
        const { outcome, grade, certificate } = result;
        const colour = outcome === "passed" ? "success" : outcome === "failed" ? "error" : "default";
        return (
          <>
            <Tag color={colour}>{word(`result.outcome.${outcome}`)}</Tag>
            {grade}
            {certificate && (
              <span className="quiet">
                {" "}
                {certificate.until ? say("until", { day: when.date(certificate.until) }) : say("forGood")}
              </span>
            )}
          </>
        );
      },
    },
    ...(leads
      ? [
          {
            key: "acts",
            title: say("give"),
            width: 200,
            render: (_: unknown, row: OneOfClass) => <Acts one={one} row={row} isOver={isOver} />,
          },
        ]
      : []),
  ];
  return (
    <Table<OneOfClass>
      size="middle"
      rowKey={({ memberId }) => memberId}
      dataSource={items}
      columns={columns}
      pagination={false}
      scroll={{ x: "max-content" }}
    />
  );
}

function Acts({ one, row, isOver }: { one: TrainingClass; row: OneOfClass; isOver: boolean }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  const { attended, result, memberId } = row;
  const [last] = attended.slice(-1);
  const [chosen, setSessionId] = useState<string>();
  const sessionId = attended.some((each) => each.sessionId === chosen) ? chosen : last?.sessionId;
  const startOf = new Map(one.sessions.map(({ id, startsAt }) => [id as string, startsAt]));
  const which = attended.length > 1 && (
    <Field label={say("sessions")}>
      {(id) => (
        <Radio.Group
          id={id}
          value={sessionId}
          onChange={({ target }) => setSessionId(target.value as string)}
          options={attended.map(({ sessionId: value }) => ({ value, label: when.instant(startOf.get(value) ?? "") }))}
        />
      )}
    </Field>
  );
  return (
    <div className="list-tools">
      {isOver && attended.length > 0 && <GiveResult one={one} row={row} />}
      {one.state !== "closed" && last && !result && (
        <ActButton
          type="link"
          size="small"
          reason="needed"
          fields={which}
          act={(reason) =>
            call("POST /classes/{id}/sessions/{sessionId}/attendances/{memberId}/void", {
              path: { id: one.id, sessionId: sessionId ?? last.sessionId, memberId },
              body: { reason },
            })
          }
          done={say("void.done")}
        >
          {say("void")}
        </ActButton>
      )}
    </div>
  );
}

/** Puts down who was there by employee number, for the session that is on or was last. */
function Note({ one: { id, sessions } }: { one: TrainingClass }) {
  const say = useWords(classPageWords);
  const when = useWhen();
  const begun = sessions.filter(({ startsAt, cancelled }) => !cancelled && Date.parse(startsAt) <= Date.now());
  const [sessionId, setSessionId] = useState(begun.at(-1)?.id as string | undefined);
  const [text, setText] = useState("");
  const numbers = text.split(/[\s,，、]+/).filter(Boolean);
  return (
    <ActButton
      fields={
        <>
          <Field label={say("sessions")}>
            {(field) => (
              <Radio.Group
                id={field}
                value={sessionId}
                onChange={({ target }) => setSessionId(target.value as string)}
                options={begun.map((session) => ({ value: session.id, label: when.instant(session.startsAt) }))}
              />
            )}
          </Field>
          <Field label={say("note.numbers")} hint={say("note.numbers.hint")}>
            {(field) => (
              <Input.TextArea id={field} rows={5} value={text} onChange={({ target }) => setText(target.value)} />
            )}
          </Field>
        </>
      }
      ready={sessionId !== undefined && numbers.length > 0}
      act={() =>
        call("POST /classes/{id}/sessions/{sessionId}/attendances", {
          path: { id, sessionId: sessionId ?? "" },
          body: { numbers },
        })
      }
      done={say("note.done")}
      onDone={() => setText("")}
    >
      {say("note.attendance")}
    </ActButton>
  );
}
