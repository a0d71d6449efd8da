import { useState } from "react";
import type { Todo } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { DECISIONS, doneOf, FORMS, isKind, type Kind, type Said, type Verdict } from "../../shared/decisions.ts";
import { decisionWords } from "../../shared/decisions.words.ts";
import { type Draft, useDraft } from "../../shared/keep/use-draft.ts";
import { needsStepUp } from "../../shared/step-up.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActingNote } from "../ui/acting-note.tsx";
import { TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done as DoneNote, Empty, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";
import { APPROVALS } from "./approvals-page.tsx";
import { Case } from "./case.tsx";
import { Grants } from "./proposal-case.tsx";
import { StepUp } from "./step-up.tsx";
import { BLANK, type Found, saidOf, type Typed } from "./typed.ts";

type Done = ReturnType<typeof doneOf>;

interface Params {
  params: { kind: string; id: string };
}

/** One decision on one card: what is asked, what there is to know, and the two or three answers. */
export default function ApprovalPage({ params: { kind, id } }: Params) {
  const say = useWords(approvalWords);
  const [done, setDone] = useState<Done>();
  const todo = useReading("GET /me/todo");
  const ids = decodeURIComponent(id).split(".");
  return (
    <Page title={say("card")} back="/approvals">
      <ActingNote />
      {done ? (
        <Decided what={done} />
      ) : (
        <Loaded of={todo}>
          {({ items }) => {
            const asked = items.find(({ href }) => decodeURIComponent(href) === `${APPROVALS}${kind}/${ids.join(".")}`);
            if (!asked) return <Gone />;
            // One page for both: whether the year is computed anew comes before the list is confirmed.
            const what = asked.kind === "awardStale" ? asked.kind : kind;
            return (
              <>
                <Asked asked={asked} />
                {isKind(what) ? (
                  <Case kind={what} ids={ids}>
                    {(found) => <Decision key={what} kind={what} ids={ids} found={found} onDone={setDone} />}
                  </Case>
                ) : (
                  <Note>{say("desk")}</Note>
                )}
              </>
            );
          }}
        </Loaded>
      )}
    </Page>
  );
}

function Asked({ asked }: { asked: Todo }) {
  const say = useWords(approvalWords);
  const when = useWhen();
  return (
    <Card>
      <h2>{asked.title}</h2>
      <p>{asked.detail}</p>
      {asked.dueAt && <p className="quiet">{say("due", { when: when.instant(asked.dueAt) })}</p>}
    </Card>
  );
}

function Decided({ what }: { what: Done }) {
  const say = useWords(approvalWords);
  return (
    <>
      <DoneNote>{say(what)}</DoneNote>
      <ButtonLink kind="plain" href="/approvals">
        {say("more")}
      </ButtonLink>
    </>
  );
}

function Gone() {
  const say = useWords(approvalWords);
  return (
    <Empty
      title={say("gone")}
      act={
        <ButtonLink kind="quiet" href="/approvals">
          {say("more")}
        </ButtonLink>
      }
    >
      {say("gone.detail")}
    </Empty>
  );
}

interface Deciding {
  kind: Kind;
  ids: readonly string[];
  found: Found;
  memberId: string;
  onDone: (what: Done) => void;
}

/** What is typed is kept for one person, so nothing can be typed before it is known who that is. */
function Decision(asked: Omit<Deciding, "memberId">) {
  const me = useMe();
  return me ? <Deciding {...asked} memberId={me.id} /> : <Skeleton cards={1} />;
}

function Deciding({ kind, ids, found, memberId, onDone }: Deciding) {
  const say = useWords(approvalWords);
  const called = useWords(decisionWords);
  const { wishes, ...shown } = found;
  const draft = useDraft(
    `approval:${memberId}:${kind}:${[...ids, shown.objectionId].filter(Boolean).join(".")}`,
    BLANK,
  );
  const said = saidOf(draft.value);
  const act = useAct((given: Said): Promise<unknown> => DECISIONS[kind](ids, given), {
    done: async (answer) => {
      await draft.clear();
      onDone(doneOf(kind, answer));
    },
  });
  const { verdicts, needsReason } = FORMS[kind];
  if (!draft.ready) return null;
  const lacks = (verdict: Verdict) => said.reason === "" && needsReason.includes(verdict);
  const others = verdicts.filter((verdict) => verdict !== "yes");
  const buttonFor = (verdict: Verdict) => (
    <Button
      key={verdict}
      kind={verdict === "yes" ? "primary" : "plain"}
      busy={act.isPending && act.variables?.verdict === verdict}
      disabled={act.isPending || lacks(verdict)}
      onClick={() => act.mutate({ ...said, ...shown, verdict })}
    >
      {called(`${kind}.${verdict}` as "leave.yes")}
    </Button>
  );
  return (
    <>
      <Reason kind={kind} draft={draft} />
      {wishes && <Grants wishes={wishes} value={draft.value} onChange={draft.set} />}
      {needsStepUp(act.error) ? (
        <StepUp onDone={() => act.variables && act.mutate(act.variables)} />
      ) : (
        act.error && <Trouble error={act.error} />
      )}
      <Acts hint={lacks("yes") ? say("needed.all") : verdicts.some(lacks) ? say("needed") : undefined}>
        {buttonFor("yes")}
        {others.length > 0 && <div className={others.length > 1 ? "pair" : ""}>{others.map(buttonFor)}</div>}
      </Acts>
    </>
  );
}

/** The reason, where there is one to be said. */
function Reason({ kind, draft }: { kind: Kind; draft: Draft<Typed> }) {
  const say = useWords(approvalWords);
  const { needsReason } = FORMS[kind];
  if (needsReason.length === 0) return null;
  return (
    <TextArea
      label={say("reason")}
      hint={say(kind === "awardStale" ? "reason.kept" : "reason.hint")}
      optional={!needsReason.includes("yes")}
      rows={2}
      value={draft.value.reason}
      onChange={(to) => draft.set({ reason: to })}
    />
  );
}
