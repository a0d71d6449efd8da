import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import type { Run, AwardYear as Year } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";
import { isWhole, ReplaceFields, type Replacement, replacedIn } from "./replace-fields.tsx";
import { pathOf, useThisYear } from "./use-year.ts";

/** The one thing that the committee does now; nothing while the system or the week of notice goes on. */
export function PrimaryAct({ year, run }: { year: Year; run: Run | undefined }) {
  const now = useThisYear();
  if (run?.status === "deciding") return <Confirm key={run.proposal?.at ?? ""} run={run} />;
  if (year.year >= now) return null;
  if (!run || run.status === "done" || run.status === "withdrawn")
    return <Begin year={year.year} again={run !== undefined} />;
  return null;
}

function Begin({ year, again }: { year: number; again: boolean }) {
  const say = useWords(awardsWords);
  return (
    <ActButton
      type={again ? "default" : "primary"}
      ask={say("begin.ask", { year: String(year) })}
      reason="needed"
      act={(reason) => call("POST /awards/{year}/runs", { path: { year: String(year) }, body: { reason } })}
      done={({ run }) => say("begin.done", { year: String(year), run: String(run) })}
    >
      {say(again ? "begin.again" : "begin.do", { year: String(year) })}
    </ActButton>
  );
}

/** Confirms the five as first person, or as second in the same words. */
function Confirm({ run }: { run: Run }) {
  const say = useWords(awardsWords);
  const when = useWhen();
  const me = useMe();
  const [replacements, setReplacements] = useState<readonly Replacement[]>(() =>
    replacedIn(run.proposal?.honours ?? []),
  );
  const isOwn = run.proposal !== undefined && run.proposal.by === me?.id;
  const hindrance = run.unanswered ? say("confirm.stale") : isOwn ? say("confirm.own") : undefined;
  return (
    <>
      {hindrance && <span className="quiet">{hindrance}</span>}
      <ActButton
        type="primary"
        disabled={hindrance !== undefined}
        ask={say(run.proposal ? "confirm.ask.second" : "confirm.ask")}
        fields={<ReplaceFields run={run} value={replacements} onChange={setReplacements} />}
        ready={replacements.every(isWhole)}
        act={() => call("POST /awards/{year}/runs/{run}/confirmation", { path: pathOf(run), body: { replacements } })}
        done={({ status, noticeUntil }) =>
          status === "deciding"
            ? say("confirm.done.first")
            : say("confirm.done.second", { until: noticeUntil ? when.instant(noticeUntil) : "" })
        }
      >
        {say(run.proposal ? "confirm.second" : "confirm.first")}
      </ActButton>
    </>
  );
}

/** Takes a run back that waits for the committee or for objections. */
export function Withdraw({ run }: { run: Run }) {
  const say = useWords(awardsWords);
  if (run.status !== "deciding" && run.status !== "noticed") return null;
  return (
    <ActButton
      danger
      ask={say("withdraw.ask")}
      reason="needed"
      act={(reason) => call("POST /awards/{year}/runs/{run}/withdrawal", { path: pathOf(run), body: { reason } })}
      done={say("withdraw.done", { run: String(run.run) })}
    >
      {say("withdraw.do")}
    </ActButton>
  );
}
