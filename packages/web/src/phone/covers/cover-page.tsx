import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Cover } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Empty, Facts } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { CannotCome } from "./cannot-come.tsx";
import { CoverStatus } from "./cover-status.tsx";
import { coverPageWords } from "./covers.words.ts";

/** One offer: who, which post, when; accept or decline, and what declining means. */
export default function CoverPage({ params: { needId } }: { params: { needId: string } }) {
  const say = useWords(coverPageWords);
  const covers = useReading("GET /me/covers", { query: { limit: 200 } });
  const [declined, setDeclined] = useState(false);
  return (
    <Page title={say("title")} back="/covers">
      <Loaded of={covers}>
        {({ items }) => {
          if (declined) return <Declined />;
          const cover = items.find(({ id }) => id === needId);
          return cover ? <Offer cover={cover} onDeclined={() => setDeclined(true)} /> : <Gone />;
        }}
      </Loaded>
    </Page>
  );
}

function Gone() {
  const say = useWords(coverPageWords);
  return (
    <Empty
      title={say("gone")}
      act={
        <ButtonLink kind="quiet" href="/covers">
          {say("all")}
        </ButtonLink>
      }
    >
      {say("gone.detail")}
    </Empty>
  );
}

function Declined() {
  const say = useWords(coverPageWords);
  return (
    <>
      <Done>{say("declined")}</Done>
      <ButtonLink kind="plain" href="/">
        {say("home")}
      </ButtonLink>
    </>
  );
}

function About({ cover }: { cover: Cover }) {
  const say = useWords(coverPageWords);
  const when = useWhen();
  const { participant, title, post, from, to, status, expiresAt } = cover;
  return (
    <Card>
      <div className="row top-aligned">
        <h2 className="grow">{say("asked", { name: participant.name, title })}</h2>
        <CoverStatus status={status} />
      </div>
      <Facts
        items={[
          [say("post"), post],
          [say("when"), when.period(from, to)],
          [say("for"), participant.name],
        ]}
      />
      {status === "offered" && expiresAt && <p className="quiet">{say("until", { when: when.instant(expiresAt) })}</p>}
      <p className="quiet">{say("points")}</p>
    </Card>
  );
}

function Offer({ cover, onDeclined }: { cover: Cover; onDeclined: () => void }) {
  const say = useWords(coverPageWords);
  const me = useMe();
  const [declining, setDeclining] = useState(false);
  const path = { id: cover.activityId, needId: cover.id };
  const accept = useAct(() => call("POST /activities/{id}/covers/{needId}/accept", { path }));
  return (
    <>
      <About cover={cover} />
      {cover.status === "accepted" && <Done>{say("accepted")}</Done>}
      {cover.status === "confirmed" && <Done>{say("confirmed")}</Done>}
      {accept.error && <Trouble error={accept.error} />}
      {cover.status === "offered" && !declining && (
        <Acts>
          <Button busy={accept.isPending} onClick={() => accept.mutate()}>
            {say("accept")}
          </Button>
          <Button kind="plain" onClick={() => setDeclining(true)}>
            {say("decline")}
          </Button>
        </Acts>
      )}
      {me && (cover.status === "accepted" || cover.status === "confirmed") && (
        <CannotCome cover={cover} memberId={me.id} />
      )}
      {declining && me && (
        <Decline cover={cover} memberId={me.id} onBack={() => setDeclining(false)} onDeclined={onDeclined} />
      )}
    </>
  );
}

interface Declining {
  cover: Cover;
  memberId: string;
  onBack: () => void;
  onDeclined: () => void;
}

function Decline({ cover, memberId, onBack, onDeclined }: Declining) {
  const say = useWords(coverPageWords);
  const draft = useDraft(`decline:${memberId}:${cover.id}`, { reason: "" });
  const reason = draft.value.reason.trim();
  const act = useAct(
    () =>
      call("POST /activities/{id}/covers/{needId}/decline", {
        path: { id: cover.activityId, needId: cover.id },
        body: reason ? { reason } : {},
      }),
    {
      done: async () => {
        await draft.clear();
        onDeclined();
      },
    },
  );
  return (
    <Card>
      <h2>{say("decline.title")}</h2>
      <p>{say("decline.what")}</p>
      <TextArea
        label={say("decline.reason")}
        optional
        rows={2}
        value={draft.value.reason}
        onChange={(to) => draft.set({ reason: to })}
      />
      {act.error && <Trouble error={act.error} />}
      <div className="pair">
        <Button kind="plain" onClick={onBack}>
          {say("decline.back")}
        </Button>
        <Button busy={act.isPending} onClick={() => act.mutate()}>
          {say("decline.confirm")}
        </Button>
      </div>
    </Card>
  );
}
