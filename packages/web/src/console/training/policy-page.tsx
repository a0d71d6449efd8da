import { useParams } from "@tanstack/react-router";
import { Collapse, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import type { TrainingPolicy } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { IssueFields, isIssued, issueOf, nextOf } from "./issue-fields.tsx";
import "./training.css";

type Version = TrainingPolicy["versions"][number];

/** One training policy: the latest version, the courses that follow it, and every version before. */
export default function PolicyPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /training-policies/{id}", { path: { id } });
  return <Loaded of={read}>{(policy) => <Shown policy={policy} />}</Loaded>;
}

function Shown({ policy }: { policy: TrainingPolicy }) {
  const say = useWords(trainingWords);
  const when = useWhen();
  const mayIssue = useRoles()("alliance", "committee");
  const { title, latest, inForce, versions } = policy;
  const [newest, ...before] = versions.toReversed();
  return (
    <Page
      title={title}
      path={[{ to: "/training-policies", title: say("policies") }]}
      beside={
        <Tag color={inForce === latest.number ? "success" : "warning"}>
          {inForce === latest.number ? say("inForce") : say("effective.from", { day: when.date(latest.effectiveOn) })}
        </Tag>
      }
      actions={mayIssue && <Issue key={policy.version} policy={policy} />}
    >
      <h2>{say("latest")}</h2>
      {newest && <OneVersion version={newest} before={before[0]} />}
      <h2>{say("following")}</h2>
      <Following policy={policy} />
      {before.length > 0 && (
        <>
          <h2>{say("versions")}</h2>
          <Collapse
            items={before.map((version, at) => ({
              key: version.number,
              label: `${say("version", { number: String(version.number) })} · ${say("effective.from", { day: when.date(version.effectiveOn) })}`,
              children: <OneVersion version={version} before={before[at + 1]} />,
            }))}
          />
        </>
      )}
    </Page>
  );
}

/** What a clause is against the version before. */
function markOf({ anchor, heading, text }: Version["clauses"][number], before: Version | undefined) {
  if (!before) return undefined;
  const old = before.clauses.find((one) => one.anchor === anchor);
  if (!old) return "added";
  return old.heading === heading && old.text === text ? undefined : "changed";
}

function OneVersion({ version, before }: { version: Version; before: Version | undefined }) {
  const say = useWords(trainingWords);
  const when = useWhen();
  const { number, effectiveOn, issuedAt, note, clauses } = version;
  const dropped = (before?.clauses ?? []).filter(({ anchor }) => !clauses.some((one) => one.anchor === anchor));
  return (
    <>
      <p className="quiet">
        {say("version", { number: String(number) })} · {say("effective.from", { day: when.date(effectiveOn) })} ·{" "}
        {say("issuedAt")} {when.instant(issuedAt)}
        {note && ` · ${note}`}
      </p>
      {clauses.map((clause, at) => {
        const mark = markOf(clause, before);
        return (
          <section key={clause.anchor} className="clause">
            <h3>
              {say("clause.number", { number: String(at + 1) })} {clause.heading}{" "}
              {mark && <Tag color="warning">{say(`change.${mark}`)}</Tag>}
            </h3>
            <p className="pre">{clause.text}</p>
          </section>
        );
      })}
      {dropped.map(({ anchor, heading }) => (
        <p key={anchor} className="quiet">
          {say("change.dropped")} · {heading}
        </p>
      ))}
    </>
  );
}

function Following({ policy: { courses, versions } }: { policy: TrainingPolicy }) {
  const say = useWords(trainingWords);
  const { list } = useMarks();
  if (courses.length === 0) return <Blank title={say("following.none")} />;
  const headings = new Map(versions.flatMap(({ clauses }) => clauses.map(({ anchor, heading }) => [anchor, heading])));
  return (
    <ul>
      {courses.map(({ courseId, title, affected }) => (
        <li key={courseId}>
          <PageLink to={`/courses/${courseId}`}>{title}</PageLink>{" "}
          <span className={affected.length > 0 ? "late" : "quiet"}>
            {affected.length > 0
              ? say("affected", { clauses: list(affected.map((anchor) => headings.get(anchor) ?? anchor)) })
              : say("affected.none")}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Issue({ policy }: { policy: TrainingPolicy }) {
  const say = useWords(trainingWords);
  const [draft, setDraft] = useState(() => nextOf(policy));
  const { id, version } = policy;
  return (
    <ActButton
      type="primary"
      width={720}
      fields={<IssueFields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={isIssued(draft)}
      act={() => call("POST /training-policies/{id}/versions", { path: { id }, body: { ...issueOf(draft), version } })}
      done={({ latest }) => say("issued", { number: String(latest.number) })}
    >
      {say("issue")}
    </ActButton>
  );
}
