import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Helpers } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { helpersWords } from "../../shared/helpers.words.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { TextArea, Tick } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Chip, Done, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

type Team = Helpers["teams"][number];
const TONES = { asked: "soon", named: "good", declined: "plain" } as const;
const REASON_MINIMUM = 2;

/** Helpers that were asked from teams: their leads name people, or decline with a reason. */
export default function HelpersPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(helpersWords);
  const helpers = useReading("GET /activities/{id}/helpers", { path: { id } });
  return (
    <Page title={say("title")} back={`/activities/${id}`}>
      <Loaded of={helpers}>
        {(data) => (
          <>
            <About activityId={id} />
            <Note>{say("count", { headCount: String(data.headCount), named: String(data.named) })}</Note>
            {data.teams.map((team) => (
              <TeamCard key={team.teamId} helpers={data} team={team} />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** For what people are asked. */
function About({ activityId }: { activityId: string }) {
  const when = useWhen();
  const { data } = useReading("GET /activities/{id}", { path: { id: activityId } });
  if (!data) return null;
  return (
    <Card>
      <h2>{data.title}</h2>
      {data.sessions
        .filter(({ cancelled }) => !cancelled)
        .map(({ id, startsAt, endsAt }) => (
          <p key={id}>{when.period(startsAt, endsAt)}</p>
        ))}
      <p className="quiet">{data.place}</p>
    </Card>
  );
}

function TeamCard({ helpers, team }: { helpers: Helpers; team: Team }) {
  const say = useWords(helpersWords);
  const word = useDomainWords();
  const { list } = useMarks();
  const { name, state, memberIds, reason, mine } = team;
  const left = helpers.headCount - helpers.named;
  return (
    <>
      <Card>
        <h2>{name}</h2>
        <Chip tone={TONES[state]}>{word(`helper.state.${state}`)}</Chip>
        {memberIds.length > 0 && <p>{list(memberIds.map((id) => helpers.people[id]?.name ?? id))}</p>}
        {reason && <p>{say("because", { reason })}</p>}
        {!mine && state === "asked" && <p className="quiet">{say("other")}</p>}
        {mine && state !== "declined" && left === 0 && <p className="quiet">{say("full")}</p>}
      </Card>
      {mine && state !== "declined" && left > 0 && <Naming activityId={helpers.activityId} team={team} left={left} />}
      {mine && state === "asked" && <Declining activityId={helpers.activityId} team={team} />}
    </>
  );
}

function Naming({ activityId, team: { teamId, memberIds }, left }: { activityId: string; team: Team; left: number }) {
  const say = useWords(helpersWords);
  const path = { id: activityId, teamId };
  const volunteers = useReading("GET /activities/{id}/helpers/{teamId}/volunteers", { path }, { live: false });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const act = useAct(
    () => call("POST /activities/{id}/helpers/{teamId}/answer", { path, body: { answer: "name", memberIds: chosen } }),
    { done: () => setChosen([]) },
  );
  const toggle = (id: string, to: boolean) => setChosen(to ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <Loaded of={volunteers}>
      {({ items }) => {
        const open = items.filter(({ memberId }) => !memberIds.includes(memberId));
        if (open.length === 0) return <Note>{say("none")}</Note>;
        return (
          <Card>
            <fieldset className="choices stack">
              <legend>{say("who")}</legend>
              <p className="hint">{say("left", { left: String(left) })}</p>
              {open.map(({ memberId, name, employeeNumber }) => (
                <Tick key={memberId} checked={chosen.includes(memberId)} onChange={(to) => toggle(memberId, to)}>
                  {name} {employeeNumber}
                </Tick>
              ))}
            </fieldset>
            {act.isSuccess && <Done>{say("named")}</Done>}
            {act.error && <Trouble error={act.error} />}
            <Button
              busy={act.isPending}
              disabled={chosen.length === 0 || chosen.length > left}
              onClick={() => act.mutate()}
            >
              {say("name")}
            </Button>
          </Card>
        );
      }}
    </Loaded>
  );
}

function Declining({ activityId, team: { teamId } }: { activityId: string; team: Team }) {
  const say = useWords(helpersWords);
  const [reason, setReason] = useState("");
  const path = { id: activityId, teamId };
  const act = useAct(() =>
    call("POST /activities/{id}/helpers/{teamId}/answer", {
      path,
      body: { answer: "decline", reason: reason.trim() },
    }),
  );
  return (
    <Card>
      <TextArea label={say("reason")} most={500} rows={2} optional value={reason} onChange={setReason} />
      {act.error && <Trouble error={act.error} />}
      <Button
        kind="plain"
        busy={act.isPending}
        disabled={reason.trim().length < REASON_MINIMUM}
        onClick={() => act.mutate()}
      >
        {say("decline")}
      </Button>
    </Card>
  );
}
