import { useId } from "react";
import { call } from "../../shared/api/call.ts";
import type { Told } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Tick } from "../ui/fields.tsx";
import { Card, Done } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { toldWords } from "./told.words.ts";

const KINDS = ["ask", "urgent", "tell"] as const;
const CHANNELS = ["im", "sms", "mail"] as const;

/** By which channel the reader likes to be told what. */
export function ToldCard() {
  const say = useWords(toldWords);
  const told = useReading("GET /me/preferences", {}, { live: false });
  return (
    <Card>
      <h2>{say("told")}</h2>
      <p className="quiet">{say("told.what")}</p>
      <Loaded of={told}>{(data) => <Shown told={data} />}</Loaded>
    </Card>
  );
}

function Shown({ told: { channels, tellsInDigest } }: { told: Told }) {
  const say = useWords(toldWords);
  const act = useAct((wish: Told) => call("PUT /me/preferences", { body: wish }));
  return (
    <>
      {KINDS.map((kind) => (
        <One
          key={kind}
          kind={kind}
          value={channels[kind]}
          onChange={(channel) => act.mutate({ channels: { ...channels, [kind]: channel }, tellsInDigest })}
        />
      ))}
      <Tick checked={tellsInDigest} onChange={(to) => act.mutate({ channels, tellsInDigest: to })}>
        {say("told.digest")}
      </Tick>
      {act.error && <Trouble error={act.error} />}
      {act.isSuccess && <Done>{say("told.done")}</Done>}
    </>
  );
}

interface OneProps {
  kind: (typeof KINDS)[number];
  value: string | undefined;
  onChange: (channel: (typeof CHANNELS)[number] | undefined) => void;
}

function One({ kind, value, onChange }: OneProps) {
  const say = useWords(toldWords);
  const word = useDomainWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{say(`told.${kind}`)}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={({ currentTarget }) => onChange(CHANNELS.find((one) => one === currentTarget.value))}
      >
        <option value="">{say("told.usual")}</option>
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {word(`channel.${channel}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
