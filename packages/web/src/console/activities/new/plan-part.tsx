import { Checkbox, Input, InputNumber } from "antd";
import { useWords } from "../../../shared/words.ts";
import { choices, type Form } from "./form.ts";
import { Item, PartSaid } from "./item.tsx";
import { newWords } from "./new.words.ts";
import { Units } from "./who-part.tsx";

/** What the alliance decides on: the plan, and the supports that are asked for. */
export function PlanPart({ draft, set, teams }: Form) {
  const say = useWords(newWords);
  return (
    <section className="form-part" aria-labelledby="part-plan">
      <h2 id="part-plan">{say("part.plan")}</h2>
      <Item path="proposal.plan" label={say("plan")} hint={say("plan.hint")} needed>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={8}
            maxLength={4000}
            value={draft.plan}
            onChange={({ target }) => set({ plan: target.value })}
          />
        )}
      </Item>
      <PartSaid path="proposal" />
      <Checkbox checked={draft.guidance} onChange={({ target }) => set({ guidance: target.checked })}>
        {say("guidance")}
      </Checkbox>
      <Item path="proposal.wishes.moneyFen" label={say("money")} hint={say("money.hint")}>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={1_000_000}
            precision={2}
            value={draft.moneyYuan}
            onChange={(moneyYuan) => set({ moneyYuan })}
          />
        )}
      </Item>
      <div className="item-pair">
        <Units
          path="proposal.wishes.volunteers.teamIds"
          label={say("volunteer.teams")}
          ids={draft.volunteerTeamIds}
          from={choices(teams)}
          onChange={(volunteerTeamIds) => set({ volunteerTeamIds })}
        />
        {draft.volunteerTeamIds.length > 0 && (
          <Item path="proposal.wishes.volunteers.headCount" label={say("volunteer.count")} className="narrow">
            {(control) => (
              <InputNumber
                {...control}
                min={1}
                max={1000}
                precision={0}
                value={draft.volunteerCount ?? 1}
                onChange={(volunteerCount) => set({ volunteerCount })}
              />
            )}
          </Item>
        )}
      </div>
    </section>
  );
}
