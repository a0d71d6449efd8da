import { App, Button, Checkbox, Input, Radio } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { RollPerson } from "../../../shared/api/routes.ts";
import { useAct } from "../../../shared/use-act.ts";
import { useWords } from "../../../shared/words.ts";
import { Field } from "../../ui/field.tsx";
import { Person } from "../../ui/person.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { useNow } from "../../ui/use-now.ts";
import { paperSheetWords } from "./paper-sheet.words.ts";

interface Props {
  people: readonly RollPerson[];
  /** Until when it is a roll-call. */
  closesAt: string;
  path: { id: string; sessionId: string };
}

const isPresent = ({ stands }: RollPerson): boolean => stands?.state === "present";

/** One box a person, and what becomes of who is not ticked. */
export function SheetForm({ people, closesAt, path }: Props) {
  const say = useWords(paperSheetWords);
  const { message } = App.useApp();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [absent, setAbsent] = useState(false);
  const [why, setWhy] = useState(say("others.whyDefault"));
  const [reason, setReason] = useState("");
  const isLate = useNow() >= Date.parse(closesAt);
  const open = people.filter((person) => !isPresent(person));
  const present = open.filter(({ memberId }) => ticked.has(memberId));
  const missing = absent ? open.filter(({ memberId, mayBeAbsent }) => mayBeAbsent && !ticked.has(memberId)) : [];
  const lines = [
    ...present.map(({ memberId }) => ({ memberId, state: "present" })),
    ...missing.map(({ memberId }) => ({ memberId, state: "absent", excused: false, why: why.trim() })),
  ];
  const act = useAct(
    () =>
      call("POST /activities/{id}/sessions/{sessionId}/paper-sheet", {
        path,
        body: { lines, ...(isLate ? { reason: reason.trim() } : {}) },
      }),
    {
      done: ({ recorded, asked }) => {
        setTicked(new Set());
        const count = String(asked || recorded);
        void message.success(say(asked > 0 ? "done.asked" : "done.recorded", { count }));
      },
    },
  );
  const lacks = lines.length === 0 || (isLate && !reason.trim()) || (missing.length > 0 && !why.trim());
  return (
    <>
      <p className="quiet">{say(isLate ? "late" : "inTime")}</p>
      <Lines {...{ people, ticked, setTicked }} />
      <Others {...{ absent, setAbsent, why, setWhy }} />
      {isLate && (
        <Field label={say("reason")}>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      )}
      <p className="number">{say("count", { present: String(present.length), absent: String(missing.length) })}</p>
      {act.error && <Trouble error={act.error} />}
      <Button type="primary" disabled={lacks} loading={act.isPending} onClick={() => act.mutate()}>
        {say("submit")}
      </Button>
    </>
  );
}

interface LinesProps {
  people: readonly RollPerson[];
  ticked: ReadonlySet<string>;
  setTicked: (ticked: ReadonlySet<string>) => void;
}

function Lines({ people, ticked, setTicked }: LinesProps) {
  const say = useWords(paperSheetWords);
  const tick = (memberId: string, on: boolean) =>
    setTicked(new Set(on ? [...ticked, memberId] : [...ticked].filter((one) => one !== memberId)));
  return (
    <>
      <div className="line-acts">
        <Button size="small" onClick={() => setTicked(new Set(people.map(({ memberId }) => memberId)))}>
          {say("all")}
        </Button>
        <Button size="small" onClick={() => setTicked(new Set())}>
          {say("none")}
        </Button>
      </div>
      <table className="paper-lines">
        <thead>
          <tr>
            <th>{say("number")}</th>
            <th>{say("person")}</th>
            <th>{say("signed")}</th>
            <th>{say("stands")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => (
            <tr key={person.memberId}>
              <td className="number">{at + 1}</td>
              <td>
                <Person {...person} />
              </td>
              <td>
                <Checkbox
                  aria-label={`${person.name} ${say("signed")}`}
                  checked={isPresent(person) || ticked.has(person.memberId)}
                  disabled={isPresent(person)}
                  onChange={({ target }) => tick(person.memberId, target.checked)}
                />
              </td>
              <td className="quiet">{person.stands && say(`stands.${person.stands.state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface OthersProps {
  absent: boolean;
  setAbsent: (absent: boolean) => void;
  why: string;
  setWhy: (why: string) => void;
}

function Others({ absent, setAbsent, why, setWhy }: OthersProps) {
  const say = useWords(paperSheetWords);
  return (
    <>
      <p>{say("others")}</p>
      <Radio.Group
        aria-label={say("others")}
        value={absent}
        onChange={({ target }) => setAbsent(target.value as boolean)}
        options={[
          { value: false, label: say("others.leave") },
          { value: true, label: say("others.absent") },
        ]}
      />
      {absent && (
        <Field label={say("others.why")}>
          {(id) => <Input id={id} maxLength={1000} value={why} onChange={({ target }) => setWhy(target.value)} />}
        </Field>
      )}
    </>
  );
}
