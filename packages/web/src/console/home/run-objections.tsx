import { call } from "../../shared/api/call.ts";
import type { AwardObjection } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { decisionWords } from "../../shared/decisions.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { homeWords } from "./home.words.ts";

/** The objections to a year's result that are still open, each decided where it stands. */
export function RunObjections({ ids: [year = "", run = ""] }: { ids: readonly string[] }) {
  const objections = useReading("GET /awards/{year}/runs/{run}/objections", {
    path: { year, run },
    query: { limit: 200 },
  });
  const me = useMe();
  return (
    <Loaded of={objections}>
      {({ items }) => (
        <ul className="tasks">
          {items
            .filter(({ status, by }) => status === "open" && by !== me?.id)
            .map((one) => (
              <OneObjection key={one.id} one={one} />
            ))}
        </ul>
      )}
    </Loaded>
  );
}

function OneObjection({ one: { id, year, run, at, text } }: { one: AwardObjection }) {
  const say = useWords(homeWords);
  const called = useWords(decisionWords);
  const when = useWhen();
  const decide = (upheld: boolean) => (reason: string) =>
    call("POST /awards/{year}/runs/{run}/objections/{id}/decision", {
      path: { year: String(year), run: String(run), id },
      body: { upheld, reason },
    });
  return (
    <li className="task">
      <p className="pre">{text}</p>
      <p className="quiet">{when.instant(at)}</p>
      <fieldset className="task-acts" aria-label={text}>
        <ActButton
          reason="needed"
          ask={say("runObjection.warn")}
          act={decide(true)}
          done={say("decided", { verdict: called("awardObjection.yes") })}
        >
          {called("awardObjection.yes")}
        </ActButton>
        <ActButton reason="needed" act={decide(false)} done={say("decided", { verdict: called("awardObjection.no") })}>
          {called("awardObjection.no")}
        </ActButton>
      </fieldset>
    </li>
  );
}
