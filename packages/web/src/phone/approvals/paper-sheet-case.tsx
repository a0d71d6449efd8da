import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Card } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";

/** Who is down on a sheet on paper that was typed in late, and as what. */
export function PaperSheetCase({ id, sessionId }: { id: string; sessionId: string }) {
  const say = useWords(approvalWords);
  const sheet = useReading("GET /activities/{id}/sessions/{sessionId}/paper-sheet", { path: { id, sessionId } });
  return (
    <Loaded of={sheet} skeleton={<Skeleton cards={1} />}>
      {({ sheet: typed }) =>
        typed && (
          <Card>
            <h2>{say("sheet", { count: String(typed.lines.length) })}</h2>
            <ul className="items">
              {typed.lines.map(({ memberId, name, employeeNumber, state, why }) => (
                <li key={memberId} className="row top-aligned">
                  <span className="grow">
                    <span className="name">{name}</span> <span className="quiet">{employeeNumber}</span>
                    {why && <small className="quiet"> {why}</small>}
                  </span>
                  <span>{say(`sheet.${state}`)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )
      }
    </Loaded>
  );
}
