import { decimal } from "@yigong/core/points/decimal.ts";
import { Descriptions, Input } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import { useRoles } from "../ui/use-roles.ts";
import type { Run, AwardYear as Year } from "./awards.routes.ts";
import { standingWords } from "./standing.words.ts";

/** From where the draw takes its chance, and what a run was computed from. */
export function Draw({ year, run }: { year: Year; run: Run | undefined }) {
  const say = useWords(standingWords);
  const when = useWhen();
  const mayRun = useRoles()("committee");
  const { source } = year;
  const isFrozen = year.latest > 0;
  return (
    <>
      <h2>{say("draw.title")}</h2>
      {source ? (
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: "source", label: say("draw.source"), children: source.source },
            { key: "known", label: say("draw.knownFrom"), children: when.instant(source.knownFrom) },
            {
              key: "value",
              label: say("draw.value"),
              children: source.value ?? say("draw.waiting", { when: when.instant(source.knownFrom) }),
            },
          ]}
        />
      ) : (
        <p>{say("draw.none")}</p>
      )}
      {isFrozen && <p className="quiet">{say("draw.frozen")}</p>}
      {mayRun && !isFrozen && (
        <div className="list-tools">
          {source && source.value === undefined && <Enter year={year} source={source.source} />}
          {source?.value === undefined && <Announce year={year} />}
        </div>
      )}
      {run?.manifest && <Frozen run={run} />}
    </>
  );
}

function Announce({ year }: { year: Year }) {
  const say = useWords(standingWords);
  const when = useWhen();
  const [source, setSource] = useState("");
  const [knownFrom, setKnownFrom] = useState<string>();
  return (
    <ActButton
      fields={
        <>
          <Field label={say("draw.source")} hint={say("draw.source.hint")}>
            {(id) => (
              <Input id={id} maxLength={300} value={source} onChange={({ target }) => setSource(target.value)} />
            )}
          </Field>
          <Field label={say("draw.knownFrom")}>
            {(id) => <InstantField id={id} value={knownFrom} onChange={setKnownFrom} />}
          </Field>
        </>
      }
      ready={source.trim().length >= 4 && knownFrom !== undefined}
      act={() =>
        call("PUT /awards/{year}/draw-source", {
          path: { year: String(year.year) },
          body: { source: source.trim(), knownFrom },
        })
      }
      done={say("draw.announced", { when: knownFrom ? when.instant(knownFrom) : "" })}
    >
      {say("draw.announce")}
    </ActButton>
  );
}

function Enter({ year, source }: { year: Year; source: string }) {
  const say = useWords(standingWords);
  const [value, setValue] = useState("");
  return (
    <ActButton
      type="primary"
      ask={say("draw.enter.ask", { source })}
      fields={
        <Field label={say("draw.value")}>
          {(id) => <Input id={id} maxLength={200} value={value} onChange={({ target }) => setValue(target.value)} />}
        </Field>
      }
      ready={value.trim() !== ""}
      act={() =>
        call("PUT /awards/{year}/draw-value", { path: { year: String(year.year) }, body: { value: value.trim() } })
      }
      done={say("draw.entered", { value: value.trim() })}
    >
      {say("draw.enter")}
    </ActButton>
  );
}

function Frozen({ run }: { run: Run }) {
  const say = useWords(standingWords);
  const { list } = useMarks();
  const when = useWhen();
  const { manifest } = run;
  if (!manifest) return null;
  const { floor, partyLine, othersLine, places } = manifest.rules;
  return (
    <>
      <h2>{say("freeze.title")}</h2>
      <Descriptions
        column={1}
        size="small"
        items={[
          { key: "at", label: say("freeze.at"), children: when.instant(manifest.frozenAt) },
          { key: "people", label: say("freeze.people"), children: manifest.people },
          { key: "activities", label: say("freeze.activities"), children: manifest.activities },
          { key: "rules", label: say("freeze.rules"), children: list(manifest.ruleSets) },
          {
            key: "lines",
            label: say("freeze.lines"),
            children: say("freeze.lines.text", {
              floor: decimal(floor),
              party: decimal(partyLine),
              others: decimal(othersLine),
              places: String(places),
            }),
          },
          { key: "seed", label: say("draw.seed"), children: <code className="pre">{run.seed ?? "–"}</code> },
          { key: "digest", label: say("freeze.digest"), children: <code className="pre">{run.digest ?? "–"}</code> },
        ]}
      />
    </>
  );
}
