import { useReading } from "../../../shared/api/use-reading.ts";
import { useWords } from "../../../shared/words.ts";
import { PageLink } from "../../ui/link.tsx";
import "./new.routes.ts";
import { newWords } from "./new.words.ts";

const SHOWN = { query: { limit: 20 } };

/** What the page is for, and the templates that one can begin with. */
export function Templates() {
  const say = useWords(newWords);
  const templates = useReading("GET /activity-templates", SHOWN, { live: false }).data?.items ?? [];
  return (
    <>
      <div>{say("about")}</div>
      {templates.length > 0 && (
        <nav aria-label={say("template.choose")}>
          {say("template.choose")}{" "}
          {templates.map(({ id, name }) => (
            <span key={id}>
              <PageLink to="/activities/new" search={{ template: id }}>
                {name}
              </PageLink>{" "}
            </span>
          ))}
        </nav>
      )}
    </>
  );
}
