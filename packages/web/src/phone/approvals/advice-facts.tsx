import { silentOf } from "../../shared/advice.ts";
import { adviceWords } from "../../shared/advice.words.ts";
import type { ReadProposal } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Card, Chip } from "../ui/parts.tsx";

const TONES = { for: "good", conditions: "soon", against: "late" } as const;

/** What advisers said of a plan, and who was asked and is silent. */
export function AdviceFacts({ proposal }: { proposal: ReadProposal }) {
  const say = useWords(adviceWords);
  const word = useDomainWords();
  const when = useWhen();
  const { advice = [], people } = proposal;
  const nameOf = (id: string) => people[id]?.name ?? id;
  const silent = silentOf(proposal);
  if (advice.length + silent.length === 0) return null;
  return (
    <Card>
      <h2>{say("title")}</h2>
      {advice.map(({ by, at, stance, text }) => (
        <div key={`${by}${at}`}>
          <div className="row top-aligned">
            <p className="quiet grow">{say("said", { name: nameOf(by), when: when.instant(at) })}</p>
            <Chip tone={TONES[stance]}>{word(`proposal.stance.${stance}`)}</Chip>
          </div>
          <p className="pre">{text}</p>
        </div>
      ))}
      {silent.map((id) => (
        <p key={id} className="quiet">
          {say("waiting", { name: nameOf(id) })}
        </p>
      ))}
    </Card>
  );
}
