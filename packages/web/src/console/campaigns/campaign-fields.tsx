import { Input } from "antd";
import { campaignWords } from "../../shared/campaigns/campaigns.words.ts";
import { useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";

export interface Said {
  name: string;
  from: string | undefined;
  to: string | undefined;
  summary: string;
}

export const isSaid = ({ name, from, to }: Said): boolean =>
  name.trim().length >= 2 && from !== undefined && to !== undefined;

const MOST = { name: 80, summary: 2000 };

/** What is said of a campaign. */
export function CampaignFields({ said, set }: { said: Said; set: (more: Partial<Said>) => void }) {
  const say = useWords(campaignWords);
  return (
    <>
      <Field label={say("name")}>
        {(id) => (
          <Input
            id={id}
            maxLength={MOST.name}
            value={said.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      <Field label={say("from")}>
        {(id) => <DayField id={id} value={said.from} onChange={(from) => set({ from })} />}
      </Field>
      <Field label={say("to")}>{(id) => <DayField id={id} value={said.to} onChange={(to) => set({ to })} />}</Field>
      <Field label={say("summary")} hint={say("summary.hint")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={MOST.summary}
            value={said.summary}
            onChange={({ target }) => set({ summary: target.value })}
          />
        )}
      </Field>
    </>
  );
}
