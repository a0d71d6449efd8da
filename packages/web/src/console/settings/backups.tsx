import { Alert, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Loaded } from "../ui/trouble.tsx";
import { backupsWords } from "./backups.words.ts";
import type { BackupsState } from "./settings.routes.ts";

/** Whether the data are copied, and what to do when they are not. */
export function Backups() {
  const say = useWords(backupsWords);
  const backups = useReading("GET /settings/backups");
  return (
    <>
      <p className="quiet">{say("what")}</p>
      <Loaded of={backups}>
        {(state) => (state.kept === "machine" ? <OfMachine state={state} /> : <Elsewhere />)}
      </Loaded>
    </>
  );
}

function Elsewhere() {
  const say = useWords(backupsWords);
  return <Alert type="info" title={say("none")} description={say("none.how")} />;
}

function OfMachine({ state }: { state: BackupsState }) {
  const say = useWords(backupsWords);
  const when = useWhen();
  const { directory = "", copies = 0, lastAt, lastFailedAt, lastFault, isUnderWay, isOverdue } = state;
  const isBad = Boolean(isOverdue || lastFailedAt);
  return (
    <section className="settings-card">
      <h2>
        {lastAt ? say("last", { when: when.instant(lastAt) }) : say("last.none")}{" "}
        <Tag color={isBad ? "error" : "success"}>{say(isBad ? "bad" : "good")}</Tag>
        {isUnderWay && <Tag color="success">{say("underWay")}</Tag>}
      </h2>
      {isOverdue && <Alert role="alert" type="error" title={say("overdue")} description={say("overdue.how")} />}
      {lastFailedAt && (
        <Alert
          role="alert"
          type="error"
          title={say("failed", { when: when.instant(lastFailedAt), fault: lastFault ?? "–" })}
          description={say(lastFault === "backup.no_space" ? "failed.space" : "failed.how")}
        />
      )}
      <p>{say("copies", { count: String(copies), directory })}</p>
      <p className="quiet">{say("how")}</p>
    </section>
  );
}
