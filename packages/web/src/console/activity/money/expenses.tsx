import { call } from "../../../shared/api/call.ts";
import type { Material, Spending } from "../../../shared/api/routes.ts";
import { useLanguage } from "../../../shared/language.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { yuanOf } from "../../proposals/use-wish-text.ts";
import { ActButton } from "../../ui/act.tsx";
import { Who } from "../../ui/who.tsx";
import { moneyWords } from "./money.words.ts";

interface Props {
  activityId: string;
  money: Spending;
  mayWrite: boolean;
}
type Expense = Spending["expenses"][number];

/** What was spent, each with its receipts; voided ones stay to be seen. */
export function Expenses({ activityId, money, mayWrite }: Props) {
  const say = useWords(moneyWords);
  if (money.expenses.length === 0) return <p className="quiet">{say("none")}</p>;
  return (
    <ul className="files">
      {money.expenses.map((expense) => (
        <li className="file" key={expense.id}>
          <span className="thumb">
            {expense.receipts.map((receipt) => (
              <Receipt key={receipt.id} receipt={receipt} />
            ))}
          </span>
          <About expense={expense} people={money.people} />
          {mayWrite && !expense.void && <Void activityId={activityId} expense={expense} />}
        </li>
      ))}
    </ul>
  );
}

function About({
  expense: { what, fen, paidOn, recorded, void: voided, receipts },
  people,
}: {
  expense: Expense;
  people: Spending["people"];
}) {
  const say = useWords(moneyWords);
  const when = useWhen();
  const language = useLanguage();
  const word = useDomainWords();
  return (
    <span className="file-name">
      <span>
        <span className="number">{say("yuan", { yuan: yuanOf(fen) })}</span> · {what}
      </span>
      <span className="quiet">
        {say("paid", { day: when.date(paidOn) })} · <Who id={recorded.by} people={people} />
      </span>
      {voided && <span className="late">{say("voided", { reason: voided.reason })}</span>}
      {!voided &&
        receipts
          .filter(({ status }) => status !== "ready")
          .map(({ id, status, rejected }) => (
            <span className="late" key={id}>
              {rejected?.text[language] ?? word(`material.status.${status}`)}
            </span>
          ))}
    </span>
  );
}

function Receipt({ receipt: { name, photo, document } }: { receipt: Material }) {
  const say = useWords(moneyWords);
  const url = photo?.url ?? document?.url;
  const shown = photo ? <img src={photo.thumbnail.url} alt={say("receipt", { name })} loading="lazy" /> : name;
  if (!url) return <span className="quiet">{name}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer" title={say("receipt", { name })}>
      {shown}
    </a>
  );
}

function Void({ activityId, expense: { id, fen } }: { activityId: string; expense: Expense }) {
  const say = useWords(moneyWords);
  const path = { id: activityId, expenseId: id };
  return (
    <span className="line-acts">
      <ActButton
        size="small"
        danger
        ask={say("void.ask", { yuan: yuanOf(fen) })}
        reason="needed"
        act={(reason) => call("POST /activities/{id}/expenses/{expenseId}/void", { path, body: { reason } })}
        done={say("void.done")}
      >
        {say("void")}
      </ActButton>
    </span>
  );
}
