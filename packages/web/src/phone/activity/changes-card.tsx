import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Mine } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Tick } from "../ui/fields.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { changesWords } from "./changes.words.ts";

/** Whether the risks were stated anew since the reader agreed to them. */
const owesRisks = ({ activity: { risksAt }, places }: Mine): boolean =>
  risksAt !== undefined &&
  places.some(({ state, consentedAt }) => (state === "placed" || state === "waiting") && consentedAt < risksAt);

/** Asks for consent once more where the risks were changed after it; whoever does not agree withdraws. */
export function RiskConsent({ mine }: { mine: Mine }) {
  const say = useWords(changesWords);
  const [accepts, setAccepts] = useState(false);
  const { id, risks, risksAt } = mine.activity;
  const act = useAct(() =>
    call("POST /activities/{id}/sign-ups/me/consent", { path: { id }, body: { acceptsRisks: true, risksAt } }),
  );
  if (act.isSuccess) return <Done>{say("risks.done")}</Done>;
  if (mine.activity.status === "cancelled" || !owesRisks(mine)) return null;
  return (
    <Card>
      <h2>{say("risks.title")}</h2>
      <p className="pre">{risks}</p>
      <p className="quiet">{say("risks.way")}</p>
      <Tick checked={accepts} onChange={setAccepts}>
        {say("risks.accept")}
      </Tick>
      {act.error && <Trouble error={act.error} />}
      <Button disabled={!accepts} busy={act.isPending} onClick={() => act.mutate()}>
        {say("risks.send")}
      </Button>
    </Card>
  );
}

/** What changed since it was published, and when. An activity that nobody changed asks for nothing. */
export function Changes({ mine: { activity } }: { mine: Mine }) {
  return activity.version > 0 ? <Revisions activityId={activity.id} /> : null;
}

function Revisions({ activityId }: { activityId: string }) {
  const say = useWords(changesWords);
  const when = useWhen();
  const language = useLanguage();
  const asked = { path: { id: activityId }, query: { language } };
  const revisions = useReading("GET /activities/{id}/announcements", asked, { live: false });
  const changed = (revisions.data?.items ?? []).filter(({ changes }) => changes.length > 0);
  if (changed.length === 0) return null;
  return (
    <Card>
      <h2>{say("changes")}</h2>
      {changed.map(({ id, createdAt, changes }) => (
        <div key={id}>
          <p className="quiet">{when.instant(createdAt)}</p>
          {changes.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ))}
    </Card>
  );
}
