import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActingNote } from "../ui/acting-note.tsx";
import { Page } from "../ui/page.tsx";
import { ButtonLink, Empty } from "../ui/parts.tsx";
import { TaskLink } from "../ui/task-link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";

export const APPROVALS = "/m/approvals/";

/** What waits for the reader's decision, in the order in which it is due. */
export default function ApprovalsPage() {
  const say = useWords(approvalWords);
  const when = useWhen();
  const todo = useReading("GET /me/todo");
  return (
    <Page title={say("title")} back="/">
      <ActingNote />
      <Loaded of={todo}>
        {({ items }) => {
          const waiting = items.filter(({ href }) => href.startsWith(APPROVALS));
          if (waiting.length === 0)
            return (
              <Empty
                title={say("empty")}
                act={
                  <ButtonLink kind="quiet" href="/">
                    {say("home")}
                  </ButtonLink>
                }
              >
                {say("empty.detail")}
              </Empty>
            );
          return (
            <ul className="items">
              {waiting.map(({ key, title, detail, dueAt, href }) => (
                <li key={key}>
                  <TaskLink href={href} className="item">
                    <p className="strong clamp">{title}</p>
                    <p className="quiet">{detail}</p>
                    {dueAt && <p className="quiet">{say("due", { when: when.instant(dueAt) })}</p>}
                  </TaskLink>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
