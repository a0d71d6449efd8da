import type { Activity, Member, Proposal } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWords } from "../../../shared/words.ts";
import { Grants, Wishes } from "../../proposals/facts.tsx";
import { proposalPageWords } from "../../proposals/proposals.words.ts";
import { PageLink } from "../../ui/link.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { mayDo } from "../rights.ts";
import type { TabProps } from "../tab-props.ts";
import { Helpers } from "./helpers.tsx";
import { Spending } from "./spending.tsx";

/** What a team or a volunteer asked of the alliance, what was granted, and what of the money was spent. */
export default function MoneyTab({ activity }: TabProps) {
  const say = useWords(proposalPageWords);
  const me = useMe();
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id: activity.id } });
  return (
    <Loaded of={proposal}>
      {(data) => (
        <>
          <section className="panel">
            <Wishes wishes={data.wishes} />
            <Grants proposal={data} />
            <PageLink to={`/proposals/${activity.id}`}>{say("plan")}</PageLink>
          </section>
          {seesHelpers(me, activity, data) && <Helpers activityId={activity.id} />}
          {data.state === "approved" && data.grants.moneyFen && mayDo(me, "expense.read", activity) && (
            <Spending activity={activity} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** Leads see it whose team was asked, beside those who see the whole activity. */
function seesHelpers(me: Member | undefined, activity: Activity, proposal: Proposal): boolean {
  const teamIds = proposal.state === "approved" ? (proposal.grants.volunteerTeamIds ?? []) : [];
  return teamIds.some((teamId) => mayDo(me, "helper.read", activity) || mayDo(me, "helper.read", { teamId }));
}
