import type { Activity, Spending } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { leads } from "../activity/leads.ts";
import { Page } from "../ui/page.tsx";
import { Card, Chip, Facts, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { AddExpense } from "./add-expense.tsx";
import { moneyWords } from "./money.words.ts";
import { HandIn, Settle } from "./settle.tsx";
import { yuanOf } from "./yuan.ts";

const TONES = { open: "plain", handedIn: "soon", settled: "good", closed: "good" } as const;

/** The granted money of one activity: what is left, photographing a receipt, handing in, and settling by a second person. */
export default function MoneyPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(moneyWords);
  const activity = useReading("GET /activities/{id}", { path: { id } });
  const money = useReading("GET /activities/{id}/spending", { path: { id } });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={activity}>
        {(about) => <Loaded of={money}>{(data) => <Shown activity={about} money={data} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Shown({ activity, money }: { activity: Activity; money: Spending }) {
  const say = useWords(moneyWords);
  const word = useDomainWords();
  const me = useMe();
  if (!me) return <Skeleton />;
  const { state, grantedFen, spentFen, leftFen, returns } = money;
  const yuan = (fen: number) => say("yuan", { yuan: yuanOf(fen) });
  const back = returns.at(-1);
  const mayWrite = state === "open" && leads(me, activity);
  return (
    <>
      <Card>
        <p className="strong">{activity.title}</p>
        <Chip tone={TONES[state]}>{word(`expense.state.${state}`)}</Chip>
        <Facts
          items={[
            [say("granted"), yuan(grantedFen)],
            [say("spent"), yuan(spentFen)],
            [say("left"), yuan(leftFen)],
          ]}
        />
      </Card>
      {state === "open" && back && <Note tone="late">{say("returned", { reason: back.reason })}</Note>}
      <Expenses money={money} />
      {mayWrite && leftFen > 0 && <AddExpense activityId={activity.id} memberId={me.id} />}
      {mayWrite && <HandIn activityId={activity.id} />}
      {state === "handedIn" && <Settle activity={activity} money={money} me={me} />}
    </>
  );
}

function Expenses({ money: { expenses, people } }: { money: Spending }) {
  const say = useWords(moneyWords);
  const when = useWhen();
  if (expenses.length === 0) return <p className="quiet">{say("none")}</p>;
  return (
    <Card>
      <h2>{say("expenses")}</h2>
      <div className="items">
        {expenses.map(({ id, fen, what, paidOn, recorded, void: voided, receipts }) => (
          <div className="item stack" key={id}>
            <p>
              <span className="strong">{say("yuan", { yuan: yuanOf(fen) })}</span> {what}
            </p>
            <p className="quiet">
              {say("paid", { day: when.date(paidOn), name: people[recorded.by]?.name ?? recorded.by })}
            </p>
            {voided && <p className="hint late">{say("voided", { reason: voided.reason })}</p>}
            <div className="photos">
              {receipts.flatMap(({ id: receiptId, name, photo, document }) => {
                if (photo)
                  return (
                    <a className="photo" key={receiptId} href={photo.url}>
                      <img src={photo.thumbnail.url} alt={say("receipt", { name })} />
                    </a>
                  );
                return document ? (
                  <a key={receiptId} href={document.url}>
                    {say("receipt", { name })}
                  </a>
                ) : (
                  []
                );
              })}
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}
