import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { knownIn } from "../ui/people.ts";
import type { Run, AwardYear as Year } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";

const STAGES = ["Freeze", "Compute", "Committee", "Notice", "Publish"] as const;

/** 冻结 计算 委员会 公示 发布, with when each was reached. */
export function Line({ run }: { run: Run | undefined }) {
  const word = useDomainWords();
  const when = useWhen();
  const stages = run?.line ?? STAGES.map((stage) => ({ stage, state: "ahead" as const, at: undefined }));
  return (
    <ol className="award-line">
      {stages.map(({ stage, state, at }) => (
        <li key={stage} className={state} aria-current={state === "current" ? "step" : undefined}>
          <span className="award-stage">{word(`award.stage.${stage}`)}</span>
          <span className="quiet">{at ? when.instant(at) : "\u00a0"}</span>
        </li>
      ))}
    </ol>
  );
}

/** What happens next, and by whom: nobody has to wonder whether the system waits for them. */
export function NextStep({ year, run }: { year: Year; run: Run | undefined }) {
  const say = useWords(awardsWords);
  const text = useNext(year, run);
  return (
    <div role="status">
      <p className="award-next">{text}</p>
      {run && <Began run={run} say={say} />}
    </div>
  );
}

function Began({ run, say }: { run: Run; say: ReturnType<typeof useWords<(typeof awardsWords)["zh-CN"]>> }) {
  const when = useWhen();
  const who = knownIn(run.people)(run.cause.by)?.name ?? "–";
  const cause = run.cause.kind === "requested" ? say("cause.requested", { who }) : say(`cause.${run.cause.kind}`);
  return (
    <p className="quiet">
      {say("run.nth", { run: String(run.run) })} · {say("run.began", { when: when.instant(run.startedAt) })} · {cause}
      {run.cause.reason && `：${run.cause.reason}`}
    </p>
  );
}

function useNext({ year }: Year, run: Run | undefined): string {
  const say = useWords(awardsWords);
  const when = useWhen();
  if (!run) return say("next.none", { year: String(year) });
  const nameOf = (id: string) => knownIn(run.people)(id)?.name ?? "–";
  const until = run.noticeUntil ? when.instant(run.noticeUntil) : "";
  switch (run.status) {
    case "freezing":
      return say("next.freezing", { year: String(year) });
    case "computing":
      return say("next.computing", { people: String(run.manifest?.people ?? "") });
    case "deciding":
      return run.proposal
        ? say("next.second", { who: nameOf(run.proposal.by), when: when.instant(run.proposal.at) })
        : say("next.first");
    case "noticed":
      return run.objections?.open
        ? say("next.noticed.open", { until, open: String(run.objections.open) })
        : say("next.noticed", { until });
    case "publishing":
      return say("next.publishing");
    case "done":
      return say("next.done", {
        when: run.publishedAt ? when.instant(run.publishedAt) : "",
        count: String(run.certificates?.length ?? 0),
      });
    case "withdrawn":
      return say("next.withdrawn", { who: nameOf(run.withdrawal?.by ?? ""), reason: run.withdrawal?.reason ?? "" });
  }
}
