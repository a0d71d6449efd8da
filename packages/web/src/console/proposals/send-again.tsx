import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Proposal } from "../../shared/api/routes.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { type Conflict, ConflictDialog, conflictIn } from "../ui/conflict.tsx";
import { Field } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { useUnits } from "../ui/use-units.ts";
import { proposalPageWords } from "./proposals.words.ts";
import { fenOf, useWishText } from "./use-wish-text.ts";

interface Draft {
  plan: string;
  guidance: boolean;
  yuan?: number | undefined;
  teamIds: readonly string[];
  headCount?: number | undefined;
}

const draftOf = ({ plan, wishes }: Proposal): Draft => ({
  plan,
  guidance: wishes.guidance,
  yuan: wishes.moneyFen === undefined ? undefined : wishes.moneyFen / 100,
  teamIds: wishes.volunteers?.teamIds ?? [],
  headCount: wishes.volunteers?.headCount,
});

const wishesOf = ({ guidance, yuan, teamIds, headCount }: Draft) => ({
  guidance,
  ...(yuan ? { moneyFen: fenOf(yuan) } : {}),
  ...(teamIds.length > 0 && headCount ? { volunteers: { teamIds: [...teamIds], headCount } } : {}),
});

/** A returned plan is changed and sent again; the draft is kept, and somebody else's change is shown beside it. */
export function SendAgain({ proposal, me }: { proposal: Proposal; me: string }) {
  const say = useWords(proposalPageWords);
  const draft = useDraft<Draft>(`proposal:${me}:${proposal.activityId}`, draftOf(proposal));
  const [version, setVersion] = useState(proposal.version);
  const [conflict, setConflict] = useState<Conflict<Proposal>>();
  const { value } = draft;
  const body = { plan: value.plan, wishes: wishesOf(value) };
  const send = useAct(
    () => call("PUT /activities/{id}/proposal", { path: { id: proposal.activityId }, body: { ...body, version } }),
    { done: () => draft.clear() },
  );
  const submit = () => send.mutate(undefined, { onError: (error) => setConflict(conflictIn<Proposal>(error)) });
  if (!draft.ready) return null;
  return (
    <section className="panel">
      <h2>{say("again")}</h2>
      <p className="quiet">{say("again.draft")}</p>
      <Field label={say("again.plan")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={12}
            maxLength={4000}
            value={value.plan}
            onChange={({ target }) => draft.set({ plan: target.value })}
          />
        )}
      </Field>
      <WishFields value={value} onChange={draft.set} />
      {send.error && !conflict && <Trouble error={send.error} />}
      <Button type="primary" loading={send.isPending} disabled={value.plan.trim() === ""} onClick={submit}>
        {say("again.submit")}
      </Button>
      {conflict && (
        <Settle
          conflict={conflict}
          mine={body}
          onKeepMine={(current) => {
            setVersion(current.version);
            setConflict(undefined);
          }}
          onTakeTheirs={(current) => {
            setVersion(current.version);
            draft.set(draftOf(current));
            setConflict(undefined);
          }}
        />
      )}
    </section>
  );
}

function WishFields({ value, onChange }: { value: Draft; onChange: (patch: Partial<Draft>) => void }) {
  const say = useWords(proposalPageWords);
  const { of } = useUnits();
  return (
    <>
      <Checkbox checked={value.guidance} onChange={({ target }) => onChange({ guidance: target.checked })}>
        {say("again.guidance")}
      </Checkbox>
      <div className="pair">
        <Field label={say("again.money")}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              precision={2}
              value={value.yuan ?? null}
              onChange={(to) => onChange({ yuan: to ?? undefined })}
            />
          )}
        </Field>
        <Field label={say("again.teams")}>
          {(id) => (
            <Select<string[]>
              id={id}
              className="sessions"
              mode="multiple"
              value={[...value.teamIds]}
              onChange={(teamIds) => onChange({ teamIds })}
              options={of("team").map((team) => ({ value: team.id as string, label: team.name }))}
            />
          )}
        </Field>
        <Field label={say("again.count")}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={1000}
              precision={0}
              value={value.headCount ?? null}
              onChange={(to) => onChange({ headCount: to ?? undefined })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

interface SettleProps {
  conflict: Conflict<Proposal>;
  mine: { plan: string; wishes: object };
  onKeepMine: (current: Proposal) => void;
  onTakeTheirs: (current: Proposal) => void;
}

function Settle({ conflict, mine, onKeepMine, onTakeTheirs }: SettleProps) {
  const wishText = useWishText();
  const { parts } = useMarks();
  return (
    <ConflictDialog<Proposal>
      conflict={conflict}
      mine={mine as Partial<Proposal>}
      show={(field, value) =>
        field === "wishes" ? parts(wishText(value as Proposal["wishes"])) : <span className="pre">{String(value)}</span>
      }
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
