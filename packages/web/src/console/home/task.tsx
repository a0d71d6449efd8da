import type { ReactNode } from "react";
import { useState } from "react";
import type { Todo } from "../../shared/api/routes.ts";
import { isKind, type Kind } from "../../shared/decisions.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { CASES, Case } from "./case.tsx";
import { Deciding } from "./deciding.tsx";
import { homeWords } from "./home.words.ts";
import { RunObjections } from "./run-objections.tsx";
import { approvalOf, whereOf } from "./where.ts";

const SOON_MS = 24 * 3_600_000;

/** What takes more than one card to decide: the year has a page of its own. */
const ELSEWHERE: readonly Kind[] = ["award", "awardStale", "awardObjection"];

/** One thing that is asked: what, until when, and the act itself where it is one decision. */
export function Task({ item }: { item: Todo }) {
  const say = useWords(homeWords);
  const [open, setOpen] = useState(false);
  const approval = approvalOf(item);
  const decision =
    approval && isKind(approval.kind) && !ELSEWHERE.includes(approval.kind)
      ? { kind: approval.kind, ids: approval.ids }
      : undefined;
  return (
    <li className="task">
      <div className="task-head">
        <Titled item={item} />
        {item.dueAt && <Due at={item.dueAt} />}
      </div>
      <p className="task-about">{item.detail}</p>
      {decision && CASES.includes(decision.kind) && (
        <details className="task-case" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say("facts")}</summary>
          {open && <Case {...decision} />}
        </details>
      )}
      {decision && <Deciding {...decision} title={item.title} about={item.detail} />}
      {item.kind === "awardObjection" && approval && <RunObjections ids={approval.ids} />}
      {!decision && item.kind !== "awardObjection" && (
        <div className="task-acts">
          <To item={item} className="task-go">
            {item.button}
          </To>
        </div>
      )}
    </li>
  );
}

const Titled = ({ item }: { item: Todo }) => (
  <To item={item} className="task-title clamp">
    {item.title}
  </To>
);

/** A link to where it is done. */
function To({ item, className, children }: { item: Todo; className: string; children: ReactNode }) {
  const where = whereOf(item);
  if ("to" in where)
    return (
      <PageLink to={where.to} className={className}>
        {children}
      </PageLink>
    );
  return (
    <a href={where.phone} className={className}>
      {children}
    </a>
  );
}

/** Until when: red once it is over, amber on the last day. */
export function Due({ at }: { at: string }) {
  const say = useWords(homeWords);
  const when = useWhen();
  const left = Date.parse(at) - Date.now();
  const tone = left < 0 ? "late" : left < SOON_MS ? "soon" : "quiet";
  return <span className={`task-due ${tone}`}>{say(left < 0 ? "overdue" : "due", { when: when.instant(at) })}</span>;
}
