import { call } from "../../shared/api/call.ts";
import type { Objection, Year } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useLanguage } from "../../shared/language.ts";
import { newId } from "../../shared/new-id.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, ButtonLink, Card, Done, Empty, Facts, Note } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { pointsPageWords } from "./points.words.ts";

type Entry = Year["entries"]["items"][number];

/** One entry: how it comes about, and objecting to it. */
export default function EntryPage({ params }: { params: { entryId: string } }) {
  const say = useWords(pointsPageWords);
  const entryId = decodeURIComponent(params.entryId);
  const read = useReading("GET /members/{id}/points", { path: { id: "me" }, query: { limit: 200 } });
  return (
    <Page title={say("title")} back="/points">
      <Loaded of={read}>
        {({ entries, memberId }) => {
          const entry = entries.items.find(({ id }) => id === entryId);
          if (entry) return <Content entry={entry} memberId={memberId} />;
          return (
            <Empty
              title={say("missing")}
              act={
                <ButtonLink kind="quiet" href="/points">
                  {say("all")}
                </ButtonLink>
              }
            >
              {say("missing.detail")}
            </Empty>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Content({ entry, memberId }: { entry: Entry; memberId: string }) {
  const say = useWords(pointsPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const language = useLanguage();
  return (
    <>
      <Card>
        <p className="strong">{entry.title}</p>
        <p className="big">{entry.points}</p>
        <Facts
          items={[
            [say("kind"), word(`points.kind.${entry.kind}`)],
            entry.grade ? [say("grade"), word(`points.grade.${entry.grade}`)] : undefined,
            [say("rules"), say("rulesText", { version: String(entry.ruleSet) })],
            [say("posted"), when.instant(entry.postedAt)],
            entry.reason ? [say("corrected"), entry.reason] : undefined,
          ]}
        />
      </Card>
      <Card>
        <h2>{say("why")}</h2>
        {entry.lines.map((line) => (
          <div className="row top-aligned" key={line.text[language]}>
            <p className="grow">{line.text[language]}</p>
            <p className="fixed number">{line.points}</p>
          </div>
        ))}
        <div className="row">
          <p className="strong grow">{say("sum")}</p>
          <p className="strong fixed number">{entry.points}</p>
        </div>
      </Card>
      <Objecting entry={entry} memberId={memberId} />
    </>
  );
}

function Objecting({ entry, memberId }: { entry: Entry; memberId: string }) {
  const raised = useReading("GET /me/points/objections", { query: { limit: 200 } });
  const own = raised.data?.items.filter(({ entryId }) => entryId === entry.id) ?? [];
  const isOpen = own.some(({ status }) => status === "open");
  return (
    <>
      {own.map((objection) => (
        <Raised key={objection.id} objection={objection} />
      ))}
      {raised.data && !isOpen && <Form entry={entry} memberId={memberId} />}
    </>
  );
}

function Raised({ objection }: { objection: Objection }) {
  const say = useWords(pointsPageWords);
  const outcome = () =>
    objection.status === "open"
      ? say("objection.open")
      : say(objection.upheld ? "objection.upheld" : "objection.rejected", { reason: objection.reason });
  return (
    <Note tone={objection.status === "open" ? "soon" : "plain"}>
      <p className="strong">{outcome()}</p>
      <p className="quiet pre">{objection.text}</p>
    </Note>
  );
}

function Form({ entry, memberId }: { entry: Entry; memberId: string }) {
  const say = useWords(pointsPageWords);
  const draft = useDraft(`objection:${memberId}:${entry.id}`, { text: "", once: "" });
  const { text, once } = draft.value;
  const act = useAct(() => call("POST /points/objections", { once, body: { entryId: entry.id, text: text.trim() } }), {
    done: draft.clear,
  });
  if (act.isSuccess) return <Done>{say("objection.done")}</Done>;
  if (!draft.ready) return null;
  return (
    <Card>
      <h2>{say("objection.title")}</h2>
      <TextArea
        label={say("objection.text")}
        hint={say("objection.hint")}
        most={2000}
        value={text}
        onChange={(to) => draft.set({ text: to, once: once || newId() })}
      />
      {act.error && <Trouble error={act.error} />}
      <Button busy={act.isPending} disabled={text.trim() === ""} onClick={() => act.mutate()}>
        {say("objection.send")}
      </Button>
    </Card>
  );
}
