import { LANGUAGES } from "@yigong/core/language/catalogue.ts";
import { Button, Collapse, Input, Tag } from "antd";
import { useState } from "react";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useMarks } from "../../shared/marks.ts";
import { useWords } from "../../shared/words.ts";
import { Loaded } from "../ui/trouble.tsx";
import { messageSettingWords } from "./message-setting.words.ts";
import type { TemplateView } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";
import { TemplateForm } from "./template-form.tsx";

/** What each kind of message says, in both languages side by side. */
export function Templates() {
  const say = useWords(settingsWords);
  const language = useLanguage();
  const [q, setQ] = useState("");
  const templates = useReading("GET /settings/templates", {}, { live: false });
  const asked = q.trim().toLowerCase();
  const fits = ({ kind, texts }: TemplateView) =>
    [kind, ...LANGUAGES.flatMap((one) => [texts[one].subject, texts[one].body])].some((text) =>
      text.toLowerCase().includes(asked),
    );
  return (
    <>
      <p className="quiet">{say("templates.what")}</p>
      <Input.Search
        aria-label={say("templates.find")}
        placeholder={say("templates.find")}
        allowClear
        style={{ maxWidth: 320, marginBottom: 12 }}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      <Loaded of={templates}>
        {({ items }) => {
          const found = items.filter(fits);
          if (found.length === 0) return <p>{say("templates.none")}</p>;
          return (
            <Collapse
              items={found.map((one) => ({
                key: one.kind,
                label: one.texts[language].subject,
                extra: <Marks template={one} />,
                children: <Both template={one} />,
              }))}
            />
          );
        }}
      </Loaded>
    </>
  );
}

function Marks({ template: { kind, manner, isChanged } }: { template: TemplateView }) {
  const say = useWords(messageSettingWords);
  return (
    <>
      {isChanged && <Tag color="success">{say("template.changed")}</Tag>}
      <Tag>{say(`manner.${manner}`)}</Tag>
      <code className="quiet">{kind}</code>
    </>
  );
}

function Both({ template }: { template: TemplateView }) {
  const { texts, holes, canChange } = template;
  const say = useWords(settingsWords);
  const sayToo = useWords(messageSettingWords);
  const { list } = useMarks();
  const [writing, setWriting] = useState(false);
  const fields = holes.length > 0 && (
    <p className="quiet">{say("templates.holes", { names: list(holes.map((name) => `{{${name}}}`)) })}</p>
  );
  if (writing)
    return (
      <>
        {fields}
        <TemplateForm template={template} onClose={() => setWriting(false)} />
      </>
    );
  return (
    <>
      <div className="settings-two">
        {LANGUAGES.map((language) => (
          <article key={language} lang={language}>
            <p className="quiet">{say(`language.${language}`)}</p>
            <p>
              <strong>{texts[language].subject}</strong>
            </p>
            <p className="pre">{texts[language].body}</p>
          </article>
        ))}
      </div>
      {fields}
      {canChange ? (
        <Button onClick={() => setWriting(true)}>{sayToo("template.change")}</Button>
      ) : (
        <p className="quiet">{sayToo("template.fixed")}</p>
      )}
    </>
  );
}
