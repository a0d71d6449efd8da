import { Input, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { Who } from "../ui/who.tsx";
import type { AwardObjections, Run } from "./awards.routes.ts";
import { standingWords } from "./standing.words.ts";
import { pathOf } from "./use-year.ts";

type Objection = AwardObjections["items"][number];
type Of = Pick<Run, "year" | "run"> & { status?: Run["status"] };

/** What was said against a run, and what became of each; anybody adds to it during the notice. */
export function Objections({ run }: { run: Of }) {
  const say = useWords(standingWords);
  const mayDecide = useRoles()("committee");
  const read = useReading("GET /awards/{year}/runs/{run}/objections", { path: pathOf(run) });
  const isOpen = run.status === undefined || run.status === "noticed";
  return (
    <section>
      {isOpen && <Objecting run={run} />}
      <Loaded of={read}>
        {({ items, people }) =>
          items.length === 0 ? (
            <p className="quiet">{say(isOpen || run.status === "done" ? "objection.none" : "objection.none.notYet")}</p>
          ) : (
            items.map((one) => (
              <One
                key={one.id}
                run={run}
                objection={one}
                people={people}
                mayDecide={mayDecide && run.status === "noticed"}
              />
            ))
          )
        }
      </Loaded>
    </section>
  );
}

const COLOURS = { open: "warning", upheld: "success", rejected: "default" } as const;

interface OneProps {
  run: Of;
  objection: Objection;
  people: AwardObjections["people"];
  mayDecide: boolean;
}

function One({ run, objection, people, mayDecide }: OneProps) {
  const say = useWords(standingWords);
  const { colon } = useMarks();
  const when = useWhen();
  const { id, by, at, text, status } = objection;
  const decide = (upheld: boolean) => (reason: string) =>
    call("POST /awards/{year}/runs/{run}/objections/{id}/decision", {
      path: { ...pathOf(run), id },
      body: { upheld, reason },
    });
  return (
    <article className="award-objection">
      <p>
        <Who id={by} people={people} /> <span className="quiet">{when.instant(at)}</span>{" "}
        <Tag color={COLOURS[status]}>{say(`objection.${status}`)}</Tag>
      </p>
      <p className="pre">{text}</p>
      {objection.status !== "open" && (
        <p className="quiet">
          <Who id={objection.decidedBy} people={people} />
          {colon("", objection.reason)}
        </p>
      )}
      {status === "open" && mayDecide && (
        <div className="list-tools">
          <ActButton reason="needed" act={decide(false)} done={say("objection.decided.rejected")}>
            {say("objection.reject")}
          </ActButton>
          <ActButton
            ask={say("objection.uphold.ask")}
            reason="needed"
            act={decide(true)}
            done={say("objection.decided.upheld")}
          >
            {say("objection.uphold")}
          </ActButton>
        </div>
      )}
    </article>
  );
}

function Objecting({ run }: { run: Of }) {
  const say = useWords(standingWords);
  const [text, setText] = useState("");
  return (
    <ActButton
      ask={say("objection.ask")}
      fields={
        <Field label={say("objection.text")}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={4}
              maxLength={2000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
      }
      ready={text.trim().length >= 5}
      act={() => call("POST /awards/{year}/runs/{run}/objections", { path: pathOf(run), body: { text: text.trim() } })}
      done={say("objection.done")}
      onDone={() => setText("")}
    >
      {say("objection.do")}
    </ActButton>
  );
}
