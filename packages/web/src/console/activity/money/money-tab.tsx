import { useReading } from "../../../shared/api/use-reading.ts";
import { useWords } from "../../../shared/words.ts";
import { Grants, Wishes } from "../../proposals/facts.tsx";
import { proposalPageWords } from "../../proposals/proposals.words.ts";
import { PageLink } from "../../ui/link.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import type { TabProps } from "../tab-props.ts";

/** What a team or a volunteer asked of the alliance, and what was granted. */
export default function MoneyTab({ activity }: TabProps) {
  const say = useWords(proposalPageWords);
  const proposal = useReading("GET /activities/{id}/proposal", { path: { id: activity.id } });
  return (
    <Loaded of={proposal}>
      {(data) => (
        <section className="panel">
          <Wishes wishes={data.wishes} />
          <Grants proposal={data} />
          <PageLink to={`/proposals/${activity.id}`}>{say("plan")}</PageLink>
        </section>
      )}
    </Loaded>
  );
}
