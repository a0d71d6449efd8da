import { RANKED } from "@yigong/core/mentoring/kinds.ts";
import { Alert, Button, Input, Radio, Select, Table, Upload } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { newId } from "../../shared/new-id.ts";
import type { RankingInList } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { Field } from "../ui/field.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { useUnits } from "../units/use-units.ts";
import { readLines } from "./ranking-lines.ts";

/** The rankings that the reader may see: how many people, not who. */
export default function RankingsPage() {
  const say = useWords(mentoringPageWords);
  const read = useReading("GET /rankings", {}, { live: false });
  return (
    <Page
      title={say("rankings")}
      path={[{ to: "/mentoring", title: say("title") }]}
      about={say("rankings.about")}
      actions={<Add />}
    >
      <Loaded of={read}>{({ items }) => <Shown items={items} />}</Loaded>
    </Page>
  );
}

function Shown({ items }: { items: RankingInList[] }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  return (
    <Table<RankingInList>
      rowKey="id"
      dataSource={items.toReversed()}
      pagination={items.length > 50 ? { pageSize: 50 } : false}
      locale={{ emptyText: <Blank title={say("rankings.empty")}>{say("rankings.empty.detail")}</Blank> }}
      columns={[
        {
          key: "period",
          title: say("period"),
          render: (_, { id, period }) => <PageLink to={`/rankings/${id}`}>{period}</PageLink>,
        },
        { key: "department", title: say("department"), render: (_, { department }) => department },
        { key: "kind", title: say("kind"), render: (_, { kind }) => word(`mentoring.kind.${kind}`) },
        { key: "metric", title: say("metric"), render: (_, { metric }) => metric },
        {
          key: "people",
          title: say("people"),
          align: "right",
          className: "number",
          render: (_, { people }) => people,
        },
      ]}
    />
  );
}

const PERIOD = /^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/;

function Add() {
  const say = useWords(mentoringPageWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const { good, bad } = readLines(draft.text);
  const { departmentId, period, kind, metric } = draft;
  const isWhole = departmentId !== undefined && PERIOD.test(period.trim()) && metric.trim() !== "";
  return (
    <ActButton
      type="primary"
      width={680}
      fields={<Fields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isWhole && good.length > 0 && bad.length === 0}
      act={() =>
        call("POST /rankings", {
          body: { departmentId, period: period.trim(), kind, metric: metric.trim(), rows: good },
          once,
        })
      }
      done={({ people }) => say("added", { count: String(people) })}
      onDone={({ id }) => {
        setOnce(newId());
        setDraft(EMPTY);
        go(`/rankings/${id}`);
      }}
    >
      {say("add")}
    </ActButton>
  );
}

interface Draft {
  departmentId: string | undefined;
  period: string;
  kind: (typeof RANKED)[number];
  metric: string;
  text: string;
}
const EMPTY: Draft = { departmentId: undefined, period: "", kind: "performer", metric: "", text: "" };

function Fields({ draft, set }: { draft: Draft; set: (more: Partial<Draft>) => void }) {
  const say = useWords(mentoringPageWords);
  const word = useDomainWords();
  const units = useUnits();
  return (
    <>
      <Field label={say("department")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={draft.departmentId ?? null}
            onChange={(departmentId: string) => set({ departmentId })}
            options={units.of("department")}
          />
        )}
      </Field>
      <Field label={say("kind")}>
        {(id) => (
          <Radio.Group
            id={id}
            value={draft.kind}
            onChange={({ target }) => set({ kind: target.value as Draft["kind"] })}
            options={RANKED.map((value) => ({ value, label: word(`mentoring.kind.${value}`) }))}
          />
        )}
      </Field>
      <Field label={say("period")} hint={say("period.hint")}>
        {(id) => (
          <Input id={id} maxLength={7} value={draft.period} onChange={({ target }) => set({ period: target.value })} />
        )}
      </Field>
      <Field label={say("metric")} hint={say("metric.hint")}>
        {(id) => (
          <Input id={id} maxLength={60} value={draft.metric} onChange={({ target }) => set({ metric: target.value })} />
        )}
      </Field>
      <Lines text={draft.text} set={(text) => set({ text })} />
    </>
  );
}

const SHOWN = 5;

/** What was pasted, and which lines of it are wrong, before anything is sent. */
function Lines({ text, set }: { text: string; set: (text: string) => void }) {
  const say = useWords(mentoringPageWords);
  const { good, bad } = readLines(text);
  return (
    <>
      <Field label={say("lines")} hint={say("lines.hint")}>
        {(id) => <Input.TextArea id={id} rows={8} value={text} onChange={({ target }) => set(target.value)} />}
      </Field>
      <FromFile set={set} />
      {good.length > 0 && <p>{say("lines.good", { count: String(good.length) })}</p>}
      {bad.slice(0, SHOWN).map(({ line, text: wrong }) => (
        <Alert key={line} type="warning" title={say("lines.bad", { line: String(line), text: wrong })} />
      ))}
    </>
  );
}

/** Reads a file of ranks into the lines, where each is checked as if it had been pasted. */
function FromFile({ set }: { set: (text: string) => void }) {
  const say = useWords(mentoringPageWords);
  const look = useAct((file: File) => {
    const body = new FormData();
    body.append("file", file);
    return call("POST /rankings/preview", { body });
  });
  const take = (file: File) => {
    look.mutate(file, {
      onSuccess: ({ items }) => set(items.map(({ number, rank }) => `${number}\t${rank}`).join("\n")),
    });
    return false;
  };
  return (
    <>
      <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={take}>
        <Button loading={look.isPending}>{say("lines.file")}</Button>
      </Upload>
      {look.error && <Trouble error={look.error} />}
    </>
  );
}
