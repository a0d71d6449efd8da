import { Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { newId } from "../../shared/new-id.ts";
import type { PolicyInList } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink, useGo } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { blankIssue, IssueFields, isIssued, issueOf } from "./issue-fields.tsx";

/** The written policies of training. */
export default function PoliciesPage() {
  const say = useWords(trainingWords);
  const mayIssue = useRoles()("alliance", "committee");
  return (
    <Page title={say("policies")} about={say("policies.about")} actions={mayIssue && <Write />}>
      <List
        name="training-policies"
        title={say("policies")}
        route="GET /training-policies"
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={<Blank title={say("policies.empty")}>{say("policies.empty.detail")}</Blank>}
      />
    </Page>
  );
}

function useColumns(): ListColumn<PolicyInList>[] {
  const say = useWords(trainingWords);
  const when = useWhen();
  const inForce = ({ inForce: number }: PolicyInList) =>
    number === undefined ? say("inForce.none") : say("version", { number: String(number) });
  const latest = ({ latest: { number, effectiveOn } }: PolicyInList) =>
    `${say("version", { number: String(number) })} · ${say("effective.from", { day: when.date(effectiveOn) })}`;
  return [
    {
      key: "title",
      title: say("title"),
      width: 300,
      show: ({ id, title }) => <PageLink to={`/training-policies/${id}`}>{title}</PageLink>,
      value: ({ title }) => title,
    },
    {
      key: "inForce",
      title: say("inForce"),
      width: 140,
      show: (row) => <Tag color={row.inForce === undefined ? "warning" : "success"}>{inForce(row)}</Tag>,
      value: inForce,
    },
    { key: "latest", title: say("latest"), width: 280, show: latest, value: latest },
  ];
}

function Write() {
  const say = useWords(trainingWords);
  const go = useGo();
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(blankIssue);
  return (
    <ActButton
      type="primary"
      width={720}
      fields={<IssueFields titled draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={draft.title.trim().length >= 2 && isIssued(draft)}
      act={() => call("POST /training-policies", { body: { title: draft.title.trim(), ...issueOf(draft) }, once })}
      done={({ title }) => say("written", { title })}
      onDone={({ id }) => {
        setDraft(blankIssue());
        setOnce(newId());
        go(`/training-policies/${id}`);
      }}
    >
      {say("write")}
    </ActButton>
  );
}
