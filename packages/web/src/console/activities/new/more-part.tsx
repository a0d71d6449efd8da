import { Checkbox, Input, InputNumber, Select } from "antd";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { useCampaignOptions } from "../../campaigns/use-campaign-options.ts";
import { InstantField } from "../../ui/instant-field.tsx";
import type { ActivityDraft } from "./draft.ts";
import { choices, type Form } from "./form.ts";
import { Item } from "./item.tsx";
import { newWords } from "./new.words.ts";

const SCOPES = ["general", "special"] as const satisfies readonly ActivityDraft["scope"][];
const BENEFICIARIES = ["society", "client", "employee"] as const satisfies readonly ActivityDraft["beneficiary"][];
const PURPOSES = ["business", "service", "responsibility"] as const satisfies ActivityDraft["purposes"];

/** What has a usual value and is seldom changed. */
export function MorePart(form: Form) {
  const say = useWords(newWords);
  return (
    <details className="form-part">
      <summary>
        <h2>{say("part.more")}</h2>
      </summary>
      <Kinds {...form} />
      <Limits {...form} />
    </details>
  );
}

function Kinds({ draft, set, branches }: Form) {
  const say = useWords(newWords);
  const word = useDomainWords();
  return (
    <>
      <div className="item-pair">
        <Item path="scope" label={say("scope")}>
          {(control) => (
            <Select
              {...control}
              value={draft.scope}
              onChange={(scope) => set({ scope })}
              options={SCOPES.map((value) => ({ value, label: word(`activity.scope.${value}`) }))}
            />
          )}
        </Item>
        <Item path="beneficiary" label={say("beneficiary")}>
          {(control) => (
            <Select
              {...control}
              value={draft.beneficiary}
              onChange={(beneficiary) => set({ beneficiary })}
              options={BENEFICIARIES.map((value) => ({ value, label: word(`activity.beneficiary.${value}`) }))}
            />
          )}
        </Item>
      </div>
      {draft.repeats === "none" && <CampaignItem draft={draft} set={set} />}
      <fieldset className="form-plain">
        <legend>{say("purposes")}</legend>
        <Checkbox.Group
          value={draft.purposes}
          onChange={(purposes) => set({ purposes })}
          options={PURPOSES.map((value) => ({ value, label: word(`activity.purpose.${value}`) }))}
        />
      </fieldset>
      <div className="item-pair">
        <Item path="programme" label={say("programme")}>
          {(control) => (
            <Input
              {...control}
              maxLength={80}
              value={draft.programme}
              onChange={({ target }) => set({ programme: target.value })}
            />
          )}
        </Item>
        <Item path="branchId" label={say("branch")}>
          {(control) => (
            <Select
              {...control}
              allowClear
              placeholder={say("choose")}
              value={draft.branchId ?? null}
              onChange={(branchId: string | null) => set({ branchId: branchId ?? undefined })}
              options={choices(branches)}
            />
          )}
        </Item>
      </div>
    </>
  );
}

function CampaignItem({ draft, set }: Pick<Form, "draft" | "set">) {
  const say = useWords(newWords);
  const options = useCampaignOptions({ from: new Date().toISOString().slice(0, 10) });
  if (options.length === 0 && !draft.campaignId) return null;
  return (
    <Item path="campaignId" label={say("campaign")} hint={say("campaign.hint")}>
      {(control) => (
        <Select<string>
          {...control}
          allowClear
          placeholder={say("campaign.none")}
          value={draft.campaignId ?? null}
          onChange={(campaignId: string | null) => set({ campaignId: campaignId ?? undefined })}
          options={options}
        />
      )}
    </Item>
  );
}

function Limits({ draft, set }: Form) {
  const say = useWords(newWords);
  return (
    <div className="item-pair">
      <Item path="minimumPeople" label={say("minimumPeople")} hint={say("minimumPeople.hint")}>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={5000}
            precision={0}
            value={draft.minimumPeople}
            onChange={(minimumPeople) => set({ minimumPeople })}
          />
        )}
      </Item>
      <Item path="surveyDays" label={say("surveyDays")}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={60}
            precision={0}
            value={draft.surveyDays}
            onChange={(surveyDays) => set({ surveyDays })}
          />
        )}
      </Item>
      <Item path="coverUntil" label={say("coverUntil")} hint={say("coverUntil.hint")}>
        {(control) => (
          <InstantField {...control} value={draft.coverUntil} onChange={(coverUntil) => set({ coverUntil })} />
        )}
      </Item>
    </div>
  );
}
