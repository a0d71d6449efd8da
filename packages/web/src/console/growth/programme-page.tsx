import { useParams } from "@tanstack/react-router";
import { Descriptions, Input, InputNumber, Select, Tabs } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Programme } from "../../shared/growth/growth.routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { newId } from "../../shared/new-id.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import { Group } from "./group-change.tsx";
import { growthWords } from "./growth.words.ts";
import { Behaviour, Learning, Skills, WorkResults } from "./levels.tsx";
import { bodyOf, draftOf, isWhole, ProgrammeFields } from "./programme-fields.tsx";
import { Reaction } from "./reaction.tsx";

/** One programme: who takes part, and what came of it on each level. */
export default function ProgrammePage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /programmes/{id}", { path: { id } });
  return <Loaded of={read}>{(programme) => <Shown programme={programme} />}</Loaded>;
}

function Shown({ programme }: { programme: Programme }) {
  const say = useWords(growthWords);
  const isAlliance = useRoles()("alliance");
  const me = useMe();
  const mayAsk = isAlliance || (me !== undefined && programme.trainerIds.includes(me.id));
  return (
    <Page
      title={programme.title}
      path={[{ to: "/programmes", title: say("programmes") }]}
      actions={
        <>
          {mayAsk && <AskGroup id={programme.id} />}
          {mayAsk && <AskAboutClass id={programme.id} />}
          {isAlliance && <Mark programme={programme} />}
          {isAlliance && <Change key={programme.version} programme={programme} />}
        </>
      }
    >
      <Facts programme={programme} />
      <LevelTabs id={programme.id} />
    </Page>
  );
}

function Facts({ programme: { about, from, until, skills, memberIds, trainerIds, people } }: { programme: Programme }) {
  const say = useWords(growthWords);
  const when = useWhen();
  const { list } = useMarks();
  const names = new Map(people.map(({ memberId, name }) => [memberId, name]));
  const items = [
    { key: "days", label: say("days"), children: `${when.date(from)} – ${when.date(until)}` },
    { key: "skills", label: say("skills"), children: list(skills) },
    { key: "people", label: say("people"), children: say("count", { count: String(memberIds.length) }) },
    { key: "trainers", label: say("trainers"), children: list(trainerIds.map((id) => names.get(id) ?? id)) },
    ...(about ? [{ key: "about", label: say("about"), children: <span className="pre">{about}</span> }] : []),
  ];
  return <Descriptions column={1} bordered size="small" items={items} />;
}

const TABS = ["skills", "reaction", "learning", "behaviour", "results", "group"] as const;

function LevelTabs({ id }: { id: string }) {
  const say = useWords(growthWords);
  const [{ tab = "skills" }, setFilters] = useFilters();
  const read = useReading("GET /programmes/{id}/levels", { path: { id } });
  return (
    <Loaded of={read}>
      {({ skills, reaction, learning, behaviour, results, cohesion }) => {
        const shown = {
          skills: <Skills skills={skills} />,
          reaction: <Reaction reaction={reaction} />,
          learning: <Learning learning={learning} />,
          behaviour: <Behaviour behaviour={behaviour} />,
          results: <WorkResults results={results} />,
          group: <Group group={cohesion} />,
        };
        return (
          <Tabs
            activeKey={tab}
            onChange={(to) => setFilters({ tab: to })}
            items={TABS.map((key) => ({ key, label: say(`tab.${key}`), children: shown[key] }))}
          />
        );
      }}
    </Loaded>
  );
}

function AskGroup({ id }: { id: string }) {
  const say = useWords(growthWords);
  return (
    <ActButton
      ask={say("group.ask.detail")}
      act={() => call("POST /programmes/{id}/group-forms", { path: { id } })}
      done={say("group.asked")}
    >
      {say("group.ask")}
    </ActButton>
  );
}

function AskAboutClass({ id }: { id: string }) {
  const say = useWords(growthWords);
  const [once, setOnce] = useState(newId);
  const [title, setTitle] = useState("");
  return (
    <ActButton
      fields={
        <Field label={say("class.title")}>
          {(field) => (
            <Input id={field} maxLength={120} value={title} onChange={({ target }) => setTitle(target.value)} />
          )}
        </Field>
      }
      ready={title.trim().length >= 2}
      act={() => call("POST /programmes/{id}/class-forms", { path: { id }, body: { title: title.trim() }, once })}
      done={say("class.asked")}
      onDone={() => {
        setTitle("");
        setOnce(newId());
      }}
    >
      {say("class.ask")}
    </ActButton>
  );
}

/** Activities among which one is chosen. */
const ACTIVITIES = 100;

function Mark({ programme: { id, memberIds, people, windows } }: { programme: Programme }) {
  const say = useWords(growthWords);
  const [memberId, setMember] = useState<string>();
  const [activityId, setActivity] = useState<string>();
  const [mark, setMark] = useState<number | null>(null);
  const { from, until } = windows.behaviour;
  const activities = useReading("GET /activities", { query: { from, to: until, limit: ACTIVITIES } }, { live: false });
  const options = people
    .filter((one) => memberIds.includes(one.memberId))
    .map((one) => ({ value: one.memberId, label: `${one.name} ${one.employeeNumber}` }));
  const fields = (
    <>
      <Field label={say("mark.person")}>
        {(field) => (
          <Select
            id={field}
            className="wide"
            showSearch={{ optionFilterProp: "label" }}
            {...(memberId && { value: memberId })}
            onChange={setMember}
            options={options}
          />
        )}
      </Field>
      <Field label={say("mark.activity")} hint={say("mark.activity.hint")}>
        {(field) => (
          <Select
            id={field}
            className="wide"
            showSearch={{ optionFilterProp: "label" }}
            {...(activityId && { value: activityId })}
            onChange={setActivity}
            options={(activities.data?.items ?? []).map((one) => ({ value: one.id as string, label: one.title }))}
          />
        )}
      </Field>
      <Field label={say("mark.value")} hint={say("mark.value.hint")}>
        {(field) => <InputNumber id={field} min={1} max={5} precision={0} value={mark} onChange={setMark} />}
      </Field>
    </>
  );
  return (
    <ActButton
      fields={fields}
      ready={memberId !== undefined && activityId !== undefined && mark !== null}
      act={() => call("POST /programmes/{id}/marks", { path: { id }, body: { memberId, activityId, mark } })}
      done={say("marked")}
      onDone={() => setMark(null)}
    >
      {say("mark")}
    </ActButton>
  );
}

function Change({ programme }: { programme: Programme }) {
  const say = useWords(growthWords);
  const [draft, setDraft] = useState(() => draftOf(programme));
  const { id, version, people } = programme;
  return (
    <ActButton
      type="primary"
      width={640}
      fields={
        <ProgrammeFields draft={draft} known={people} set={(more) => setDraft((before) => ({ ...before, ...more }))} />
      }
      ready={isWhole(draft)}
      act={() => call("PUT /programmes/{id}", { path: { id }, body: { ...bodyOf(draft), version } })}
      done={say("changed")}
    >
      {say("change")}
    </ActButton>
  );
}
