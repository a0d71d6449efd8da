import type { Member, Mine } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { canCallOff } from "../../shared/reach.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Acts, Page } from "../ui/page.tsx";
import { ButtonLink, Card, Chip, Facts, Note } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { activityPageWords } from "./activity.words.ts";
import { AttendanceCard } from "./attendance-card.tsx";
import { changesWords } from "./changes.words.ts";
import { Changes, RiskConsent } from "./changes-card.tsx";
import { leads } from "./leads.ts";
import { AfterLinks, Marks } from "./marks.tsx";
import { MessagesCard } from "./messages-card.tsx";
import { MyPart } from "./my-part.tsx";
import { Positions } from "./positions.tsx";

/** One activity: what it is, where the reader stands in it, and what they may do. */
export default function ActivityPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(activityPageWords);
  const mine = useReading("GET /activities/{id}/sign-ups/me", { path: { id } });
  return (
    <Page
      title={mine.data?.activity.title ?? say("title")}
      back="/activities"
      acts={mine.data && <MyActs mine={mine.data} />}
    >
      <Loaded of={mine}>{(data) => <Content mine={data} />}</Loaded>
    </Page>
  );
}

const canSignUp = ({ positions }: Mine): boolean => positions.some(({ faults }) => faults.length === 0);
const isPlaced = ({ places }: Mine): boolean =>
  places.some(({ state }) => state === "placed" || state === "waiting" || state === "offered");
/** A title that the heading may have cut short stands in full below it. */
const LONG = 28;
const RUNNING = new Set(["executing", "covering"]);

/** The one primary act of the moment; a second one is quieter. */
function MyActs({ mine }: { mine: Mine }) {
  const say = useWords(activityPageWords);
  const { id, status } = mine.activity;
  const to = (page: string) => `/activities/${id}/${page}`;
  const signUp = canSignUp(mine) && !isPlaced(mine);
  const leave = mine.cannot && mine.onDuty && !isPlaced(mine);
  const cannot = mine.cannot && !leave;
  const diary = ["executing", "archiving"].includes(status) && isPlaced(mine);
  const happiness = status === "surveying" && isPlaced(mine);
  if (!signUp && !leave && !cannot && !diary && !happiness) return null;
  return (
    <Acts>
      {signUp && <ButtonLink href={to("sign-up")}>{say("act.signUp")}</ButtonLink>}
      {leave && (
        <ButtonLink kind="plain" href={to("leave")}>
          {say("act.leave")}
        </ButtonLink>
      )}
      {cannot && (
        <ButtonLink kind="plain" href={to("cannot")}>
          {say("act.cannot")}
        </ButtonLink>
      )}
      {happiness && (
        <ButtonLink kind="plain" href={to("happiness")}>
          {say("act.happiness")}
        </ButtonLink>
      )}
      {diary && (
        <ButtonLink kind={status === "archiving" ? "primary" : "plain"} href={to("diary")}>
          {say("act.diary")}
        </ButtonLink>
      )}
    </Acts>
  );
}

function Content({ mine }: { mine: Mine }) {
  const say = useWords(activityPageWords);
  const word = useDomainWords();
  const me = useMe();
  const { activity } = mine;
  return (
    <>
      {activity.cancellation && <Note tone="late">{say("cancelled", { reason: activity.cancellation.reason })}</Note>}
      <Card>
        <div className="row">
          <Chip tone={activity.status === "cancelled" ? "late" : "accent"}>
            {word(`activity.status.${activity.status}`)}
          </Chip>
          <Marks activity={activity} />
        </div>
        {activity.title.length > LONG && <p className="strong">{activity.title}</p>}
        <Next mine={mine} />
        <About mine={mine} />
      </Card>
      <RiskConsent mine={mine} />
      <MyPart mine={mine} />
      {RUNNING.has(activity.status) && isPlaced(mine) && <AttendanceCard mine={mine} />}
      {leads(me, activity) && RUNNING.has(activity.status) && (
        <Card>
          <h2>{say("lead.title")}</h2>
          <div className="pair">
            <ButtonLink kind="plain" href={`/activities/${activity.id}/roll-call`}>
              {say("act.rollCall")}
            </ButtonLink>
            <ButtonLink kind="plain" href={`/activities/${activity.id}/screen`}>
              {say("act.screen")}
            </ButtonLink>
          </div>
        </Card>
      )}
      {leads(me, activity) && activity.status !== "proposing" && (
        <ButtonLink kind="quiet" href={`/activities/${activity.id}/reached`}>
          {say("act.reached")}
        </ButtonLink>
      )}
      {leads(me, activity) && canCallOff(activity, Date.now()) && (
        <ButtonLink kind="quiet" href={`/activities/${activity.id}/call-off`}>
          {say("act.callOff")}
        </ButtonLink>
      )}
      {activity.origin !== "alliance" && <HelpersLink activityId={activity.id} me={me} />}
      {leads(me, activity) && <MessagesCard activityId={activity.id} />}
      {leads(me, activity) && activity.origin !== "alliance" && <MoneyCard activityId={activity.id} />}
      <Card>
        <h2>{say("about")}</h2>
        <p className="pre">{activity.description}</p>
        <h2>{say("risks")}</h2>
        <p className="pre">{activity.risks}</p>
        {activity.insurance && <Insurance {...activity.insurance} />}
      </Card>
      <Changes mine={mine} />
      <AfterLinks mine={mine} />
      <Positions mine={mine} />
    </>
  );
}

/** Helpers that were asked of a team which the reader leads. */
function HelpersLink({ activityId, me }: { activityId: string; me: Member | undefined }) {
  const say = useWords(activityPageWords);
  const led = (me?.roles ?? []).flatMap(({ role, scope }) =>
    role === "teamLead" && scope.kind === "team" ? [scope.unitId as string] : [],
  );
  const { data } = useReading(
    "GET /activities/{id}/proposal",
    { path: { id: activityId } },
    { enabled: led.length > 0 },
  );
  const asked = data?.state === "approved" ? (data.grants.volunteerTeamIds ?? []) : [];
  if (!asked.some((id) => led.includes(id))) return null;
  return (
    <ButtonLink kind="quiet" href={`/activities/${activityId}/helpers`}>
      {say("act.helpers")}
    </ButtonLink>
  );
}

/** The money that was granted, for who leads the activity. */
function MoneyCard({ activityId }: { activityId: string }) {
  const say = useWords(activityPageWords);
  const { data } = useReading("GET /activities/{id}/proposal", { path: { id: activityId } });
  if (data?.state !== "approved" || !data.grants.moneyFen) return null;
  return (
    <Card>
      <h2>{say("money")}</h2>
      <ButtonLink kind="plain" href={`/activities/${activityId}/money`}>
        {say("act.money")}
      </ButtonLink>
    </Card>
  );
}

const NEXT = {
  proposing: "next.proposing",
  recruiting: "next.recruiting",
  covering: "next.covering",
  executing: "next.executing",
  archiving: "next.archiving",
  surveying: "next.surveying",
} as const;

/** What happens by itself, and when: nobody is to wonder whether the system waits for them. */
function Next({ mine: { activity } }: { mine: Mine }) {
  const say = useWords(activityPageWords);
  const when = useWhen();
  const key = (NEXT as Partial<Record<string, (typeof NEXT)[keyof typeof NEXT]>>)[activity.status];
  if (!key || !activity.nextDueAt) return null;
  return <p className="quiet">{say(key, { when: when.instant(activity.nextDueAt) })}</p>;
}

function About({ mine: { activity } }: { mine: Mine }) {
  const say = useWords(activityPageWords);
  const sayChange = useWords(changesWords);
  const when = useWhen();
  return (
    <Facts
      items={[
        [
          say("when"),
          activity.sessions.map(({ id, startsAt, endsAt, cancelled }) => (
            <div key={id}>
              {when.period(startsAt, endsAt)}
              {cancelled && (
                <span className="quiet"> {sayChange("session.cancelled", { reason: cancelled.reason })}</span>
              )}
            </div>
          )),
        ],
        [say("where"), activity.place],
        activity.servedParty.kind === "definite" ? [say("who"), activity.servedParty.description] : undefined,
        activity.contact ? [sayChange("contact"), <Call key="contact" {...activity.contact} />] : undefined,
      ]}
    />
  );
}

const Call = ({ name, phone }: { name: string; phone: string }) => (
  <>
    {name} <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
  </>
);

/** Who insures; stated with the risks. */
function Insurance({ kind, text }: NonNullable<Mine["activity"]["insurance"]>) {
  const say = useWords(changesWords);
  const word = useDomainWords();
  return (
    <>
      <h2>{say("insurance")}</h2>
      <p className="pre">{[word(`activity.insurance.${kind}`), text].filter(Boolean).join("\n")}</p>
    </>
  );
}
