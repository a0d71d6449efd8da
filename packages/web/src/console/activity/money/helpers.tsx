import { Select, Tag } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Helpers as Asked } from "../../../shared/api/routes.ts";
import { useReading } from "../../../shared/api/use-reading.ts";
import { helpersWords } from "../../../shared/helpers.words.ts";
import { useDomainWords, useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { Loaded } from "../../ui/trouble.tsx";
import { Who } from "../../ui/who.tsx";

type Team = Asked["teams"][number];
const TONES = { asked: "warning", named: "success", declined: "default" } as const;

/** Helpers that were asked from other teams, and what their leads answered. */
export function Helpers({ activityId }: { activityId: string }) {
  const say = useWords(helpersWords);
  const helpers = useReading("GET /activities/{id}/helpers", { path: { id: activityId } });
  return (
    <Loaded of={helpers}>
      {(data) => (
        <section className="panel">
          <h2>{say("title")}</h2>
          <p className="number">{say("count", { headCount: String(data.headCount), named: String(data.named) })}</p>
          <ul className="files">
            {data.teams.map((team) => (
              <Line key={team.teamId} helpers={data} team={team} />
            ))}
          </ul>
        </section>
      )}
    </Loaded>
  );
}

function Line({ helpers, team }: { helpers: Asked; team: Team }) {
  const say = useWords(helpersWords);
  const word = useDomainWords();
  const { name, state, memberIds, reason, mine } = team;
  const left = helpers.headCount - helpers.named;
  return (
    <li className="file">
      <span className="file-name">
        <span>
          {name} <Tag color={TONES[state]}>{word(`helper.state.${state}`)}</Tag>
        </span>
        {memberIds.length > 0 && (
          <span className="facts">
            {memberIds.map((id) => (
              <Who key={id} id={id} people={helpers.people} />
            ))}
          </span>
        )}
        {reason && <span className="quiet">{say("because", { reason })}</span>}
      </span>
      {mine && state !== "declined" && (
        <span className="line-acts">
          {left > 0 && <Name activityId={helpers.activityId} team={team} left={left} />}
          {state === "asked" && <Decline activityId={helpers.activityId} team={team} />}
        </span>
      )}
    </li>
  );
}

function Name({ activityId, team: { teamId, memberIds }, left }: { activityId: string; team: Team; left: number }) {
  const say = useWords(helpersWords);
  const path = { id: activityId, teamId };
  const volunteers = useReading("GET /activities/{id}/helpers/{teamId}/volunteers", { path }, { live: false });
  const [chosen, setChosen] = useState<string[]>([]);
  const options = (volunteers.data?.items ?? []).flatMap(({ memberId, name, employeeNumber }) =>
    memberIds.includes(memberId) ? [] : [{ value: memberId, label: `${name} ${employeeNumber}` }],
  );
  return (
    <ActButton
      type="primary"
      size="small"
      ready={chosen.length > 0 && chosen.length <= left}
      fields={
        <Field label={say("who")} hint={options.length === 0 ? say("none") : say("left", { left: String(left) })}>
          {(id) => (
            <Select<string[]>
              id={id}
              className="wide"
              mode="multiple"
              optionFilterProp="label"
              value={chosen}
              onChange={setChosen}
              options={options}
            />
          )}
        </Field>
      }
      act={() =>
        call("POST /activities/{id}/helpers/{teamId}/answer", { path, body: { answer: "name", memberIds: chosen } })
      }
      done={say("named")}
      onDone={() => setChosen([])}
    >
      {say("name")}
    </ActButton>
  );
}

function Decline({ activityId, team: { teamId } }: { activityId: string; team: Team }) {
  const say = useWords(helpersWords);
  const path = { id: activityId, teamId };
  return (
    <ActButton
      size="small"
      reason="needed"
      act={(reason) =>
        call("POST /activities/{id}/helpers/{teamId}/answer", { path, body: { answer: "decline", reason } })
      }
      done={say("declined")}
    >
      {say("decline")}
    </ActButton>
  );
}
