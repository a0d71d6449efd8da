import { App, Button, Input, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { SignInWay } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";

/** By what people sign in, and what has to be entered at each provider. */
export function SignIn() {
  const say = useWords(settingsWords);
  const ways = useReading("GET /settings/sign-in", {}, { live: false });
  return (
    <>
      <p className="quiet">{say("sign-in.what")}</p>
      <Loaded of={ways}>{({ items }) => items.map((one) => <One key={one.way} way={one} />)}</Loaded>
    </>
  );
}

function One({ way: { name, configured, callback, settings } }: { way: SignInWay }) {
  const say = useWords(settingsWords);
  const { list } = useMarks();
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(callback ?? "").then(
      () => void message.success(say("token.copied")),
      () => undefined,
    );
  return (
    <section className="settings-card">
      <h2>
        {name} <Tag color={configured ? "success" : "default"}>{say(configured ? "sign-in.on" : "sign-in.off")}</Tag>
      </h2>
      <p className="quiet">{say("sign-in.settings", { names: list(settings) })}</p>
      {callback && (
        <>
          <Field label={say("sign-in.callback")}>{(id) => <Input id={id} readOnly value={callback} />}</Field>
          <Button onClick={() => void copy()}>{say("sign-in.copy", { way: name })}</Button>
        </>
      )}
    </section>
  );
}
