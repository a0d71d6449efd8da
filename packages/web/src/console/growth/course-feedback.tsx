import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Loaded } from "../ui/trouble.tsx";
import { Group } from "./group-change.tsx";
import { growthWords } from "./growth.words.ts";
import { Reaction } from "./reaction.tsx";

/** What those who attended a course's classes said, without names, and how the groups of an outward-bound changed. */
export function CourseFeedback({ courseId }: { courseId: string }) {
  const say = useWords(growthWords);
  const when = useWhen();
  const read = useReading("GET /courses/{id}/feedback", { path: { id: courseId } });
  return (
    <>
      <h2>{say("feedback")}</h2>
      <Loaded of={read}>
        {({ reaction, groups }) => (
          <>
            <Reaction reaction={reaction} />
            {groups.map(({ classId, startsAt, ...group }) => (
              <section key={classId}>
                <h3>
                  {say("tab.group")} · {when.instant(startsAt)}
                </h3>
                <Group group={group} />
              </section>
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
