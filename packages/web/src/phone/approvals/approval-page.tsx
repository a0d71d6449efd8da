import { useState } from "react";
import type { Todo } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { type Draft, useDraft } from "../../shared/keep/use-draft.ts";
import { needsStepUp } from "../../shared/step-up.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextArea, TextInput } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Empty, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";
import { APPROVALS } from "./approvals-page.tsx";
import { Case } from "./case.tsx";
import { DECISIONS, FORMS, isKind, type Kind, type Said, type Verdict } from "./decisions.ts";
import { StepUp } from "./step-up.tsx";

interface Params {
  params: { kind: string; id: string };
}

/** One decision on one card: what is asked, what there is to know, and the two or three answers. */
export default function ApprovalPage({ params: { kind, id } }: Params) {
  const say = useWords(approvalWords);
  const [done, setDone] = useState(false);
  const todo = useReading("GET /me/todo");
  const ids = decodeURIComponent(id).split(".");
  return (
    <Page title={say("card")} back="/approvals">
      {done ? (
        <Decided />
      ) : (
        <Loaded of={todo}>
          {({ items }) => {
            const asked = items.find(({ href }) => decodeURIComponent(href) === `${APPROVALS}${kind}/${ids.join(".")}`);
            if (!asked) return <Gone />;
            return (
              <>
                <Asked asked={asked} />
                {isKind(kind) ? (
                  <Deciding kind={kind} ids={ids} onDone={() => setDone(true)} />
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

function Decided() {
  const say = useWords(approvalWords);
  return (
    <>
      <Done>{say("done")}</Done>
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
  onDone: () => void;
}

const BLANK = { reason: "", yuan: "" };

function Deciding({ kind, ids, onDone }: Deciding) {
  const say = useWords(approvalWords);
  const me = useMe();
  const draft = useDraft(`approval:${me?.id}:${kind}:${ids.join(".")}`, BLANK);
  const reason = draft.value.reason.trim();
  const act = useAct((said: Said): Promise<unknown> => DECISIONS[kind](ids, said), {
    done: async () => {
      await draft.clear();
      onDone();
    },
  });
  const decide = (verdict: Verdict) =>
    act.mutate({ verdict, reason, moneyFen: Math.round(Number(draft.value.yuan) * 100) || undefined });
  const { verdicts, needsReason } = FORMS[kind];
  if (!draft.ready) return null;
  const lacks = (verdict: Verdict) => reason === "" && needsReason.includes(verdict);
  const others = verdicts.filter((verdict) => verdict !== "yes");
  const buttonFor = (verdict: Verdict) => (
    <Button
      key={verdict}
      kind={verdict === "yes" ? "primary" : "plain"}
      busy={act.isPending && act.variables?.verdict === verdict}
      disabled={act.isPending || lacks(verdict)}
      onClick={() => decide(verdict)}
    >
      {say(`${kind}.${verdict}` as "leave.yes")}
    </Button>
  );
  return (
    <>
      <Case kind={kind} ids={ids} />
      <Fields kind={kind} draft={draft} />
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

/** The reason, where there is one to be said, and what a plan is granted. */
function Fields({ kind, draft }: { kind: Kind; draft: Draft<typeof BLANK> }) {
  const say = useWords(approvalWords);
  const { needsReason } = FORMS[kind];
  return (
    <>
      {needsReason.length > 0 && (
        <TextArea
          label={say("reason")}
          hint={say("reason.hint")}
          optional={!needsReason.includes("yes")}
          rows={2}
          value={draft.value.reason}
          onChange={(to) => draft.set({ reason: to })}
        />
      )}
      {kind === "proposal" && (
        <TextInput
          label={say("grant.money")}
          hint={say("grant.hint")}
          inputMode="numeric"
          optional
          value={draft.value.yuan}
          onChange={(yuan) => draft.set({ yuan })}
        />
      )}
    </>
  );
}
