import { App, Switch } from "antd";
import { useId } from "react";
import { call } from "../../shared/api/call.ts";
import type { Settings } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import "./settings.routes.ts";
import { messageSettingWords } from "./message-setting.words.ts";

/** Whether messages keep quiet hours, the measure of a day and the digest. */
export function QuietHours() {
  const settings = useReading("GET /organization", {}, { live: false });
  return <Loaded of={settings}>{(opened) => <Shown settings={opened} />}</Loaded>;
}

function Shown({ settings: { version, quietHours = false } }: { settings: Settings }) {
  const say = useWords(messageSettingWords);
  const { message } = App.useApp();
  const id = useId();
  const act = useAct(
    (quiet: boolean) => call("PATCH /organization", { version, body: { version, quietHours: quiet } }),
    { done: (after) => void message.success(say(after.quietHours ? "quiet.done.on" : "quiet.done.off")) },
  );
  return (
    <section className="settings-card">
      <h2>
        <label htmlFor={id}>{say("quiet")}</label>{" "}
        <Switch id={id} checked={quietHours} loading={act.isPending} onChange={(on) => act.mutate(on)} />
      </h2>
      <p className="quiet">{say("quiet.what")}</p>
      {act.error && <Trouble error={act.error} />}
    </section>
  );
}
