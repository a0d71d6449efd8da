import { useReading } from "../../shared/api/use-reading.ts";
import type { Course } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Card, Facts } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

/** One course: what it teaches, what passing gives, and the words of the policy that it follows. */
export default function CoursePage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(trainingWords);
  const read = useReading("GET /courses/{id}", { path: { id } });
  return (
    <Page title={say("courses")} back="/courses">
      <Loaded of={read}>{(course) => <Shown course={course} />}</Loaded>
    </Page>
  );
}

function Shown({ course }: { course: Course }) {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const { title, about, kind, audience, aims, certifies, clauses, ended } = course;
  const skill =
    certifies?.months === undefined
      ? certifies?.skill
      : say("certifies.for", { skill: certifies.skill, months: String(certifies.months) });
  return (
    <>
      <Card>
        <h2>{title}</h2>
        {ended && <p className="late">{say("ended", { reason: ended.reason })}</p>}
        <p className="pre">{about}</p>
        <Facts
          items={[
            [say("kind"), word(`course.kind.${kind}`)],
            [say("audience"), word(`course.audience.${audience}`)],
            aims.length > 0 ? [say("aims"), aims.map((aim) => word(`course.aim.${aim}`)).join(" · ")] : undefined,
            skill ? [say("certifies"), skill] : undefined,
          ]}
        />
      </Card>
      {clauses.length > 0 && (
        <Card>
          <h2>{say("clauses")}</h2>
          {clauses.map(({ policyId, anchor, policyTitle, heading, text }) => (
            <section key={`${policyId} ${anchor}`}>
              <p className="strong">{heading ?? say("clause.dropped")}</p>
              {text && <p className="pre">{text}</p>}
              <p className="quiet">{policyTitle}</p>
            </section>
          ))}
        </Card>
      )}
    </>
  );
}
