import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Cover } from "../../shared/api/routes.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { TextArea } from "../ui/fields.tsx";
import { Acts } from "../ui/page.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { coverPageWords } from "./covers.words.ts";

/** Gives a cover back, until the shift begins; what it means is told first. */
export function CannotCome({ cover, memberId }: { cover: Cover; memberId: string }) {
  const say = useWords(coverPageWords);
  const [open, setOpen] = useState(false);
  const draft = useDraft(`drop-out:${memberId}:${cover.id}`, { reason: "" });
  const reason = draft.value.reason.trim();
  const act = useAct(
    () =>
      call("POST /activities/{id}/covers/{needId}/drop-out", {
        path: { id: cover.activityId, needId: cover.id },
        body: { reason },
      }),
    { done: () => draft.clear() },
  );
  if (act.isSuccess) return <Done>{say("cannot.done")}</Done>;
  if (!open)
    return (
      <Acts>
        <Button kind="plain" onClick={() => setOpen(true)}>
          {say("cannot")}
        </Button>
      </Acts>
    );
  return (
    <Card>
      <h2>{say("cannot.title")}</h2>
      <p>{say("cannot.what")}</p>
      <TextArea
        label={say("cannot.reason")}
        rows={2}
        value={draft.value.reason}
        onChange={(to) => draft.set({ reason: to })}
      />
      {act.error && <Trouble error={act.error} />}
      <div className="pair">
        <Button kind="plain" onClick={() => setOpen(false)}>
          {say("cannot.back")}
        </Button>
        <Button busy={act.isPending} disabled={!reason} onClick={() => act.mutate()}>
          {say("cannot.confirm")}
        </Button>
      </div>
    </Card>
  );
}
