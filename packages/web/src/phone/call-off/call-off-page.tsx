import { useState } from "react";
import { useLocation } from "wouter";
import { call } from "../../shared/api/call.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { callOffWords } from "../../shared/call-off.words.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { canCallOff } from "../../shared/reach.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWords } from "../../shared/words.ts";
import { Choices, TextArea } from "../ui/fields.tsx";
import { InstantInput } from "../ui/instant-input.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";

/** Cancels or postpones for the weather; everybody concerned is told, and then comes the list of whom to phone. */
export default function CallOffPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(callOffWords);
  const me = useMe();
  const activity = useReading("GET /activities/{id}", { path: { id } });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={activity}>
        {(data) => (me ? <Shown key={data.id} activity={data} memberId={me.id} /> : <Skeleton />)}
      </Loaded>
    </Page>
  );
}

function Shown(given: Given) {
  const say = useWords(callOffWords);
  // Judged once: a page that is open does not close under somebody's hands, the API has the last word.
  const [open] = useState(() => canCallOff(given.activity, Date.now()));
  return open ? <Form {...given} /> : <Note tone="late">{say("late")}</Note>;
}

interface Given {
  activity: Activity;
  memberId: string;
}
type How = "cancel" | "postpone";
type Times = { id: string; startsAt: string; endsAt: string };

const timesOf = ({ sessions }: Activity): Times[] =>
  sessions.flatMap(({ id, startsAt, endsAt, cancelled }) => (cancelled ? [] : [{ id, startsAt, endsAt }]));

function Form({ activity, memberId }: Given) {
  const say = useWords(callOffWords);
  const [, go] = useLocation();
  const [how, setHow] = useState<How>("cancel");
  const [times, setTimes] = useState<Times[]>();
  const draft = useDraft(`call-off:${memberId}:${activity.id}`, { reason: "" });
  const reason = draft.value.reason.trim();
  const postpone = how === "postpone" && times ? { postpone: { sessions: times } } : {};
  const act = useAct(
    () => call("POST /activities/{id}/call-off", { path: { id: activity.id }, body: { reason, ...postpone } }),
    {
      done: async () => {
        await draft.clear();
        go(`/activities/${activity.id}/reached`, { replace: true });
      },
    },
  );
  const complete = reason !== "" && (how === "cancel" || times !== undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="strong">{activity.title}</p>
      <p className="quiet">{say("ask")}</p>
      <Choices<How>
        legend={say("how")}
        value={how}
        onChange={setHow}
        options={(["cancel", "postpone"] as const).map((value) => ({
          value,
          label: say(value),
          note: say(`${value}.note`),
        }))}
      />
      {how === "postpone" && <NewTimes times={times ?? timesOf(activity)} onChange={setTimes} />}
      <TextArea
        label={say("reason")}
        hint={say("reason.hint")}
        rows={2}
        value={draft.value.reason}
        onChange={(to) => draft.set({ reason: to })}
      />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={complete ? undefined : say("must")}>
        <Button type="submit" busy={act.isPending} disabled={!complete}>
          {say("send")}
        </Button>
      </Acts>
    </form>
  );
}

function NewTimes({ times, onChange }: { times: Times[]; onChange: (to: Times[]) => void }) {
  const say = useWords(callOffWords);
  const move = (id: string, next: Partial<Times>) =>
    onChange(times.map((one) => (one.id === id ? { ...one, ...next } : one)));
  return times.map(({ id, startsAt, endsAt }, at) => (
    <fieldset key={id} className="stack">
      {times.length > 1 && <legend>{say("session", { number: String(at + 1) })}</legend>}
      <InstantInput label={say("from")} value={startsAt} onChange={(to) => move(id, { startsAt: to })} />
      <InstantInput label={say("to")} value={endsAt} onChange={(to) => move(id, { endsAt: to })} />
    </fieldset>
  ));
}
