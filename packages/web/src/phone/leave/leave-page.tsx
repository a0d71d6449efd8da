import { call } from "../../shared/api/call.ts";
import type { Mine } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { LeaveFields, leaveWords, useLeaveForm } from "./leave-form.tsx";

export default function LeavePage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(leaveWords);
  const me = useMe();
  const mine = useReading("GET /activities/{id}/sign-ups/me", { path: { id } });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={mine}>{(data) => (me ? <Form mine={data} memberId={me.id} /> : <Skeleton />)}</Loaded>
    </Page>
  );
}

function Form({ mine: { activity, leave }, memberId }: { mine: Mine; memberId: string }) {
  const say = useWords(leaveWords);
  const when = useWhen();
  const { draft, photos, ready, complete, body, clear } = useLeaveForm(activity.id, memberId);
  const act = useAct(() => call("POST /activities/{id}/leaves", { path: { id: activity.id }, body }), { done: clear });
  if (act.isSuccess)
    return (
      <>
        <Done>{say("done")}</Done>
        <ButtonLink kind="plain" href={`/activities/${activity.id}`}>
          {say("back")}
        </ButtonLink>
      </>
    );
  if (leave && ["requested", "escalated"].includes(leave.status)) return <Note tone="soon">{say("open")}</Note>;
  if (!ready) return <Skeleton />;
  const [first] = activity.sessions;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <Card>
        <p className="strong">{activity.title}</p>
        {first && <p className="quiet">{when.period(first.startsAt, first.endsAt)}</p>}
      </Card>
      <LeaveFields draft={draft} photos={photos} />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={photos.pending ? say("wait") : complete ? undefined : say("must")}>
        <Button type="submit" busy={act.isPending} disabled={!complete || photos.pending}>
          {say("send")}
        </Button>
      </Acts>
    </form>
  );
}
