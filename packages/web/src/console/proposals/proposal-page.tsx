import { useParams } from "@tanstack/react-router";
import { Alert, Skeleton } from "antd";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { mayDo } from "../activity/rights.ts";
import { PageLink } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { AdviceCard } from "./advice.tsx";
import { Decide } from "./decide.tsx";
import { Grants, Wishes } from "./facts.tsx";
import type { ProposalAnswer } from "./proposals.routes.ts";
import { proposalPageWords } from "./proposals.words.ts";
import { ProposalTag } from "./proposals-page.tsx";
import { SendAgain } from "./send-again.tsx";
import { Versions } from "./versions.tsx";
import "../activity/activity.css";

/** One plan: what is asked, how it changed, and the decision. */
export default function ProposalPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const say = useWords(proposalPageWords);
  const activity = useReading("GET /activities/{id}", { path: { id } });
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id } });
  const outline = (
    <Page title={say("title")}>
      <Skeleton active paragraph={{ rows: 12 }} />
    </Page>
  );
  return (
    <Loaded of={activity} skeleton={outline}>
      {(of) => (
        <Loaded of={proposal} skeleton={outline}>
          {(data) => <Shown activity={of} proposal={data} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Shown({ activity, proposal }: { activity: Activity; proposal: ProposalAnswer }) {
  const say = useWords(proposalPageWords);
  const when = useWhen();
  const me = useMe();
  const isOwn = me !== undefined && [proposal.proposerId, proposal.proposedFor].includes(me.id);
  const waits = proposal.state === "submitted" && mayDo(me, "proposal.decide");
  const [first] = activity.sessions;
  return (
    <Page
      title={activity.title}
      path={[{ to: "/proposals", title: say("title") }]}
      beside={<ProposalTag state={proposal.state} />}
      actions={waits && !isOwn && <Decide proposal={proposal} />}
      about={
        <div className="facts">
          <Person memberId={proposal.proposerId} {...proposerOf(activity, proposal)} />
          <span>{say("submitted", { when: when.instant(proposal.submittedAt) })}</span>
          {first && <span>{when.period(first.startsAt, first.endsAt)}</span>}
          <span>{activity.place}</span>
          <PageLink to={`/activities/${activity.id}`}>{say("toActivity")}</PageLink>
        </div>
      }
    >
      <div className="part">
        {waits && isOwn && <Alert type="info" showIcon title={say("own")} />}
        <Decided proposal={proposal} />
        {proposal.state === "returned" && me && isOwn ? (
          <SendAgain key={proposal.version} proposal={proposal} me={me.id} />
        ) : (
          <section className="panel">
            <h2>{say("plan")}</h2>
            <p className="pre">{proposal.plan}</p>
            <Wishes wishes={proposal.wishes} />
            <Grants proposal={proposal} />
          </section>
        )}
        <AdviceCard proposal={proposal} decides={waits && !isOwn} />
        <Versions proposal={proposal} />
      </div>
    </Page>
  );
}

/** The proposer organizes what was proposed. */
const proposerOf = ({ organizerId, organizer }: Activity, { proposerId }: ProposalAnswer) =>
  proposerId === organizerId ? organizer : undefined;

function Decided({ proposal }: { proposal: ProposalAnswer }) {
  const say = useWords(proposalPageWords);
  const when = useWhen();
  const decided = proposal.state === "approved" || proposal.state === "refused" ? proposal.decided : undefined;
  if (!decided && proposal.returns.length === 0) return null;
  return (
    <ul className="plain">
      {proposal.returns.map(({ at, reason }) => (
        <li key={at}>{say("returned", { when: when.instant(at), reason })}</li>
      ))}
      {decided && <li>{say("decided", { when: when.instant(decided.at), reason: decided.reason })}</li>}
    </ul>
  );
}
