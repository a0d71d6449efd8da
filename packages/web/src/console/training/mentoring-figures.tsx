import { Alert, Descriptions } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { MentoringFigures } from "../../shared/training/mentoring.routes.ts";
import { mentoringPageWords } from "../../shared/training/mentoring.words.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PersonField } from "../ui/person-field.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { useYear, YearField } from "./year-field.tsx";

/** Who of the alliance sees all rankings and pairs; the committee names them. */
export function Officer() {
  const say = useWords(mentoringPageWords);
  const mayName = useRoles()("committee");
  const read = useReading("GET /rankings/officer", {}, { live: false });
  const [who, setWho] = useState<Member>();
  return (
    <Loaded of={read}>
      {({ officer }) => (
        <Alert
          type={officer ? "info" : "warning"}
          title={`${say("officer")}: ${officer ? say("officer.is", { name: officer.name, number: officer.employeeNumber }) : say("officer.none")}`}
          action={
            mayName && (
              <ActButton
                ask={say("officer.ask")}
                fields={<PersonField label={say("officer")} value={who} onChange={setWho} />}
                ready={who !== undefined}
                act={() => call("PUT /rankings/officer", { body: { memberId: who?.id } })}
                done={say("officer.done")}
                onDone={() => setWho(undefined)}
              >
                {say("officer.name")}
              </ActButton>
            )
          }
        />
      )}
    </Loaded>
  );
}

/** What mentoring came to in a year, with those without a mentor beside it. */
export function Figures() {
  const say = useWords(mentoringPageWords);
  const [year] = useYear();
  const read = useReading("GET /mentorings/figures", { query: { year } });
  return (
    <section>
      <div className="list-filters">
        <h2>{say("figures")}</h2>
        <YearField />
      </div>
      <Loaded of={read}>{(figures) => <Shown figures={figures} />}</Loaded>
    </section>
  );
}

function Shown({ figures: { mentors, pairs, mentees, control, party } }: { figures: MentoringFigures }) {
  const say = useWords(mentoringPageWords);
  const of = (count: number, all: number) => say("figures.of", { count: String(count), of: String(all) });
  const counted = (some: MentoringFigures["mentees"]) =>
    some ? of(some.leftLast, some.people) : <span className="quiet">{say("figures.few")}</span>;
  return (
    <>
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, md: 2 }}
        items={[
          { key: "mentors", label: say("figures.mentors"), children: mentors },
          { key: "pairs", label: say("figures.pairs"), children: pairs },
          { key: "left", label: say("figures.left"), children: counted(mentees) },
          { key: "control", label: say("figures.control"), children: counted(control) },
          { key: "party", label: say("figures.party"), children: of(party.paired, party.volunteers) },
          { key: "colleagues", label: say("figures.colleagues"), children: party.colleagues },
        ]}
      />
      <p className="quiet">{say("figures.caution")}</p>
    </>
  );
}
