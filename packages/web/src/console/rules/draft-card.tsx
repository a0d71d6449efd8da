import { decimal } from "@yigong/core/points/decimal.ts";
import { Button, Card, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { Who } from "../ui/who.tsx";
import { PreviewPart } from "./preview.tsx";
import type { Draft, Drafts, RuleSet } from "./rules.routes.ts";
import { rulesWords } from "./rules.words.ts";
import { changedFields, numbersOf } from "./terms.ts";

interface Props {
  draft: Draft;
  current: RuleSet;
  people: Drafts["people"];
}

const COLOURS = { draft: "warning", adopted: "success", withdrawn: "default" } as const;

/** One draft: what it changes, from when, why, and what becomes of it. */
export function DraftCard({ draft, current, people }: Props) {
  const say = useWords(rulesWords);
  const when = useWhen();
  const [seen, setSeen] = useState(false);
  const state =
    draft.state === "adopted" ? say("state.adopted", { version: String(draft.version) }) : say(`state.${draft.state}`);
  return (
    <Card
      className="rule-draft"
      size="small"
      title={say("draft.from", { when: when.instant(draft.terms.effectiveFrom) })}
      extra={<Tag color={COLOURS[draft.state]}>{state}</Tag>}
    >
      <Changes draft={draft} current={current} />
      <p className="pre">{draft.reason}</p>
      <p className="quiet">
        <Who id={draft.draftedBy} people={people} /> {say("draft.by", { when: when.instant(draft.draftedAt) })}
        {draft.state === "adopted" && (
          <>
            {" · "}
            <Who id={draft.adoptedBy} people={people} /> {when.instant(draft.adoptedAt)}
          </>
        )}
      </p>
      {draft.state === "draft" && (
        <>
          <div className="list-tools">
            <Adopt draft={draft} />
            <Button aria-expanded={seen} onClick={() => setSeen(!seen)}>
              {say(seen ? "preview.hide" : "preview.do")}
            </Button>
            <Withdraw draft={draft} />
          </div>
          {seen && <PreviewPart id={draft.id} />}
        </>
      )}
    </Card>
  );
}

function Changes({ draft, current }: { draft: Draft; current: RuleSet }) {
  const say = useWords(rulesWords);
  if (draft.state !== "draft") return null;
  const fields = changedFields(current, draft.terms);
  const [was, is] = [numbersOf(current), numbersOf(draft.terms)];
  if (fields.length === 0) return <p>{say("draft.same")}</p>;
  return (
    <ul className="sentences number">
      {fields.map((field) => (
        <li key={field}>
          {say(`field.${field}`)}: {decimal(was[field])} → <strong>{decimal(is[field])}</strong>
        </li>
      ))}
    </ul>
  );
}

function Adopt({ draft }: { draft: Draft }) {
  const say = useWords(rulesWords);
  const me = useMe();
  const is = useRoles();
  if (!is("alliance", "committee")) return null;
  const isOwn = me?.id === draft.draftedBy;
  return (
    <>
      <ActButton
        type="primary"
        disabled={isOwn}
        ask={say("adopt.ask")}
        act={() => call("POST /rule-drafts/{id}/adopt", { path: { id: draft.id } })}
        done={(adopted) => say("adopt.done", { version: adopted.state === "adopted" ? String(adopted.version) : "" })}
      >
        {say("adopt.do")}
      </ActButton>
      {isOwn && <span className="quiet">{say("adopt.own")}</span>}
    </>
  );
}

function Withdraw({ draft }: { draft: Draft }) {
  const say = useWords(rulesWords);
  const is = useRoles();
  if (!is("alliance", "committee", "administrator")) return null;
  return (
    <ActButton
      danger
      ask={say("withdraw.ask")}
      act={() => call("POST /rule-drafts/{id}/withdraw", { path: { id: draft.id } })}
      done={say("withdraw.done")}
    >
      {say("withdraw.do")}
    </ActButton>
  );
}
