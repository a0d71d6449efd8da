import { useReading } from "../../shared/api/use-reading.ts";
import { offsetOf } from "../../shared/check-in/code-at.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useWords } from "../../shared/words.ts";
import { CodeCard } from "../screen/code-card.tsx";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";

/** The rotating code of a class on its trainer's phone. */
export default function ClassScreenPage({ params: { id, sessionId } }: { params: { id: string; sessionId: string } }) {
  const say = useWords(classPageWords);
  const screen = useReading("GET /classes/{id}/sessions/{sessionId}/code", { path: { id, sessionId } });
  return (
    <Page title={say("screen")} back={`/classes/${id}`}>
      <Loaded of={screen}>
        {(data) => <CodeCard screen={data} offsetMs={offsetOf(data, screen.dataUpdatedAt)} />}
      </Loaded>
    </Page>
  );
}
