import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Card } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { messagesCardWords } from "./messages-card.words.ts";

const SHOWN = 20;

/** For who leads an activity: whom its messages did not reach, and why, so that they can be called. */
export function MessagesCard({ activityId }: { activityId: string }) {
  const say = useWords(messagesCardWords);
  const when = useWhen();
  const failed = useReading("GET /outbox", { query: { activityId, state: "failed", limit: SHOWN } });
  const waiting = useReading("GET /outbox", { query: { activityId, state: "waiting", limit: SHOWN } });
  const nameOf = (to: { name: string } | { client: string } | { group: string }) =>
    "name" in to ? to.name : "client" in to ? to.client : to.group;
  return (
    <Card>
      <details>
        <summary>
          <h2>{say("messages")}</h2>
        </summary>
        <Loaded of={failed}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{say("none")}</p>
            ) : (
              <ul>
                {items.map(({ id, title, to, reason }) => (
                  <li key={id}>
                    <p className="name">{nameOf(to)}</p>
                    <p>{title}</p>
                    <p className="quiet">{reason}</p>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        {(waiting.data?.items.length ?? 0) > 0 && (
          <>
            <h3>{say("waiting")}</h3>
            <ul>
              {waiting.data?.items.map(({ id, title, to, nextAt }) => (
                <li key={id}>
                  <p>{title}</p>
                  <p className="quiet">
                    {nameOf(to)}
                    {nextAt && ` · ${when.instant(nextAt)}`}
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
    </Card>
  );
}
