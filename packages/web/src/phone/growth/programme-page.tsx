import { Link } from "wouter";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { OwnProgramme } from "../../shared/growth/growth.routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { ButtonLink, Card, Chip, Empty, Facts } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { growthWords } from "./growth.words.ts";
import { LevelsForm } from "./levels-form.tsx";

type Person = NonNullable<OwnProgramme["people"]>[number];

/** A programme as one takes part or trains: how far one is, or how far its people are. @source docs/domain.md F3 */
export default function ProgrammePage({ params: { id, person } }: { params: { id: string; person?: string } }) {
  const say = useWords(growthWords);
  const read = useReading("GET /programmes/{id}/own", { path: { id } }, { live: false });
  return (
    <Page title={say("programme")} back={person ? `/programmes/${id}` : "/"}>
      <Loaded of={read}>
        {(programme) => {
          const { phase, people } = programme;
          const one = people?.find(({ memberId }) => memberId === person);
          return one && phase ? (
            <One key={one.memberId} programme={programme} person={one} phase={phase} />
          ) : (
            <Shown programme={programme} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function Shown({ programme }: { programme: OwnProgramme }) {
  const say = useWords(growthWords);
  const when = useWhen();
  const { title, about, from, until, own, people, phaseUntil } = programme;
  return (
    <>
      <Card>
        <h2>{title}</h2>
        {about && <p className="pre">{about}</p>}
        <p className="quiet">{say("days", { from: when.date(from), until: when.date(until) })}</p>
        {phaseUntil && <p className="quiet">{say("until", { when: when.instant(phaseUntil) })}</p>}
      </Card>
      {own && <Own programme={programme} own={own} />}
      {people && <People programme={programme} people={people} />}
      {!programme.phase && <Nothing programme={programme} />}
    </>
  );
}

function Nothing({ programme: { windows } }: { programme: OwnProgramme }) {
  const say = useWords(growthWords);
  const when = useWhen();
  const { after } = windows;
  const isOver = after.until <= new Date().toISOString();
  return (
    <Empty title={say("none")}>
      {isOver
        ? say("none.after", { when: when.instant(after.until) })
        : say("none.before", { when: when.instant(after.from) })}
    </Empty>
  );
}

function Own({ programme, own }: { programme: OwnProgramme; own: NonNullable<OwnProgramme["own"]> }) {
  const say = useWords(growthWords);
  const word = useDomainWords();
  const { id, skills, phase } = programme;
  const levelText = (level: number | undefined) =>
    level === undefined ? undefined : word(`growth.level.${level}` as "growth.level.0");
  const said = (["before", "after"] as const).flatMap((when) =>
    skills.flatMap((skill) => {
      const text = levelText(own.trainer[when]?.[skill]);
      return text === undefined ? [] : [[`${skill} · ${word(`growth.phase.${when}`)}`, text] as const];
    }),
  );
  return (
    <>
      {phase && (
        <Card>
          <h2>{say("own.title", { phase: word(`growth.phase.${phase}`) })}</h2>
          <p className="quiet">{say("own.hint")}</p>
          <LevelsForm
            key={phase}
            skills={skills}
            held={own.self[phase] ?? {}}
            button={say("own.save")}
            done={say("own.saved")}
            send={(levels) => call("POST /programmes/{id}/ratings", { path: { id }, body: { phase, levels } })}
          />
        </Card>
      )}
      {said.length > 0 && (
        <Card>
          <h2>{say("trainer.said")}</h2>
          <Facts items={said} />
        </Card>
      )}
    </>
  );
}

function People({ programme, people }: { programme: OwnProgramme; people: readonly Person[] }) {
  const say = useWords(growthWords);
  const word = useDomainWords();
  const { id, phase } = programme;
  if (!phase) return null;
  return (
    <Card>
      <h2>{say("trainer.title", { phase: word(`growth.phase.${phase}`) })}</h2>
      <p className="quiet">{say("trainer.hint")}</p>
      <ul className="items">
        {people.map(({ memberId, name, trainer }) => (
          <li key={memberId}>
            <Link href={`/programmes/${id}/${memberId}`} className="item">
              <div className="row">
                <span className="strong grow">{name}</span>
                <Chip tone={trainer[phase] ? "good" : "plain"}>
                  {say(trainer[phase] ? "trainer.done" : "trainer.open")}
                </Chip>
              </div>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface OneProps {
  programme: OwnProgramme;
  person: Person;
  phase: "before" | "after";
}

function One({ programme: { id, skills }, person: { memberId, name, trainer }, phase }: OneProps) {
  const say = useWords(growthWords);
  return (
    <Card>
      <h2>{name}</h2>
      <LevelsForm
        skills={skills}
        held={trainer[phase] ?? {}}
        button={say("trainer.save")}
        done={say("trainer.saved", { name })}
        send={(levels) =>
          call("POST /programmes/{id}/ratings/{memberId}", { path: { id, memberId }, body: { phase, levels } })
        }
      />
      <ButtonLink kind="plain" href={`/programmes/${id}`}>
        {say("trainer.all")}
      </ButtonLink>
    </Card>
  );
}
