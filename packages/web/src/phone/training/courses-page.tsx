import { Link } from "wouter";
import { useReading } from "../../shared/api/use-reading.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Chip, Empty } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

const MOST = 200;

/** The courses that are taught, the newest first. */
export default function CoursesPage() {
  const say = useWords(trainingWords);
  const word = useDomainWords();
  const courses = useReading("GET /courses", { query: { limit: MOST } });
  return (
    <Page title={say("courses")} back="/me">
      <Loaded of={courses}>
        {({ items }) => {
          const taught = items.filter(({ ended }) => !ended);
          if (taught.length === 0) return <Empty title={say("courses.empty")} />;
          return (
            <ul className="items">
              {taught.map(({ id, title, kind, audience, certifies }) => (
                <li key={id}>
                  <Link href={`/courses/${id}`} className="item">
                    <div className="row top-aligned">
                      <p className="strong grow">{title}</p>
                      <Chip>{word(`course.kind.${kind}`)}</Chip>
                    </div>
                    <p className="quiet">
                      {say("audience")} · {word(`course.audience.${audience}`)}
                      {certifies && ` · ${certifies.skill}`}
                    </p>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
