import { useId, useMemo, useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Spending } from "../../shared/api/routes.ts";
import { type Draft, useDraft } from "../../shared/keep/use-draft.ts";
import { newId } from "../../shared/new-id.ts";
import { usePhotos } from "../../shared/photos/use-photos.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { PhotosField, photoWords } from "../ui/photos-field.tsx";
import { Skeleton, Trouble } from "../ui/trouble.tsx";
import { moneyWords } from "./money.words.ts";
import { fenOf, yuanOf } from "./yuan.ts";

const MOST = 5;
const WHAT_MINIMUM = 2;
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
/** `once` is kept with what was typed, so that sending again after a lost connection is the same expense. */
const BLANK = { yuan: "", what: "", paidOn: "", once: "" };

function useExpense(activityId: string, memberId: string) {
  const scope = `receipt:${memberId}:${activityId}`;
  const draft = useDraft(scope, BLANK);
  const unreadable = useWords(photoWords)("unreadable");
  const target = useMemo(() => ({ use: "receipt", activityId }) as const, [activityId]);
  const photos = usePhotos({ scope, target, most: MOST, unreadable });
  const [fresh] = useState(newId);
  const receiptIds = photos.items.flatMap(({ state, remoteId }) => (state === "sent" && remoteId ? [remoteId] : []));
  const { yuan, what, paidOn, once } = draft.value;
  const body = { fen: fenOf(yuan), what: what.trim(), paidOn: paidOn || today(), receiptIds };
  const act = useAct(
    () => call("POST /activities/{id}/expenses", { path: { id: activityId }, body, once: once || fresh }),
    {
      done: async () => {
        await draft.clear();
        await photos.clear();
        draft.set({ once: newId() });
      },
    },
  );
  const complete = body.fen !== undefined && body.what.length >= WHAT_MINIMUM && receiptIds.length > 0;
  return { draft, photos, act, complete };
}

/** A receipt photographed and recorded on the spot. */
export function AddExpense({ activityId, memberId }: { activityId: string; memberId: string }) {
  const say = useWords(moneyWords);
  const { draft, photos, act, complete } = useExpense(activityId, memberId);
  if (!draft.ready || !photos.ready) return <Skeleton />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Card>
        <h2>{say("add")}</h2>
        <Fields draft={draft} />
        <PhotosField photos={photos} most={MOST} label={say("photos")} />
        {act.isSuccess && <Done>{say("added", { left: yuanOf((act.data as Spending).leftFen) })}</Done>}
        {act.error && <Trouble error={act.error} />}
        <Button type="submit" busy={act.isPending} disabled={!complete || photos.pending}>
          {say("add")}
        </Button>
        {(photos.pending || !complete) && <p className="hint">{say(photos.pending ? "wait" : "must")}</p>}
      </Card>
    </form>
  );
}

function Fields({ draft }: { draft: Draft<typeof BLANK> }) {
  const say = useWords(moneyWords);
  const id = useId();
  const { yuan, what, paidOn } = draft.value;
  return (
    <>
      <TextInput
        label={say("amount")}
        inputMode="decimal"
        most={10}
        value={yuan}
        onChange={(to) => draft.set({ yuan: to })}
      />
      <TextInput
        label={say("what")}
        hint={say("what.hint")}
        most={200}
        value={what}
        onChange={(to) => draft.set({ what: to })}
      />
      <div className="field">
        <label htmlFor={id}>{say("paidOn")}</label>
        <input
          id={id}
          type="date"
          max={today()}
          value={paidOn || today()}
          onInput={(event) => draft.set({ paidOn: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
