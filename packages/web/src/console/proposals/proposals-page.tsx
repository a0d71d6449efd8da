import { Select, Tag } from "antd";
import type { Proposal } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Blank } from "../ui/blank.tsx";
import { PageLink } from "../ui/link.tsx";
import { List, type ListColumn } from "../ui/list.tsx";
import { Page } from "../ui/page.tsx";
import { Person } from "../ui/person.tsx";
import { useFilters } from "../ui/use-filters.ts";
import { useWall } from "../ui/use-wall.ts";
import type { ListedProposal } from "./proposals.routes.ts";
import { proposalPageWords } from "./proposals.words.ts";
import { useWishText } from "./use-wish-text.ts";
import "../activity/activity.css";

const STATES = ["submitted", "returned", "approved", "refused"] as const;
const TONES = { submitted: "warning", returned: "default", approved: "success", refused: "error" } as const;

export function ProposalTag({ state }: { state: Proposal["state"] }) {
  const word = useDomainWords();
  return <Tag color={TONES[state]}>{word(`proposal.state.${state}`)}</Tag>;
}

/** Plans of teams and volunteers; those that wait for a decision first. */
export default function ProposalsPage() {
  const say = useWords(proposalPageWords);
  const word = useDomainWords();
  const [filters, setFilters] = useFilters();
  const state = STATES.find((one) => one === filters.state) ?? (filters.state === "all" ? undefined : "submitted");
  const columns = useColumns();
  return (
    <Page title={say("title")} about={say("about")}>
      <List
        name="proposals"
        title={say("title")}
        route="GET /proposals"
        given={{ query: { state } }}
        rowKey={({ proposal }) => proposal.activityId}
        columns={columns}
        filters={
          <Select<string>
            aria-label={say("filter.state")}
            value={state ?? "all"}
            onChange={(to) => setFilters({ state: to === "submitted" ? undefined : to })}
            options={[
              ...STATES.map((value) => ({ value: value as string, label: word(`proposal.state.${value}`) })),
              { value: "all", label: say("filter.all") },
            ]}
          />
        }
        empty={<Blank title={say("empty.title")}>{say("empty.detail")}</Blank>}
      />
    </Page>
  );
}

function useColumns(): ListColumn<ListedProposal>[] {
  const say = useWords(proposalPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const wall = useWall();
  const wishText = useWishText();
  const { parts } = useMarks();
  return [
    {
      key: "activity",
      title: say("column.activity"),
      show: ({ proposal, title }) => (
        <PageLink className="clamp" to={`/proposals/${proposal.activityId}`}>
          {title}
        </PageLink>
      ),
      value: ({ title }) => title,
    },
    {
      key: "startsAt",
      title: say("column.startsAt"),
      show: ({ startsAt }) => <span className="nowrap">{when.instant(startsAt)}</span>,
      value: ({ startsAt }) => wall(startsAt),
    },
    {
      key: "proposer",
      title: say("column.proposer"),
      show: ({ proposal, proposer }) => <Person memberId={proposal.proposerId} {...proposer} />,
      value: ({ proposer }) => `${proposer.name} ${proposer.employeeNumber}`,
    },
    {
      key: "state",
      title: say("column.state"),
      show: ({ proposal }) => <ProposalTag state={proposal.state} />,
      value: ({ proposal }) => word(`proposal.state.${proposal.state}`),
    },
    {
      key: "wishes",
      title: say("column.wishes"),
      show: ({ proposal }) => parts(wishText(proposal.wishes)) || <span className="quiet">{say("wishes.none")}</span>,
      value: ({ proposal }) => parts(wishText(proposal.wishes)),
    },
    {
      key: "submittedAt",
      title: say("column.submittedAt"),
      show: ({ proposal }) => <span className="nowrap">{when.instant(proposal.submittedAt)}</span>,
      value: ({ proposal }) => wall(proposal.submittedAt),
    },
  ];
}
