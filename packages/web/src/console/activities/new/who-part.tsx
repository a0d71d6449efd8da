import { Input, Radio, Select } from "antd";
import { useWords } from "../../../shared/words.ts";
import { choices, type Form } from "./form.ts";
import { Item, PartSaid } from "./item.tsx";
import { newWords } from "./new.words.ts";

/** Whom the announcement reaches, and whether somebody definite is served. */
export function WhoPart({ draft, set, branches, teams }: Form) {
  const say = useWords(newWords);
  return (
    <section className="form-part" aria-labelledby="part-who">
      <h2 id="part-who">{say("part.who")}</h2>
      <Radio.Group
        aria-label={say("audience")}
        value={draft.asks}
        onChange={({ target }) => set({ asks: target.value })}
        options={[
          { value: "all", label: say("audience.all") },
          { value: "units", label: say("audience.units") },
        ]}
      />
      {draft.asks === "units" && (
        <div className="item-pair">
          <Units
            path="audience.branchIds"
            label={say("branches")}
            ids={draft.branchIds}
            from={choices(branches)}
            onChange={(branchIds) => set({ branchIds })}
          />
          <Units
            path="audience.teamIds"
            label={say("teams")}
            ids={draft.teamIds}
            from={choices(teams)}
            onChange={(teamIds) => set({ teamIds })}
          />
        </div>
      )}
      <PartSaid path="audience" />
      <Served draft={draft} set={set} />
    </section>
  );
}

function Served({ draft, set }: Pick<Form, "draft" | "set">) {
  const say = useWords(newWords);
  return (
    <>
      <h3>{say("served")}</h3>
      <Radio.Group
        aria-label={say("served")}
        className="radios"
        value={draft.served}
        onChange={({ target }) => set({ served: target.value })}
        options={[
          { value: "none", label: say("served.none") },
          { value: "definite", label: say("served.definite") },
        ]}
      />
      {draft.served === "definite" ? (
        <Item path="servedParty.description" label={say("served.description")} needed>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.servedDescription}
              onChange={({ target }) => set({ servedDescription: target.value })}
            />
          )}
        </Item>
      ) : (
        <Item path="servedParty.reason" label={say("served.reason")}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={draft.servedReason}
              onChange={({ target }) => set({ servedReason: target.value })}
            />
          )}
        </Item>
      )}
    </>
  );
}

interface UnitsProps {
  path: string;
  label: string;
  ids: string[];
  from: { value: string; label: string }[];
  onChange: (ids: string[]) => void;
}

/** Some units of a kind. */
export function Units({ path, label, ids, from, onChange }: UnitsProps) {
  const say = useWords(newWords);
  return (
    <Item path={path} label={label}>
      {(control) => (
        <Select
          {...control}
          mode="multiple"
          optionFilterProp="label"
          placeholder={say("choose")}
          value={ids}
          onChange={onChange}
          options={from}
        />
      )}
    </Item>
  );
}
