import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Deputies, Member } from "../../shared/api/routes.ts";
import { deputyWords } from "../../shared/deputy.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { DayInput } from "../away/day-input.tsx";
import { Choices, TextInput } from "../ui/fields.tsx";
import { FindMember } from "../ui/find-member.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";

interface Props {
  memberId: string;
  roles: Deputies["roles"];
}

/** The beginning of a day on this phone; of the day after, for an end that includes the day. */
function instantOf(day: string, plus = 0): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + plus).toISOString();
}

/** Who, in which role, from which day to which. */
export function DeputyForm({ memberId, roles }: Props) {
  const say = useWords(deputyWords);
  const word = useDomainWords();
  const [text, setText] = useState("");
  const [who, setWho] = useState<Pick<Member, "id" | "name">>();
  const [chosen, choose] = useState("0");
  const [days, setDays] = useState({ from: "", until: "" });
  const held = roles[Number(chosen)];
  const act = useAct(
    () => {
      const now = new Date().toISOString();
      const from = instantOf(days.from);
      const period = { from: from < now ? now : from, until: instantOf(days.until, 1) };
      return call("POST /members/{id}/deputies", {
        path: { id: memberId },
        body: { deputyId: who?.id, role: held?.role, scope: held?.scope, ...period },
      });
    },
    { done: () => setText("") },
  );
  const lacks = !who || !held || !days.from || !days.until;
  return (
    <Card>
      <TextInput
        label={say("who")}
        hint={say("who.hint")}
        value={text}
        onChange={(to) => {
          setText(to);
          setWho(undefined);
          act.reset();
        }}
      />
      <FindMember among="GET /colleagues" text={text} legend={say("who.choose")} value={who?.id} onChange={setWho} />
      {roles.length > 1 && (
        <Choices
          legend={say("role")}
          value={chosen}
          onChange={choose}
          options={roles.map(({ role, unit }, at) => ({
            value: String(at),
            label: word(`role.${role}`),
            ...(unit ? { note: unit } : {}),
          }))}
        />
      )}
      <DayInput label={say("from")} value={days.from} onChange={(from) => setDays({ ...days, from })} />
      <DayInput label={say("until")} value={days.until} onChange={(until) => setDays({ ...days, until })} />
      {act.error && <Trouble error={act.error} />}
      {act.isSuccess && who && <Done>{say("named", { name: who.name })}</Done>}
      <Button busy={act.isPending} disabled={lacks} onClick={() => act.mutate()}>
        {say("name")}
      </Button>
    </Card>
  );
}
