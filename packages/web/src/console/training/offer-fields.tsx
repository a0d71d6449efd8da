import { Input, InputNumber, Select } from "antd";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import { useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import { useUnits } from "../units/use-units.ts";

/** An offer as it is being written. */
export interface OfferDraft {
  title: string;
  organizer: string;
  about: string;
  departmentId: string | undefined;
  places: number | null;
  startsOn: string | undefined;
  endsOn: string | undefined;
  skills: string[];
  postIds: string[];
  renews: string;
  source: string;
  knownFrom: string | undefined;
}

export const EMPTY_OFFER: OfferDraft = {
  ...{ title: "", organizer: "", about: "", departmentId: undefined, places: 1, startsOn: undefined },
  ...{ endsOn: undefined, skills: [], postIds: [], renews: "", source: "", knownFrom: undefined },
};

export const isWholeOffer = (draft: OfferDraft): boolean => {
  const { title, organizer, about, source, departmentId, places, startsOn, endsOn, knownFrom } = draft;
  const isSaid = [title, organizer, about].every((text) => text.trim().length >= 2) && source.trim().length >= 4;
  return (
    isSaid && [departmentId, places, startsOn, endsOn, knownFrom].every((one) => one !== undefined && one !== null)
  );
};

/** What is sent of what was typed. */
export const bodyOf = ({ skills, postIds, renews, source, knownFrom, ...draft }: OfferDraft) => ({
  ...draft,
  requires: { skills, postIds },
  ...(renews.trim() && { renews: renews.trim() }),
  draw: { source, knownFrom },
});

interface Props {
  draft: OfferDraft;
  set: (more: Partial<OfferDraft>) => void;
}

/** What is said of an external course and its places. */
export function OfferFields({ draft, set }: Props) {
  const say = useWords(nominationPageWords);
  const units = useUnits();
  return (
    <>
      <Text label={say("title")} value={draft.title} onChange={(title) => set({ title })} />
      <Text label={say("organizer")} value={draft.organizer} onChange={(organizer) => set({ organizer })} />
      <Field label={say("about")}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={3000}
            value={draft.about}
            onChange={({ target }) => set({ about: target.value })}
          />
        )}
      </Field>
      <Field label={say("startsOn")}>
        {(id) => <DayField id={id} value={draft.startsOn} onChange={(startsOn) => set({ startsOn })} />}
      </Field>
      <Field label={say("endsOn")}>
        {(id) => <DayField id={id} value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />}
      </Field>
      <Field label={say("department")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            value={draft.departmentId ?? null}
            onChange={(departmentId: string) => set({ departmentId })}
            options={units.of("department")}
          />
        )}
      </Field>
      <Field label={say("count")}>
        {(id) => (
          <InputNumber
            id={id}
            min={1}
            max={100}
            precision={0}
            value={draft.places}
            onChange={(places) => set({ places })}
          />
        )}
      </Field>
      <Requirements draft={draft} set={set} />
      <Draw draft={draft} set={set} />
    </>
  );
}

interface TextProps {
  label: string;
  hint?: string;
  most?: number;
  value: string;
  onChange: (text: string) => void;
}

const Text = ({ label, hint, most = 120, value, onChange }: TextProps) => (
  <Field label={label} hint={hint}>
    {(id) => <Input id={id} maxLength={most} value={value} onChange={({ target }) => onChange(target.value)} />}
  </Field>
);

function Requirements({ draft, set }: Props) {
  const say = useWords(nominationPageWords);
  const units = useUnits();
  return (
    <>
      <Field label={say("skills")} hint={say("skills.hint")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="tags"
            maxCount={20}
            value={draft.skills}
            onChange={(skills: string[]) => set({ skills })}
          />
        )}
      </Field>
      <Field label={say("posts")} hint={say("posts.hint")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="multiple"
            maxCount={20}
            value={draft.postIds}
            onChange={(postIds: string[]) => set({ postIds })}
            options={units.of("post")}
            showSearch={{ optionFilterProp: "label" }}
          />
        )}
      </Field>
      <Text
        label={say("renews")}
        hint={say("renews.hint")}
        most={40}
        value={draft.renews}
        onChange={(renews) => set({ renews })}
      />
    </>
  );
}

function Draw({ draft, set }: Props) {
  const say = useWords(nominationPageWords);
  return (
    <>
      <Text
        label={say("draw.source")}
        hint={say("draw.source.hint")}
        most={300}
        value={draft.source}
        onChange={(source) => set({ source })}
      />
      <Field label={say("draw.knownFrom")} hint={say("draw.knownFrom.hint")}>
        {(id) => <InstantField id={id} value={draft.knownFrom} onChange={(knownFrom) => set({ knownFrom })} />}
      </Field>
    </>
  );
}
