import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { awayWords, WEEKDAYS, type Weekday } from "../../shared/away.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextArea, Tick } from "../ui/fields.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { DayInput } from "./day-input.tsx";

const BLANK = { from: "", to: "", note: "" };

/** From when to when, each day or weekly, and why if one wants to say. */
export function AwayForm() {
  const say = useWords(awayWords);
  const [said, setSaid] = useState(BLANK);
  const [repeat, setRepeat] = useState<"daily" | "weekly">("daily");
  const [days, setDays] = useState<readonly Weekday[]>([]);
  const note = said.note.trim();
  const act = useAct(
    () =>
      call("POST /me/away", {
        body: {
          from: said.from,
          to: said.to,
          ...(repeat === "weekly" ? { weekdays: days } : {}),
          ...(note ? { note } : {}),
        },
      }),
    { done: () => setSaid(BLANK) },
  );
  const lacks = !said.from || !said.to || (repeat === "weekly" && days.length === 0);
  const set = (part: Partial<typeof BLANK>) => {
    setSaid({ ...said, ...part });
    act.reset();
  };
  return (
    <Card>
      <DayInput label={say("from")} value={said.from} onChange={(from) => set({ from, to: said.to || from })} />
      <DayInput label={say("to")} hint={say("to.hint")} value={said.to} onChange={(to) => set({ to })} />
      <Choices
        legend={say("repeat")}
        value={repeat}
        onChange={setRepeat}
        options={[
          { value: "daily", label: say("repeat.daily") },
          { value: "weekly", label: say("repeat.weekly") },
        ]}
      />
      {repeat === "weekly" && (
        <fieldset className="choices">
          <legend>{say("weekdays")}</legend>
          {WEEKDAYS.map((day) => (
            <Tick
              key={day}
              checked={days.includes(day)}
              onChange={(on) => setDays(on ? [...days, day] : days.filter((one) => one !== day))}
            >
              {say(`day.${day}`)}
            </Tick>
          ))}
        </fieldset>
      )}
      <TextArea
        label={say("note")}
        hint={say("note.hint")}
        optional
        rows={2}
        most={500}
        value={said.note}
        onChange={(to) => set({ note: to })}
      />
      {act.error && <Trouble error={act.error} />}
      {act.isSuccess && <Done>{say("done")}</Done>}
      <Button busy={act.isPending} disabled={lacks} onClick={() => act.mutate()}>
        {say("add")}
      </Button>
    </Card>
  );
}
