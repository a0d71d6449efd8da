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
      <InsuranceItems draft={draft} set={set} />
      <ContactItems draft={draft} set={set} />
    </section>
  );
}

type Part = Pick<Form, "draft" | "set">;

const KINDS = ["company", "own", "none"] as const;

/** Who insures the volunteers: recruitment states it. */
function InsuranceItems({ draft: { insurance }, set }: Part) {
  const say = useWords(newWords);
  const word = useDomainWords();
  return (
    <>
      <Item path="insurance" label={say("insurance")} hint={say("insurance.hint")}>
        {(control) => (
          <Select
            {...control}
            placeholder={say("choose")}
            value={insurance?.kind ?? null}
            onChange={(kind: (typeof KINDS)[number]) => set({ insurance: { ...insurance, kind } })}
            options={KINDS.map((kind) => ({ value: kind, label: word(`activity.insurance.${kind}`) }))}
          />
        )}
      </Item>
      {insurance && (
        <Item path="insurance.text" label={say("insurance.text")}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={insurance.text ?? ""}
              onChange={({ target: { value } }) =>
                set({ insurance: { kind: insurance.kind, ...(value ? { text: value } : {}) } })
              }
            />
          )}
        </Item>
      )}
    </>
  );
}

function ContactItems({ draft, set }: Part) {
  const say = useWords(newWords);
  return (
    <div className="pair">
      <Item path="contact.name" label={say("contact.name")} hint={say("contact.hint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={draft.contactName}
            onChange={({ target }) => set({ contactName: target.value })}
          />
        )}
      </Item>
      <Item path="contact.phone" label={say("contact.phone")}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={draft.contactPhone}
            onChange={({ target }) => set({ contactPhone: target.value })}
          />
        )}
      </Item>
    </div>
  );
}
