import { Progress, Tag } from "antd";
import { call } from "../../../shared/api/call.ts";
import type { Activity, Spending as Money } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { useMe } from "../../../shared/use-me.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { yuanOf } from "../../proposals/use-wish-text.ts";
import { ActButton } from "../../ui/act.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { Who } from "../../ui/who.tsx";
import { mayDo } from "../rights.ts";
import { AddExpense } from "./add-expense.tsx";
import { Expenses } from "./expenses.tsx";
import { moneyWords } from "./money.words.ts";

const TONES = { open: "default", handedIn: "warning", settled: "success", closed: "success" } as const;

/** The granted money: how much is spent, on what, and whether a second person settled it. */
export function Spending({ activity }: { activity: Activity }) {
  const money = useReading("GET /activities/{id}/spending", { path: { id: activity.id } });
  return <Loaded of={money}>{(data) => <Shown activity={activity} money={data} />}</Loaded>;
}

function Shown({ activity, money }: { activity: Activity; money: Money }) {
  const say = useWords(moneyWords);
  const word = useDomainWords();
  const me = useMe();
  const mayWrite = mayDo(me, "expense.write", activity) && money.state === "open";
  return (
    <section className="panel">
      <h2>
        {say("title")} <Tag color={TONES[money.state]}>{word(`expense.state.${money.state}`)}</Tag>
      </h2>
      <Budget money={money} />
      <Steps money={money} />
      <Expenses activityId={activity.id} money={money} mayWrite={mayWrite} />
      <p className="line-acts">
        {mayWrite && money.leftFen > 0 && <AddExpense activityId={activity.id} leftFen={money.leftFen} />}
        {mayWrite && <HandIn activityId={activity.id} money={money} />}
        <Decide activity={activity} money={money} />
      </p>
    </section>
  );
}

/** The budget as a line: spent of granted, and what is left. */
function Budget({ money: { granter, grantedFen, spentFen, leftFen } }: { money: Money }) {
  const say = useWords(moneyWords);
  const word = useDomainWords();
  const yuan = { granted: yuanOf(grantedFen), spent: yuanOf(spentFen), left: yuanOf(leftFen) };
  return (
    <>
      <p className="number">{say("budget", { ...yuan, granter: word(`expense.granter.${granter}`) })}</p>
      <Progress percent={Math.round((spentFen / grantedFen) * 100)} aria-label={say("budget.line")} />
    </>
  );
}

/** Who handed it in, settled it or gave it back, and why. */
function Steps({ money: { handedIn, settled, returns, leftFen, people } }: { money: Money }) {
  const say = useWords(moneyWords);
  const when = useWhen();
  return (
    <ul className="plain-list">
      {returns.map(({ by, at, reason }) => (
        <li key={at}>
          <Who id={by} people={people} /> {say("step.returned", { when: when.instant(at), reason })}
        </li>
      ))}
      {handedIn && (
        <li>
          <Who id={handedIn.by} people={people} /> {say("step.handedIn", { when: when.instant(handedIn.at) })}
        </li>
      )}
      {settled && (
        <li>
          <Who id={settled.by} people={people} />{" "}
          {say("step.settled", { when: when.instant(settled.at), left: yuanOf(leftFen) })}
        </li>
      )}
    </ul>
  );
}

function HandIn({ activityId, money: { spentFen, leftFen } }: { activityId: string; money: Money }) {
  const say = useWords(moneyWords);
  return (
    <ActButton
      ask={say("handIn.ask", { spent: yuanOf(spentFen), left: yuanOf(leftFen) })}
      act={() => call("POST /activities/{id}/spending/hand-in", { path: { id: activityId } })}
      done={say("handIn.done")}
    >
      {say("handIn")}
    </ActButton>
  );
}

/** For a second person: the API refuses who spent some of it. */
function Decide({ activity, money }: { activity: Activity; money: Money }) {
  const say = useWords(moneyWords);
  const me = useMe();
  const { state, expenses, handedIn, spentFen, leftFen } = money;
  if (state === "open" || state === "closed" || !mayDo(me, "expense.settle", activity)) return null;
  const parts = [activity.organizerId, handedIn?.by, ...expenses.map(({ recorded }) => recorded.by)];
  if (me && parts.includes(me.id)) return <span className="quiet">{say("settle.own")}</span>;
  const path = { id: activity.id };
  return (
    <>
      {state === "handedIn" && (
        <ActButton
          type="primary"
          ask={say("settle.ask", { spent: yuanOf(spentFen), left: yuanOf(leftFen) })}
          act={() => call("POST /activities/{id}/spending/decision", { path, body: { verdict: "settle" } })}
          done={say("settle.done", { spent: yuanOf(spentFen) })}
        >
          {say("settle")}
        </ActButton>
      )}
      <ActButton
        ask={say("return.ask")}
        reason="needed"
        act={(reason) => call("POST /activities/{id}/spending/decision", { path, body: { verdict: "return", reason } })}
        done={say("return.done")}
      >
        {say("return")}
      </ActButton>
    </>
  );
}
