import { useWords } from "../../shared/words.ts";
import { Button, Note } from "../ui/parts.tsx";
import { saidOf } from "./line.tsx";
import type { Kept } from "./queue.ts";
import { rollCallWords } from "./roll-call.words.ts";
import type { RollCall } from "./use-roll-call.ts";

/** What the server did not take as it was said: shown with what stands there, until the leader has settled it. */
export function Unsettled({ rollCall }: { rollCall: RollCall }) {
  const say = useWords(rollCallWords);
  const all = Object.values(rollCall.kept.unsettled);
  if (all.length === 0) return null;
  return (
    <>
      <p className="strong late-text" role="alert">
        {say("unsettled", { count: String(all.length) })}
      </p>
      {all.map((one) => (
        <One key={one.memberId} one={one} rollCall={rollCall} />
      ))}
    </>
  );
}

function One({ one, rollCall }: { one: Kept["unsettled"][string]; rollCall: RollCall }) {
  const say = useWords(rollCallWords);
  const { memberId, outcome, outcomeText, stands, refusal, entry } = one;
  const name = rollCall.kept.roll?.people.find((person) => person.memberId === memberId)?.name ?? "";
  const { key: _key, occurredAt: _at, seen: _seen, ...said } = entry;
  return (
    <Note tone={outcome === "needsSecondPerson" ? "soon" : "late"}>
      <p className="strong">
        <span className="name">{name}</span> · {outcomeText}
      </p>
      {refusal && <p>{refusal.detail}</p>}
      <p>{say("yours", { said: say(saidOf(entry)) })}</p>
      <p>
        {stands
          ? say(`stands.${stands.state}`, { source: stands.sourceText, name: stands.byName })
          : say("stands.none")}
      </p>
      {outcome === "contradicts" && stands ? (
        <div className="pair">
          <Button kind="plain" onClick={() => void rollCall.leave(memberId)}>
            {say("takeTheirs")}
          </Button>
          <Button kind="plain" onClick={() => void rollCall.say({ ...said, seen: stands.version })}>
            {say("takeMine")}
          </Button>
        </div>
      ) : (
        <Button kind="plain" onClick={() => void rollCall.leave(memberId)}>
          {say("understood")}
        </Button>
      )}
    </Note>
  );
}
