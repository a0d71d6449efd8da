import { LANGUAGES } from "@yigong/core/language/catalogue.ts";
import { App, Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Field } from "../ui/field.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { messageSettingWords } from "./message-setting.words.ts";
import type { TemplateView } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";

/** Other words for a kind of message, in both languages, seen before they are saved. */
export function TemplateForm({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const say = useWords(messageSettingWords);
  const named = useWords(settingsWords);
  const { message } = App.useApp();
  const { kind, version, isChanged } = template;
  const [texts, setTexts] = useState(template.texts);
  const path = { kind };
  const look = useAct(() => call("POST /settings/templates/{kind}/preview", { path, body: { texts } }));
  const saved = (text: "template.saved" | "template.isReset") => () => {
    void message.success(say(text));
    onClose();
  };
  const save = useAct(() => call("PUT /settings/templates/{kind}", { path, body: { version, texts } }), {
    done: saved("template.saved"),
  });
  const reset = useAct(() => call("DELETE /settings/templates/{kind}", { path }), { done: saved("template.isReset") });
  const write = (language: (typeof LANGUAGES)[number], part: "subject" | "body", text: string) => {
    setTexts({ ...texts, [language]: { ...texts[language], [part]: text } });
    look.reset();
  };
  const error = save.error ?? look.error ?? reset.error;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="settings-two">
        {LANGUAGES.map((language) => (
          <fieldset key={language} className="settings-words">
            <legend>{named(`language.${language}`)}</legend>
            <Field label={say("template.subject")}>
              {(id) => (
                <Input
                  id={id}
                  lang={language}
                  maxLength={120}
                  value={texts[language].subject}
                  onChange={({ target }) => write(language, "subject", target.value)}
                />
              )}
            </Field>
            <Field label={say("template.body")}>
              {(id) => (
                <Input.TextArea
                  id={id}
                  lang={language}
                  rows={5}
                  maxLength={1000}
                  value={texts[language].body}
                  onChange={({ target }) => write(language, "body", target.value)}
                />
              )}
            </Field>
            {look.data && (
              <section className="settings-card" lang={language}>
                <p>
                  <strong>{look.data.texts[language].subject}</strong>
                </p>
                <p className="pre">{look.data.texts[language].body}</p>
              </section>
            )}
          </fieldset>
        ))}
      </div>
      {error && <Trouble error={error} />}
      <div className="list-tools">
        <Button loading={look.isPending} onClick={() => look.mutate()}>
          {say("template.look")}
        </Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say("template.save")}
        </Button>
        {isChanged && (
          <Popconfirm title={say("template.reset.ask")} onConfirm={() => reset.mutate()}>
            <Button loading={reset.isPending}>{say("template.reset")}</Button>
          </Popconfirm>
        )}
        <Button type="text" onClick={onClose}>
          {say("template.leave")}
        </Button>
      </div>
    </form>
  );
}
