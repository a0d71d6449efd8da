import { Input, InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { newId } from "../../../shared/new-id.ts";
import { useWords } from "../../../shared/words.ts";
import { fenOf, yuanOf } from "../../proposals/use-wish-text.ts";
import { ActButton } from "../../ui/act.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { Field } from "../../ui/field.tsx";
import { moneyWords } from "./money.words.ts";
import { ReceiptsField } from "./receipts-field.tsx";
import { type Receipts, useReceipts } from "./use-receipts.ts";

interface Draft {
  yuan: number | null;
  what: string;
  paidOn?: string | undefined;
}
const EMPTY: Draft = { yuan: null, what: "" };
const WHAT_MINIMUM = 2;

/** Records an expense, once however often it is sent. */
export function AddExpense({ activityId, leftFen }: { activityId: string; leftFen: number }) {
  const say = useWords(moneyWords);
  const [once, setOnce] = useState(newId);
  const [draft, setDraft] = useState(EMPTY);
  const receipts = useReceipts(activityId);
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const { yuan, what, paidOn } = draft;
  const body = { fen: fenOf(yuan ?? 0), what: what.trim(), paidOn: paidOn ?? "", receiptIds: receipts.sent };
  const complete = yuan !== null && what.trim().length >= WHAT_MINIMUM && paidOn !== undefined;
  return (
    <ActButton
      type="primary"
      fields={<Fields draft={draft} set={set} receipts={receipts} leftFen={leftFen} />}
      ready={complete && receipts.sent.length > 0 && !receipts.pending}
      act={() => call("POST /activities/{id}/expenses", { path: { id: activityId }, body, once })}
      done={({ leftFen: left }) => say("added", { left: yuanOf(left) })}
      onDone={() => {
        setDraft(EMPTY);
        receipts.clear();
        setOnce(newId());
      }}
    >
      {say("add")}
    </ActButton>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (patch: Partial<Draft>) => void;
  receipts: Receipts;
  leftFen: number;
}

function Fields({ draft: { yuan, what, paidOn }, set, receipts, leftFen }: FieldsProps) {
  const say = useWords(moneyWords);
  return (
    <>
      <Field label={say("amount")} hint={say("amount.hint", { left: yuanOf(leftFen) })}>
        {(id) => (
          <InputNumber
            id={id}
            min={0.01}
            max={leftFen / 100}
            precision={2}
            value={yuan}
            onChange={(to) => set({ yuan: to })}
          />
        )}
      </Field>
      <Field label={say("what")} hint={say("what.hint")}>
        {(id) => <Input id={id} maxLength={200} value={what} onChange={({ target }) => set({ what: target.value })} />}
      </Field>
      <Field label={say("paidOn")}>
        {(id) => <DayField id={id} value={paidOn} onChange={(to) => set({ paidOn: to })} />}
      </Field>
      <ReceiptsField receipts={receipts} />
    </>
  );
}
