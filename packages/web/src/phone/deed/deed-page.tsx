import { useSearch } from "wouter";
import type { Deed, Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Card, Chip } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
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
    </Card>
  );
}
