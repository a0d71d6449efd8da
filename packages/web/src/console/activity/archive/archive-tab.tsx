import { SUMMARY_MAXIMUM, SUMMARY_MINIMUM } from "@yigong/core/archive/limits.ts";
import { Alert, Input, Select } from "antd";
import type { ReactNode } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { ConflictDialog } from "../../ui/conflict.tsx";
import { Field } from "../../ui/field.tsx";
import { PageLink } from "../../ui/link.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { useAll } from "../../ui/use-all.ts";
import { useUnits } from "../../ui/use-units.ts";
import type { ArchiveAnswer } from "../activity.routes.ts";
import { mayDo } from "../rights.ts";
import type { TabProps } from "../tab-props.ts";
import { AfterParts } from "./after-parts.tsx";
import { archivePageWords } from "./archive.words.ts";
import { Materials } from "./materials.tsx";
import { SaveState } from "./save-state.tsx";
import { type ArchiveDraft, useArchiveDraft } from "./use-archive-draft.ts";

/** The record of an activity: a checklist that is the gate itself. */
export default function ArchiveTab({ activity }: TabProps) {
  const archive = useReading("GET /activities/{id}/archive", { path: { id: activity.id } });
  const me = useMe();
  return <Loaded of={archive}>{(data) => me && <Shown activity={activity} answer={data} me={me.id} />}</Loaded>;
}

interface ShownProps {
  activity: Activity;
  answer: ArchiveAnswer;
  me: string;
}

function Shown({ activity, answer: { archive, missing }, me }: ShownProps) {
  const say = useWords(archivePageWords);
  const self = useMe();
  const draft = useArchiveDraft(archive, me);
  const materials = useAll("GET /activities/{id}/materials", { path: { id: activity.id } }).data ?? [];
  const isFiled = archive.status === "filed";
  const mayWrite = !isFiled && activity.status !== "cancelled" && mayDo(self, "archive.write", activity);
  const lacks = (part: (typeof missing)[number]) => missing.includes(part);
  return (
    <div className="archive">
      {isFiled && <Filed archive={archive} />}
      {activity.status === "cancelled" && <Alert type="info" showIcon title={say("cancelled")} />}
      <ol className="checklist" aria-label={say("checklist")}>
        <Part title={say("item.summary")} done={!lacks("summary")}>
          <Summary draft={draft} mayWrite={mayWrite} />
        </Part>
        <Part title={say("item.material")} done={!lacks("material") && !lacks("processing")}>
          <Materials activityId={activity.id} materials={materials} mayWrite={mayWrite} />
        </Part>
        <Part title={say("item.owner")} done={!lacks("owner")}>
          <Owner draft={draft} mayWrite={mayWrite} />
        </Part>
        {activity.origin !== "alliance" && <MoneyPart activityId={activity.id} done={!lacks("money")} />}
      </ol>
      {mayWrite && <SaveState draft={draft} />}
      {!isFiled && <Submit activity={activity} missing={missing} draft={draft} mayWrite={mayWrite} />}
      {draft.conflict && <Settle draft={draft} />}
      <AfterParts activity={activity} isFiled={isFiled} />
    </div>
  );
}

function Part({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  const say = useWords(archivePageWords);
  return (
    <li className={done ? "part-done" : "part-open"}>
      <h2>
        <span aria-hidden="true">{done ? "✓" : "○"}</span> {title}{" "}
        <span className="quiet">{say(done ? "item.done" : "item.open")}</span>
      </h2>
      {children}
    </li>
  );
}

/** Granted money is part of the gate; without a grant there is nothing to settle. */
function MoneyPart({ activityId, done }: { activityId: string; done: boolean }) {
  const say = useWords(archivePageWords);
  const { data } = useReading("GET /activities/{id}/proposal", { path: { id: activityId } }, { live: false });
  if (data?.state !== "approved" || !data.grants.moneyFen) return null;
  return (
    <Part title={say("item.money")} done={done}>
      <p>
        {say(done ? "money.done" : "money.open")}{" "}
        <PageLink to={`/activities/${activityId}/money`}>{say("money.see")}</PageLink>
      </p>
    </Part>
  );
}

function Summary({ draft, mayWrite }: { draft: ArchiveDraft; mayWrite: boolean }) {
  const say = useWords(archivePageWords);
  if (!mayWrite) return <p className="pre">{draft.summary || "–"}</p>;
  const hint = say("summary.hint", {
    minimum: String(SUMMARY_MINIMUM),
    length: String([...draft.summary.trim()].length),
  });
  return (
    <Field label={say("item.summary")} hint={hint}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={8}
          maxLength={SUMMARY_MAXIMUM}
          value={draft.summary}
          onChange={({ target }) => draft.change({ summary: target.value })}
        />
      )}
    </Field>
  );
}

function useOwners() {
  const word = useDomainWords();
  const units = useUnits();
  const committee = word("archive.owner.committee");
  return {
    nameOf: (owner: string | undefined) => (owner === "committee" ? committee : units.nameOf(owner)),
    options: [
      { value: "committee", label: committee },
      ...units.of("branch").map(({ id, name }) => ({ value: id as string, label: name })),
    ],
  };
}

function Owner({ draft, mayWrite }: { draft: ArchiveDraft; mayWrite: boolean }) {
  const say = useWords(archivePageWords);
  const owners = useOwners();
  if (!mayWrite) return <p>{draft.owner ? owners.nameOf(draft.owner) : "–"}</p>;
  return (
    <Field label={say("item.owner")} hint={say("owner.hint")}>
      {(id) => (
        <Select<string>
          id={id}
          className="sessions"
          placeholder={say("owner.choose")}
          value={draft.owner ?? null}
          onChange={(owner) => draft.change({ owner })}
          options={owners.options}
        />
      )}
    </Field>
  );
}

function Filed({ archive }: { archive: Extract<ArchiveAnswer["archive"], { status: "filed" }> }) {
  const say = useWords(archivePageWords);
  const when = useWhen();
  const owners = useOwners();
  const { owner, year, number, filedAt } = archive;
  const values = {
    owner: owners.nameOf(owner),
    year: String(year),
    number: String(number),
    when: when.instant(filedAt),
  };
  return <Alert type="success" showIcon title={say("filed")} description={say("filed.line", values)} />;
}

interface SubmitProps {
  activity: Activity;
  missing: ArchiveAnswer["missing"];
  draft: ArchiveDraft;
  mayWrite: boolean;
}

/** The gate: what is missing is the button's own text. */
function Submit({ activity, missing, draft, mayWrite }: SubmitProps) {
  const say = useWords(archivePageWords);
  const word = useDomainWords();
  if (activity.status === "cancelled") return null;
  if (!mayWrite) return <p className="quiet">{say("submit.cannot")}</p>;
  if (activity.status !== "archiving") return <p className="quiet">{say("submit.later")}</p>;
  const lackOf = (part: (typeof missing)[number]) =>
    part === "summary"
      ? word("archive.missing.summary", { minimum: SUMMARY_MINIMUM })
      : word(`archive.missing.${part}`);
  const text = draft.isDirty
    ? say("submit.saving")
    : missing.length > 0
      ? say("submit.missing", { parts: missing.map(lackOf).join(say("comma")) })
      : say("submit");
  return (
    <div className="submit">
      <ActButton
        type="primary"
        disabled={draft.isDirty || missing.length > 0}
        ask={say("submit.ask")}
        act={() => call("POST /activities/{id}/archive/submit", { path: { id: activity.id } })}
        done={({ archive }) =>
          archive.status === "filed"
            ? say("submit.done", { year: String(archive.year), number: String(archive.number) })
            : say("filed")
        }
      >
        {text}
      </ActButton>
    </div>
  );
}

function Settle({ draft }: { draft: ArchiveDraft }) {
  const say = useWords(archivePageWords);
  const owners = useOwners();
  const { conflict: current, summary, owner } = draft;
  if (!current) return null;
  const changed = (["summary", "owner"] as const)
    .filter((field) => current[field] !== { summary, owner }[field])
    .map((field) => ({ field, name: say(`conflict.${field}`) }));
  return (
    <ConflictDialog<Pick<typeof current, "summary" | "owner">>
      conflict={{ current, changed }}
      mine={{ summary, owner: owner as typeof current.owner }}
      show={(field, value) =>
        field === "owner" ? owners.nameOf(value as string | undefined) : <span className="pre">{String(value)}</span>
      }
      onKeepMine={draft.keepMine}
      onTakeTheirs={draft.takeTheirs}
    />
  );
}
