import { useParams } from "@tanstack/react-router";
import { bandText } from "@yigong/core/nomination/score.ts";
import { Alert, Descriptions, Input, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { Nomination } from "../../shared/training/trainer.routes.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useNow } from "../ui/use-now.ts";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { DecidePlaces } from "./decide-places.tsx";
import { PutForward } from "./put-forward.tsx";
import { ExportSheet, Sheet } from "./ranking-sheet.tsx";
import "./training.css";

/** One offer of external places: its candidates in their order, every key of each, and the decision. */
export default function NominationPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /nominations/{id}", { path: { id } });
  return <Loaded of={read}>{(nomination) => <Shown nomination={nomination} />}</Loaded>;
}

/** How whom an offer names is called. */
export const nameIn = ({ people }: Nomination, memberId: string): string =>
  people.find((one) => one.memberId === memberId)?.name ?? memberId;

function Shown({ nomination }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const word = useDomainWords();
  return (
    <Page
      title={nomination.title}
      path={[{ to: "/external-places", title: say("places") }]}
      beside={<Tag>{word(`nomination.state.${nomination.state}`)}</Tag>}
      about={<Stands nomination={nomination} />}
      actions={<Acts nomination={nomination} />}
    >
      <Facts nomination={nomination} />
      <h2>{say("sheet")}</h2>
      {nomination.needsDraw && <Alert type="info" showIcon title={say("needsDraw")} />}
      <Sheet nomination={nomination} />
      <h2>{say("pairs")}</h2>
      <Pairs nomination={nomination} />
    </Page>
  );
}

function Stands({ nomination }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const { decision, withdrawn, draw } = nomination;
  if (withdrawn) return <div className="late">{say("withdrawn", { reason: withdrawn.reason })}</div>;
  if (!decision) return say("closesAt", { at: when.instant(draw.knownFrom) });
  const by = { name: nameIn(nomination, decision.by), at: when.instant(decision.at) };
  return (
    <>
      {say("decided.by", by)}
      {decision.reason && <div className="strong">{say("decided.reason", { reason: decision.reason })}</div>}
    </>
  );
}

function Acts({ nomination }: { nomination: Nomination }) {
  const isAlliance = useRoles()("alliance");
  const me = useMe();
  const now = useNow();
  const { state, headId, draw, drawn } = nomination;
  if (state !== "open") return <ExportSheet nomination={nomination} />;
  const isHead = me?.id === headId;
  const isClosed = new Date(now).toISOString() >= draw.knownFrom;
  return (
    <>
      <ExportSheet nomination={nomination} />
      {isAlliance && <Withdraw nomination={nomination} />}
      {!isClosed && (isAlliance || isHead) && <PutForward key={nomination.version} nomination={nomination} />}
      {isClosed && isAlliance && !drawn && <EnterDraw nomination={nomination} />}
      {isClosed && (isAlliance || isHead) && <DecidePlaces key={nomination.version} nomination={nomination} />}
    </>
  );
}

function Facts({ nomination }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const { nameOf } = useUnits();
  const { list } = useMarks();
  const { about, organizer, startsOn, endsOn, departmentId, places, requires, renews, draw, drawn, seed } = nomination;
  const needed = [...requires.skills, requires.postIds.map((id) => nameOf(id)).join(" / ")].filter((one) => one !== "");
  const items = [
    { key: "about", label: say("about"), children: <span className="pre">{about}</span> },
    { key: "organizer", label: say("organizer"), children: organizer },
    {
      ...{ key: "days", label: say("days") },
      children: say("days.span", { from: when.date(startsOn), to: when.date(endsOn) }),
    },
    { key: "department", label: say("department"), children: nameOf(departmentId) },
    { key: "count", label: say("count"), children: places },
    { key: "requires", label: say("requires"), children: list(needed) || say("requires.none") },
    ...(renews ? [{ key: "renews", label: say("renews"), children: renews }] : []),
    { key: "source", label: say("draw.source"), children: `${draw.source} · ${when.instant(draw.knownFrom)}` },
    { key: "value", label: say("draw.value"), children: drawn?.value ?? say("draw.none") },
    ...(seed ? [{ key: "seed", label: say("seed"), children: <Seed seed={seed} /> }] : []),
  ];
  return <Descriptions column={1} bordered size="small" items={items} />;
}

function Seed({ seed }: { seed: string }) {
  const say = useWords(nominationPageWords);
  return (
    <>
      <span className="lot">{seed}</span>
      <div className="quiet">{say("seed.how")}</div>
    </>
  );
}

function Pairs({ nomination }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const { list } = useMarks();
  const { volunteerPairs } = nomination;
  const named = (ids: readonly string[]) => list(ids.map((id) => nameIn(nomination, id)));
  if (volunteerPairs.length === 0) return <p className="quiet">{say("pairs.none")}</p>;
  return (
    <ul>
      {volunteerPairs.map(({ band, meets, ahead, behind }) => (
        <li key={`${band} ${meets}`}>
          {say("pairs.line", { band: bandText(band), ahead: named(ahead), behind: named(behind) })}
        </li>
      ))}
    </ul>
  );
}

function EnterDraw({ nomination: { id, draw } }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const [value, setValue] = useState("");
  const field = (
    <Field label={say("draw.value")} hint={draw.source}>
      {(at) => <Input id={at} maxLength={200} value={value} onChange={({ target }) => setValue(target.value)} />}
    </Field>
  );
  return (
    <ActButton
      fields={field}
      ready={value.trim() !== ""}
      act={() => call("POST /nominations/{id}/draw", { path: { id }, body: { value: value.trim() } })}
      done={say("entered")}
    >
      {say("enter")}
    </ActButton>
  );
}

function Withdraw({ nomination: { id, version } }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  return (
    <ActButton
      danger
      ask={say("withdraw.ask")}
      reason="needed"
      act={(reason) => call("POST /nominations/{id}/withdrawal", { path: { id }, body: { reason, version } })}
      done={say("withdraw.done")}
    >
      {say("withdraw")}
    </ActButton>
  );
}
