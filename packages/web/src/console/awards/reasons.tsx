import { decimal } from "@yigong/core/points/decimal.ts";
import { useMarks } from "../../shared/marks.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import type { Run, Standing } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";
import { standingWords } from "./standing.words.ts";

/** Why somebody stands where they stand, and what follows by which rule. */
export function Reasons({ run, standing }: { run: Run; standing: Standing }) {
  const say = useWords(standingWords);
  const { list } = useMarks();
  const order = useWords(awardsWords);
  const word = useDomainWords();
  const rules = run.manifest?.rules;
  const { statuses, status, decidedBy } = standing;
  const line = decimal(status === "partyMember" ? (rules?.partyLine ?? 0) : (rules?.othersLine ?? 0));
  const sentences = [
    order(`why.${decidedBy ?? "last"}`),
    standing.vetoed && say("why.vetoed"),
    standing.preferred && say(status === "partyMember" ? "why.preferred.party" : "why.preferred.others", { line }),
    standing.belowFloor && say("why.belowFloor", { floor: decimal(rules?.floor ?? 0) }),
    standing.candidate && say("why.candidate"),
    !standing.volunteer && standing.employed && say("why.notVolunteer"),
    !standing.employed && say("why.left"),
    statuses.length > 1 &&
      say("why.statuses", { statuses: list(statuses.map((one) => word(`member.politicalStatus.${one}`))) }),
  ].filter((sentence) => typeof sentence === "string");
  return (
    <>
      <ul className="award-why">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <PageLink to={`/points/${standing.memberId}`} search={{ year: String(run.year) }}>
        {say("why.entries")}
      </PageLink>
    </>
  );
}
