import { Alert } from "antd";
import { call } from "../../shared/api/call.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { knownIn } from "../ui/people.ts";
import type { Run } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";
import { pathOf } from "./use-year.ts";

/** What the committee has to know about a run: points that came late, open activities, names that cannot be printed. */
export function Notes({ run, mayDecide }: { run: Run; mayDecide: boolean }) {
  const say = useWords(awardsWords);
  const open = run.manifest?.open.length ?? 0;
  const notice = run.notices.published ?? run.notices.proposed;
  return (
    <div className="award-notes">
      <Stale run={run} mayDecide={mayDecide} />
      {open > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say("open.title", { count: String(open) })}
          description={say("open.detail")}
        />
      )}
      <Unprintable run={run} mayDecide={mayDecide} />
      {notice?.status === "refused" && (
        <Alert type="warning" showIcon title={say("notice.board.refused", { code: notice.code ?? "" })} />
      )}
      {notice && notice.status !== "refused" && <p className="quiet">{say(`notice.board.${notice.status}`)}</p>}
    </div>
  );
}

/** Points came after the freeze: said, and decided by going on or withdrawing. */
function Stale({ run, mayDecide }: { run: Run; mayDecide: boolean }) {
  const say = useWords(awardsWords);
  const who = knownIn(run.people)(run.kept?.by ?? "")?.name ?? "–";
  if (!run.unanswered)
    return run.kept ? <Alert type="info" showIcon title={say("stale.kept", { who, reason: run.kept.reason })} /> : null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say("stale.title", { year: String(run.year) })}
      description={say("stale.detail")}
      action={
        mayDecide && (
          <ActButton
            ask={say("stale.keep.ask")}
            reason="needed"
            act={(reason) =>
              call("POST /awards/{year}/runs/{run}/continuation", { path: pathOf(run), body: { reason } })
            }
            done={say("stale.keep.done")}
          >
            {say("stale.keep")}
          </ActButton>
        )
      }
    />
  );
}

function Unprintable({ run, mayDecide }: { run: Run; mayDecide: boolean }) {
  const say = useWords(awardsWords);
  const { parts } = useMarks();
  const { unprintable = [] } = run;
  if (unprintable.length === 0) return null;
  const names = unprintable.map(({ name, characters }) =>
    say("unprintable.one", { name, characters: characters.join("") }),
  );
  return (
    <Alert
      type="warning"
      showIcon
      title={say("unprintable.title")}
      description={
        <>
          <p>{parts(names)}</p>
          <p>{say("unprintable.detail")}</p>
        </>
      }
      action={
        mayDecide &&
        run.status === "done" && (
          <ActButton
            act={() => call("POST /awards/{year}/runs/{run}/certificates", { path: pathOf(run) })}
            done={({ certificates = [] }) => say("unprintable.issued", { count: String(certificates.length) })}
          >
            {say("unprintable.issue")}
          </ActButton>
        )
      }
    />
  );
}
