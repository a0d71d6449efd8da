import type { Proposal } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { Person } from "../ui/person.tsx";
import { useUnits } from "../ui/use-units.ts";
import type { ProposalAnswer } from "./proposals.routes.ts";
import { proposalPageWords } from "./proposals.words.ts";
import { useWishText, yuanOf } from "./use-wish-text.ts";

/** What is asked of the alliance. */
export function Wishes({ wishes }: { wishes: Proposal["wishes"] }) {
  const say = useWords(proposalPageWords);
  const texts = useWishText()(wishes);
  return (
    <section>
      <h2>{say("wishes")}</h2>
      {texts.length === 0 ? (
        <p className="quiet">{say("wishes.none")}</p>
      ) : (
        <ul>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the alliance gave of it. */
export function Grants({ proposal }: { proposal: ProposalAnswer }) {
  const say = useWords(proposalPageWords);
  const { list } = useMarks();
  const { nameOf } = useUnits();
  if (proposal.state !== "approved") return null;
  const { adviserId, moneyFen, volunteerTeamIds = [] } = proposal.grants;
  const { adviser } = proposal;
  return (
    <section>
      <h2>{say("grants")}</h2>
      {!adviserId && !moneyFen && volunteerTeamIds.length === 0 && <p className="quiet">{say("grants.none")}</p>}
      <dl className="terms">
        {adviserId && (
          <>
            <dt>{say("grant.adviser")}</dt>
            <dd>
              <Person memberId={adviserId} {...adviser} />
            </dd>
          </>
        )}
        {moneyFen && (
          <>
            <dt>{say("grant.money")}</dt>
            <dd className="number">{say("wish.money", { yuan: yuanOf(moneyFen) })}</dd>
          </>
        )}
        {volunteerTeamIds.length > 0 && (
          <>
            <dt>{say("grant.teams")}</dt>
            <dd>{list(volunteerTeamIds.map(nameOf))}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
