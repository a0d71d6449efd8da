import { call } from "../../shared/api/call.ts";
import type { Member, Mine, Place } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { type Draft, useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { AcceptCode, owesConsent } from "../me/consents.tsx";
import { CodeText } from "../ui/code-text.tsx";
import { Choices, Tick } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { activityPageWords } from "./activity.words.ts";
import { Warnings } from "./warnings.tsx";

/** Signing up: which position, the risks, the consent. */
export default function SignUpPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(activityPageWords);
  const me = useMe();
  const mine = useReading("GET /activities/{id}/sign-ups/me", { path: { id } });
  return (
    <Page title={say("signUp.title")} back={`/activities/${id}`}>
      <Loaded of={mine}>{(data) => (me ? <Form mine={data} me={me} /> : <Skeleton />)}</Loaded>
    </Page>
  );
}

const BLANK = { positionId: "", risks: false, consent: false };

function Form({ mine, me }: { mine: Mine; me: Member }) {
  const say = useWords(activityPageWords);
  const { activity } = mine;
  const draft = useDraft(`sign-up:${me.id}:${activity.id}`, BLANK);
  const { positionId, risks, consent } = draft.value;
  const act = useAct(
    () =>
      call("POST /activities/{id}/sign-ups", {
        path: { id: activity.id },
        body: { positionId, consent: true, acceptsRisks: true },
      }),
    { done: draft.clear },
  );
  if (act.data) return <Answer place={act.data} title={activity.title} />;
  if (!draft.ready) return <Skeleton />;
  const open = mine.positions.filter(({ faults }) => faults.length === 0);
  const ready = open.some((offer) => offer.positionId === positionId) && risks && consent;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="strong">{activity.title}</p>
      {open.length === 0 && <Note tone="soon">{say("signUp.none")}</Note>}
      <Positions mine={mine} value={positionId} onChange={(chosen) => draft.set({ positionId: chosen })} />
      <Code me={me} />
      <Consents activity={activity} draft={draft} />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={!ready && open.length > 0 ? say("signUp.must") : undefined}>
        <Button type="submit" busy={act.isPending} disabled={!ready}>
          {say("signUp.send")}
        </Button>
      </Acts>
    </form>
  );
}

/** The code, for a volunteer who has not accepted it; it is another consent than these, and none of them waits for it. */
function Code({ me }: { me: Member }) {
  const say = useWords(activityPageWords);
  const version = useSettings()?.codeVersion;
  if (!owesConsent(me, version)) return null;
  return (
    <Card>
      <h2>{say("signUp.code")}</h2>
      <CodeText />
      <AcceptCode me={me} version={version} />
    </Card>
  );
}

/** Both are said yes to each time, after the risks were shown. */
function Consents({
  activity: { risks, insurance },
  draft,
}: {
  activity: Mine["activity"];
  draft: Draft<typeof BLANK>;
}) {
  const say = useWords(activityPageWords);
  const word = useDomainWords();
  return (
    <>
      <Card>
        <h2>{say("risks")}</h2>
        <p className="pre">{risks}</p>
        {insurance && (
          <p className="pre">
            {word("announcement.insurance", { insurance: word(`activity.insurance.${insurance.kind}`) })}
            {insurance.text && `\n${insurance.text}`}
          </p>
        )}
      </Card>
      <div>
        <Tick checked={draft.value.risks} onChange={(to) => draft.set({ risks: to })}>
          {say("signUp.risks")}
        </Tick>
        <Tick checked={draft.value.consent} onChange={(to) => draft.set({ consent: to })}>
          {say("signUp.consent")}
        </Tick>
      </div>
    </>
  );
}

interface Choosing {
  mine: Mine;
  value: string;
  onChange: (positionId: string) => void;
}

function Positions({ mine, value, onChange }: Choosing) {
  const say = useWords(activityPageWords);
  const when = useWhen();
  const options = mine.activity.sessions.flatMap((session) =>
    session.positions.map((position) => {
      const offer = mine.positions.find(({ positionId }) => positionId === position.id);
      const left = (offer?.headCount ?? 0) - (offer?.placed ?? 0);
      const room =
        left > 0
          ? say("signUp.open", { count: String(left) })
          : say("signUp.full", { count: String(offer?.waiting ?? 0) });
      const faults = offer?.faults ?? [];
      return {
        value: position.id as string,
        label: position.name,
        disabled: faults.length > 0,
        note: (
          <>
            {when.period(session.startsAt, session.endsAt)}
            <br />
            {faults.length === 0 ? room : faults.map(({ code, message }) => <div key={code}>{message}</div>)}
            <Warnings of={offer} />
          </>
        ),
      };
    }),
  );
  return <Choices legend={say("signUp.choose")} options={options} value={value} onChange={onChange} />;
}

function Answer({ place, title }: { place: Place; title: string }) {
  const say = useWords(activityPageWords);
  return (
    <>
      <Done>
        {place.state === "waiting"
          ? say("signUp.done.waiting", { queue: String(place.queue ?? "") })
          : say("signUp.done.placed", { title })}
      </Done>
      <ButtonLink kind="plain" href={`/activities/${place.activityId}`}>
        {say("signUp.back")}
      </ButtonLink>
    </>
  );
}
