import { Collapse } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { DraftButton } from "./draft-button.tsx";
import { DraftCard } from "./draft-card.tsx";
import "./rules.css";
import type { RuleSet } from "./rules.routes.ts";
import { rulesWords } from "./rules.words.ts";
import { Sentences } from "./sentences.tsx";

/** The rule set that is in force; the first one when none has begun. */
const inForce = (sets: readonly RuleSet[], at: string): RuleSet | undefined =>
  sets.filter(({ effectiveFrom }) => effectiveFrom <= at).at(-1) ?? sets[0];

/** The rules by which points are given, in sentences; drafts, what they would do, and their adoption by a second person. */
export default function RulesPage() {
  const say = useWords(rulesWords);
  const is = useRoles();
  const sets = useReading("GET /rule-sets");
  const current = inForce(sets.data?.items ?? [], new Date().toISOString());
  const mayDraft = is("alliance", "committee", "administrator");
  return (
    <Page
      title={say("title")}
      about={say("about")}
      actions={mayDraft && current && <DraftButton key={current.version} from={current} />}
    >
      <Loaded of={sets}>
        {({ items }) => (
          <>
            {current && (
              <section>
                <h2>{say("now.title", { version: String(current.version) })}</h2>
                <Since set={current} />
                <Sentences terms={current} />
              </section>
            )}
            {(mayDraft || is("auditor")) && current && <Drafts current={current} />}
            <section>
              <h2>{say("earlier.title")}</h2>
              <Versions sets={items} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Since({ set }: { set: RuleSet }) {
  const say = useWords(rulesWords);
  const when = useWhen();
  return (
    <p className="quiet">
      {set.effectiveFrom < "1971" ? say("since.first") : say("since", { when: when.instant(set.effectiveFrom) })}
    </p>
  );
}

function Versions({ sets }: { sets: readonly RuleSet[] }) {
  const say = useWords(rulesWords);
  return (
    <Collapse
      items={[...sets].reverse().map((set) => ({
        key: set.version,
        label: say("earlier.one", { version: String(set.version) }),
        extra: <Since set={set} />,
        children: <Sentences terms={set} />,
      }))}
    />
  );
}

/** Drafts, the ones to decide first. */
function Drafts({ current }: { current: RuleSet }) {
  const say = useWords(rulesWords);
  const drafts = useReading("GET /rule-drafts");
  return (
    <section>
      <h2>{say("drafts.title")}</h2>
      <Loaded of={drafts}>
        {({ items, people }) => {
          const newest = [...items].reverse();
          const open = newest.filter(({ state }) => state === "draft");
          const over = newest.filter(({ state }) => state !== "draft");
          return (
            <>
              {open.length === 0 && <p className="quiet">{say("drafts.first")}</p>}
              {[...open, ...over].map((draft) => (
                <DraftCard key={draft.id} draft={draft} current={current} people={people} />
              ))}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
