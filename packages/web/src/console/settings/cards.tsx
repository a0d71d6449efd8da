import { App, Button, Input, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { CardApp } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";

/** The office apps in which requests may be answered by two buttons, and what has to be entered at each. */
export function Cards() {
  const say = useWords(settingsWords);
  const cards = useReading("GET /settings/cards", {}, { live: false });
  return (
    <>
      <p className="quiet">{say("cards.what")}</p>
      <Loaded of={cards}>{({ items }) => items.map((one) => <One key={one.provider} app={one} />)}</Loaded>
    </>
  );
}

function One({ app: { provider, name, configured, callback, settings } }: { app: CardApp }) {
  const say = useWords(settingsWords);
  const { list, colon } = useMarks();
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(callback).then(
      () => void message.success(say("token.copied")),
      () => undefined,
    );
  return (
    <section className="settings-card">
      <h2>
        {name} <Tag color={configured ? "success" : "default"}>{say(configured ? "cards.on" : "cards.off")}</Tag>
      </h2>
      <p className="quiet">
        {colon(
          say("channel.settings"),
          list(settings.map((one) => `${one.name} ${say(one.set ? "channel.set" : "channel.unset")}`)),
        )}
      </p>
      <p className="quiet">{say(provider === "dingtalk" ? "cards.registered" : "cards.enter")}</p>
      {provider !== "dingtalk" && (
        <>
          <Field label={say("sign-in.callback")}>{(id) => <Input id={id} readOnly value={callback} />}</Field>
          <Button onClick={() => void copy()}>{say("sign-in.copy", { way: name })}</Button>
        </>
      )}
    </section>
  );
}
