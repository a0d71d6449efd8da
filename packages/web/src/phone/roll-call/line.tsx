import type { RollPerson } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import type { Entry } from "./queue.ts";
import { rollCallWords } from "./roll-call.words.ts";
import type { RollCall } from "./use-roll-call.ts";

type Said = "present" | "absent" | "excused";

export const saidOf = ({ state, excused }: Pick<Entry, "state" | "excused">): Said =>
  state === "present" ? "present" : excused ? "excused" : "absent";

const OFFERED: readonly Said[] = ["present", "absent", "excused"];

const entryFor = (said: Said, why: string) =>
  said === "present"
    ? ({ state: "present" } as const)
    : ({ state: "absent", excused: said === "excused", why } as const);

/** One person: what stands, and the three things that a leader may say. */
export function Line({ person, rollCall }: { person: RollPerson; rollCall: RollCall }) {
  const say = useWords(rollCallWords);
  const when = useWhen();
  const { memberId, name, stands, employeeNumber, mobile, placed, mayBeAbsent, sharedDevice, cannot } = person;
  const entry = rollCall.kept.entries.find((one) => one.memberId === memberId);
  const now = entry ? saidOf(entry) : stands && saidOf({ state: stands.state, excused: stands.excused ?? false });
  const mayCall = rollCall.kept.roll?.mayCall ?? false;
  return (
    <div className="item stack">
      <div className="row top-aligned">
        <p className="strong grow">{name}</p>
        <p className="quiet fixed">{employeeNumber ?? mobile}</p>
      </div>
      {cannot && <p className="late-text">{say("cannot", { note: cannot })}</p>}
      {!placed && <p className="quiet">{say("unplaced")}</p>}
      {stands && !entry && (
        <p className="quiet">
          {say("stands", { source: stands.sourceText, name: stands.byName, when: when.instant(stands.at) })}
        </p>
      )}
      {entry && <p className="quiet">{say("kept", { said: say(saidOf(entry)) })}</p>}
      {sharedDevice && <p className="late-text">{say("shared")}</p>}
      <fieldset className="segments" aria-label={name}>
        {OFFERED.map((said) => (
          <button
            type="button"
            key={said}
            aria-pressed={now === said}
            disabled={said !== "present" && (!mayCall || !mayBeAbsent)}
            onClick={() => void rollCall.say({ memberId, ...entryFor(said, say(said)) })}
          >
            {say(said)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
