import { InputNumber, Select } from "antd";
import { useWords } from "../../../shared/words.ts";
import { seriesWords } from "../../series/series.words.ts";
import { DayField } from "../../ui/day-field.tsx";
import type { Form } from "./form.ts";
import { Item } from "./item.tsx";
import { newWords } from "./new.words.ts";
import { firstDay, type RepeatDraft } from "./repeat.ts";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Whether it is held again and again, by which rule and until when. */
export function RepeatPart(form: Form) {
  const say = useWords(newWords);
  const { draft, set } = form;
  const options = useRepeats(form);
  return (
    <section className="form-part" aria-labelledby="part-repeat">
      <h2 id="part-repeat">{say("part.repeat")}</h2>
      <Item path="rule" label={say("repeats")} hint={draft.repeats === "none" ? undefined : say("repeats.hint")}>
        {(control) => (
          <Select
            {...control}
            value={draft.repeats}
            onChange={(repeats: RepeatDraft["repeats"]) => set({ repeats })}
            options={options}
          />
        )}
      </Item>
      {draft.repeats === "weekly" && <Weekly {...form} />}
      {draft.repeats !== "none" && <Span {...form} />}
    </section>
  );
}

function useRepeats({ draft, clock }: Form) {
  const say = useWords(newWords);
  const sayRule = useWords(seriesWords);
  const first = firstDay(draft.sessions, clock);
  const usual = [
    { value: "none" as const, label: say("repeats.none") },
    { value: "weekly" as const, label: say("repeats.weekly") },
  ];
  if (!first) return usual;
  const weekday = sayRule(`weekday.${String(first.weekday) as (typeof WEEKDAYS)[number]}`);
  const nth =
    first.nth === -1 ? sayRule("every.last", { weekday }) : sayRule("every.nth", { nth: String(first.nth), weekday });
  return [
    ...usual,
    { value: "monthlyOnDay" as const, label: sayRule("every.month", { day: String(first.number) }) },
    { value: "monthlyOnWeekday" as const, label: nth },
  ];
}

function Weekly({ draft, set, clock }: Form) {
  const say = useWords(newWords);
  const sayRule = useWords(seriesWords);
  const first = firstDay(draft.sessions, clock);
  return (
    <div className="item-pair">
      <Item path="rule.everyWeeks" label={say("everyWeeks")}>
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={4}
            precision={0}
            value={draft.everyWeeks}
            onChange={(everyWeeks) => set({ everyWeeks })}
          />
        )}
      </Item>
      <Item path="rule.weekdays" label={say("weekdays")}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={draft.weekdays.length > 0 ? draft.weekdays : first ? [first.weekday] : []}
            onChange={(weekdays: number[]) => set({ weekdays })}
            options={WEEKDAYS.map((day) => ({ value: Number(day), label: sayRule(`weekday.${day}`) }))}
          />
        )}
      </Item>
    </div>
  );
}

function Span({ draft, set }: Form) {
  const say = useWords(newWords);
  return (
    <div className="item-pair">
      <Item path="until" label={say("until")} hint={say("until.hint")}>
        {({ id }) => <DayField id={id} value={draft.until} onChange={(until) => set({ until })} />}
      </Item>
      <Item path="announceDays" label={say("announceDays")} hint={say("announceDays.hint")}>
        {(control) => (
          <InputNumber
            {...control}
            min={2}
            max={60}
            precision={0}
            value={draft.announceDays}
            onChange={(announceDays) => set({ announceDays })}
          />
        )}
      </Item>
    </div>
  );
}
