import { Alert, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { QuietHours } from "./quiet-hours.tsx";
import type { ChannelState } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";

/** By what messages go out, each with a test that says how it went. */
export function Channels() {
  const say = useWords(settingsWords);
  const channels = useReading("GET /settings/channels");
  return (
    <>
      <QuietHours />
      <p className="quiet">{say("channels.what")}</p>
      <Loaded of={channels}>{({ items }) => items.map((one) => <One key={one.channel} state={one} />)}</Loaded>
      <p>
        {say("channel.messages")} <PageLink to="/messages">{say("channel.messages.link")}</PageLink>
      </p>
    </>
  );
}

const OUTCOME = { sent: "success", sending: "info" } as const;
const kindOf = (outcome: string) => (outcome === "sent" || outcome === "sending" ? OUTCOME[outcome] : "warning");

function One({ state }: { state: ChannelState }) {
  const say = useWords(settingsWords);
  const { list, colon } = useMarks();
  const when = useWhen();
  const { channel, name, configured, settings, lastSentAt, lastFailedAt, lastFault, failingSince, lastTest } = state;
  return (
    <section className="settings-card">
      <h2>
        {name} <Tag color={configured ? "success" : "warning"}>{say(configured ? "channel.on" : "channel.off")}</Tag>
      </h2>
      <p className="quiet">
        {colon(
          say("channel.settings"),
          list(settings.map((one) => `${one.name} ${say(one.set ? "channel.set" : "channel.unset")}`)),
        )}
      </p>
      {lastSentAt && <p>{say("channel.lastSent", { when: when.instant(lastSentAt) })}</p>}
      {failingSince && (
        <Alert type="error" showIcon title={say("channel.failing", { when: when.instant(failingSince) })} />
      )}
      {lastFailedAt && (
        <p>{say("channel.lastFailed", { when: when.instant(lastFailedAt), fault: lastFault ?? "–" })}</p>
      )}
      <ActButton
        disabled={!configured}
        act={() => call("POST /settings/channels/{channel}/test", { path: { channel } })}
        done={({ text }) => text}
      >
        {say("channel.test")}
      </ActButton>
      {lastTest && (
        <Alert
          role="status"
          type={kindOf(lastTest.outcome)}
          title={say("channel.lastTest", { when: when.instant(lastTest.at), text: lastTest.text })}
        />
      )}
    </section>
  );
}
