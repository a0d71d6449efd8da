import { App, Input, InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import type { ChangedSeries, Series } from "./series.routes.ts";
import { seriesWords } from "./series.words.ts";

/** Begins with what was read; another organizer's change is refused by its version, and this form opens anew. */
type Draft = Pick<Series, "content" | "sessions" | "until">;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Changes all visits that follow, and says which of those made stay as they were. */
export function ChangeSeries({ series }: { series: Series }) {
  const say = useWords(seriesWords);
  const tell = useTold();
  const { id, version, content, sessions, until } = series;
  const [draft, setDraft] = useState<Draft>({ content, sessions, until });
  const patch = {
    ...(same(draft.content, content) ? {} : { content: draft.content }),
    ...(same(draft.sessions, sessions) ? {} : { sessions: draft.sessions }),
    ...(draft.until === until ? {} : { until: draft.until }),
  };
  return (
    <ActButton
      type="primary"
      ask={say("change.ask")}
      fields={<Fields draft={draft} set={(more) => setDraft((before) => ({ ...before, ...more }))} />}
      ready={Object.keys(patch).length > 0}
      act={() => call("PATCH /series/{id}", { path: { id }, body: { ...patch, version } })}
      done={({ followed }) => say("change.done", { followed: String(followed.length) })}
      onDone={tell}
    >
      {say("change")}
    </ActButton>
  );
}

function useTold() {
  const say = useWords(seriesWords);
  const when = useWhen();
  const { modal } = App.useApp();
  return ({ stayed }: ChangedSeries) => {
    if (stayed.length === 0) return;
    const lines = stayed.map(({ day, why }) => <li key={day}>{say(`stayed.${why}`, { day: when.date(day) })}</li>);
    void modal.info({ title: say("change.stayed"), content: <ul>{lines}</ul> });
  };
}

function Fields({ draft, set }: { draft: Draft; set: (more: Partial<Draft>) => void }) {
  const say = useWords(seriesWords);
  const { content, sessions, until } = draft;
  const setContent = (more: Partial<Draft["content"]>) => set({ content: { ...content, ...more } });
  const setSession = (at: number, more: Partial<Draft["sessions"][number]>) =>
    set({ sessions: sessions.map((one, index) => (index === at ? { ...one, ...more } : one)) });
  return (
    <>
      <Field label={say("change.title")}>
        {(id) => (
          <Input
            id={id}
            maxLength={120}
            value={content.title}
            onChange={({ target }) => setContent({ title: target.value })}
          />
        )}
      </Field>
      <Field label={say("change.place")}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={content.place}
            onChange={({ target }) => setContent({ place: target.value })}
          />
        )}
      </Field>
      {sessions.map((session, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sessions have no ids, and none is added or taken away here
        <div key={at} className="item-pair">
          <Field label={say("change.startTime", { number: String(at + 1) })}>
            {(id) => (
              <Input
                id={id}
                type="time"
                value={session.startTime}
                onChange={({ target }) => setSession(at, { startTime: target.value })}
              />
            )}
          </Field>
          <Field label={say("change.minutes", { number: String(at + 1) })}>
            {(id) => (
              <InputNumber
                id={id}
                min={15}
                max={1440}
                precision={0}
                value={session.minutes}
                onChange={(minutes) => setSession(at, { minutes: minutes ?? session.minutes })}
              />
            )}
          </Field>
        </div>
      ))}
      <Field label={say("change.until")}>
        {(id) => <DayField id={id} value={until} onChange={(day) => set({ until: day ?? until })} />}
      </Field>
    </>
  );
}
