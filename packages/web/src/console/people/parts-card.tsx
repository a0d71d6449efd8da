import { Card } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { peopleWords } from "./people.words.ts";

const SHOWN = 20;

/** What somebody takes part in, the latest first. */
export function PartsCard({ memberId }: { memberId: string }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  const given = { path: { id: memberId }, query: { limit: SHOWN } };
  const read = useReading("GET /members/{id}/participations", given);
  return (
    <Card size="small" title={<h2 className="card-title">{say("parts.title")}</h2>}>
      <Loaded of={read}>
        {({ items, cursor }) => (
          <>
            {items.length === 0 && <p className="quiet">{say("parts.none")}</p>}
            {items.map((part) => (
              <div className="row" key={`${part.activityId} ${part.sessionId}`}>
                <span>
                  <PageLink to={`/activities/${part.activityId}`}>{part.title}</PageLink>
                  <div className="quiet">{when.period(part.startsAt, part.endsAt)}</div>
                </span>
                <span>{say(`parts.state.${part.state}`)}</span>
              </div>
            ))}
            {cursor && <p className="quiet">{say("parts.more", { count: String(SHOWN) })}</p>}
          </>
        )}
      </Loaded>
    </Card>
  );
}
