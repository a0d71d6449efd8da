import { Alert, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { ChannelState } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";

/** By what messages go out, each with a test that says how it went. */
export function Channels() {
  const say = useWords(settingsWords);
  const channels = useReading("GET /settings/channels");
  return (
    <>
      <p className="quiet">{say("channels.what")}</p>
      <Loaded of={channels}>{({ items }) => items.map((one) => <One key={one.channel} state={one} />)}</Loaded>
      <p>
        {say("channel.messages")} <PageLink to="/messages">{say("channel.messages.link")}</PageLink>
      </p>
    </>
  );
}

function One({ state: { channel, configured, provider, detail } }: { state: ChannelState }) {
  const say = useWords(settingsWords);
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string }>();
  const textOf = ({ ok, detail: why = "–" }: { ok: boolean; detail?: string | undefined }) =>
    ok ? say("channel.tested") : say("channel.untested", { detail: why });
  return (
    <section className="settings-card">
      <h3>
        {say(`channel.${channel}`)}{" "}
        <Tag color={configured ? "success" : "warning"}>{say(configured ? "channel.on" : "channel.off")}</Tag>
      </h3>
      {provider && <p>{provider}</p>}
      {detail && <p className="quiet">{detail}</p>}
      {configured && (
        <ActButton
          act={() => call("POST /settings/channels/{channel}/test", { path: { channel } })}
          done={textOf}
          onDone={(answer) => setOutcome({ ok: answer.ok, text: textOf(answer) })}
        >
          {say("channel.test")}
        </ActButton>
      )}
      {outcome && <Alert role="status" type={outcome.ok ? "success" : "warning"} title={outcome.text} />}
    </section>
  );
}
