import { useState } from "react";
import { useSearch } from "wouter";
import { call } from "../../shared/api/call.ts";
import type { Deed, Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { deedPageWords } from "./deed.words.ts";
import { DeedForm } from "./deed-form.tsx";

/** Records a deed, within an activity (`?activity=`) or outside of one, and shows what was recorded before. */
export default function DeedPage() {
  const say = useWords(deedPageWords);
  const me = useMe();
  const within = new URLSearchParams(useSearch()).get("activity") ?? "";
  return (
    <Page title={say("title")} back={within ? `/activities/${within}` : "/me"}>
      <p className="quiet">{say("about")}</p>
      {me ? (
        <>
          <DeedForm key={within} memberId={me.id} within={within} />
          <Recorded me={me} />
        </>
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

function Recorded({ me }: { me: Member }) {
  const say = useWords(deedPageWords);
  const year = String(new Date().getFullYear());
  const deeds = useReading("GET /deeds", { query: { year, recordedBy: me.id } });
  return (
    <>
      <h2>{say("mine", { year })}</h2>
      <Loaded of={deeds}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <p className="quiet">{say("mine.none")}</p>
            </Card>
          ) : (
            items.toSorted((a, b) => (a.date < b.date ? 1 : -1)).map((deed) => <One key={deed.id} deed={deed} />)
          )
        }
      </Loaded>
    </>
  );
}

const SHORTEST = 2;

/** As long as nobody confirmed it, whoever reported a deed may take it back. */
function TakeBack({ deed: { id: deedId, date } }: { deed: Deed }) {
  const say = useWords(deedPageWords);
  const [reason, setReason] = useState<string>();
  const path = { year: date.slice(0, 4), deedId };
  const act = useAct(() => call("POST /deeds/{year}/{deedId}/void", { path, body: { reason: reason?.trim() } }), {});
  if (reason === undefined)
    return (
      <Button kind="quiet" onClick={() => setReason("")}>
        {say("back")}
      </Button>
    );
  return (
    <>
      <TextInput label={say("back.reason")} most={200} value={reason} onChange={setReason} />
      {act.error && <Trouble error={act.error} />}
      <Button kind="plain" busy={act.isPending} disabled={reason.trim().length < SHORTEST} onClick={() => act.mutate()}>
        {say("back")}
      </Button>
    </>
  );
}

const TONES = { standing: "good", reported: "soon", void: "late" } as const;

function One({ deed }: { deed: Deed }) {
  const say = useWords(deedPageWords);
  const when = useWhen();
  return (
    <Card>
      <div className="row">
        <p className="quiet grow">{when.date(deed.date)}</p>
        <Chip tone={TONES[deed.status]}>{say(`status.${deed.status}`)}</Chip>
      </div>
      <p className="pre">{deed.description}</p>
      {deed.status === "void" && (
        <p className="quiet">{say("why", { name: deed.voidedBy.name ?? "–", reason: deed.reason })}</p>
      )}
      {deed.status === "reported" && <TakeBack deed={deed} />}
    </Card>
  );
}
