import { Input, Radio, Select } from "antd";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { choices, type Form } from "./form.ts";
import { Item, PartSaid } from "./item.tsx";
import { newWords } from "./new.words.ts";

/** Who organizes it, what it is and where. */
export function WhatPart({ draft, set, teams, origins, ownTeams }: Form) {
  const say = useWords(newWords);
  const word = useDomainWords();
  return (
    <section className="form-part" aria-labelledby="part-what">
      <h2 id="part-what">{say("part.what")}</h2>
      {origins.length > 1 && (
        <Item path="origin" label={say("origin")} hint={say("origin.hint")}>
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label={say("origin")}
              value={draft.origin}
              onChange={({ target }) => set({ origin: target.value })}
              options={origins.map((value) => ({ value, label: word(`activity.origin.${value}`) }))}
            />
          )}
        </Item>
      )}
      {origins.length < 2 && <PartSaid path="origin" />}
      {draft.origin === "team" && (
        <Item path="teamId" label={say("team")} needed>
          {(control) => (
            <Select
              {...control}
              placeholder={say("choose")}
              value={draft.teamId ?? null}
              onChange={(teamId: string) => set({ teamId })}
              options={choices(teams).filter(({ value }) => ownTeams === "all" || ownTeams.includes(value))}
            />
          )}
        </Item>
      )}
      <Item path="title" label={say("name")} needed>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            value={draft.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Item>
      <Item path="description" label={say("description")} hint={say("description.hint")} needed>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            maxLength={4000}
            value={draft.description}
            onChange={({ target }) => set({ description: target.value })}
          />
        )}
      </Item>
      <Item path="place" label={say("place")} needed>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={draft.place}
            onChange={({ target }) => set({ place: target.value })}
          />
        )}
      </Item>
      <Item path="risks" label={say("risks")} hint={say("risks.hint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={1000}
            value={draft.risks}
            onChange={({ target }) => set({ risks: target.value })}
          />
        )}
      </Item>
    </section>
  );
}
