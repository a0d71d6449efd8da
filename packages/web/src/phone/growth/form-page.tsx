import { HIGHEST, LOWEST } from "@yigong/core/form/questions.ts";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import type { Form } from "../../shared/growth/growth.routes.ts";
import { useDraft } from "../../shared/keep/use-draft.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Choices, TextArea } from "../ui/fields.tsx";
import { Acts, Page } from "../ui/page.tsx";
import { Button, ButtonLink, Done, Note } from "../ui/parts.tsx";
import { Loaded, Skeleton, Trouble } from "../ui/trouble.tsx";
import { growthWords } from "./growth.words.ts";

/** As many as the API takes. */
const COMMENT_LENGTH = 1000;
const STEPS = Array.from({ length: HIGHEST - LOWEST + 1 }, (_, at) => String(HIGHEST - at));
const BLANK: { items: Record<string, string>; comment: string } = { items: {}, comment: "" };

/** A short form without one's name: about a class, a group, or the year at work. @source docs/domain.md T5, W6, F3 */
export default function FormPage({ params: { id } }: { params: { id: string } }) {
  const say = useWords(growthWords);
  const me = useMe();
  const form = useReading("GET /forms/{id}", { path: { id } }, { live: false });
  return (
    <Page title={say("form")} back="/">
      <Loaded of={form}>{(shown) => (me ? <Shown form={shown} memberId={me.id} /> : <Skeleton />)}</Loaded>
    </Page>
  );
}

function Shown({ form, memberId }: { form: Form; memberId: string }) {
  const say = useWords(growthWords);
  const when = useWhen();
  const { state, opensAt, closesAt, hasAnswered } = form;
  const title = useTitle(form);
  if (state === "open" && !hasAnswered) return <Asked form={form} memberId={memberId} />;
  const why = {
    open: say("answered"),
    early: say("early", { when: when.instant(opensAt) }),
    closed: say("closed", { when: when.instant(closesAt) }),
    calledOff: say("calledOff"),
  };
  return (
    <>
      <p className="strong">{title}</p>
      <Note>{hasAnswered ? say("answered") : why[state]}</Note>
      <Home />
    </>
  );
}

/** What a form is about, in the reader's language where it is ours. */
function useTitle({ title, year }: Form): string {
  const word = useDomainWords();
  return year === undefined ? title : word("satisfaction.title", { year: String(year) });
}

function Home() {
  const say = useWords(growthWords);
  return (
    <ButtonLink kind="plain" href="/">
      {say("home")}
    </ButtonLink>
  );
}

function Asked({ form, memberId }: { form: Form; memberId: string }) {
  const { id, kind, questions, closesAt } = form;
  const title = useTitle(form);
  const say = useWords(growthWords);
  const word = useDomainWords();
  const when = useWhen();
  const draft = useDraft(`form:${memberId}:${id}`, BLANK);
  const { items, comment } = draft.value;
  const numbers = Array.from({ length: questions }, (_, at) => String(at + 1));
  const left = numbers.filter((number) => items[number] === undefined).length;
  const act = useAct(
    () =>
      call("POST /forms/{id}/answers", {
        path: { id },
        body: { items: numbers.map((number) => Number(items[number])), comment: comment.trim() || undefined },
      }),
    { done: draft.clear },
  );
  if (act.isSuccess) {
    return (
      <>
        <Done>{say("done")}</Done>
        <Home />
      </>
    );
  }
  if (!draft.ready) return <Skeleton />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      <p className="strong">{title}</p>
      <p className="quiet">{say("privacy")}</p>
      <p className="quiet">{say("until", { when: when.instant(closesAt) })}</p>
      {numbers.map((number) => (
        <Choices
          key={number}
          scale
          legend={`${number}. ${word(`form.question.${kind}.${number}` as "form.question.reaction.1")}`}
          value={items[number]}
          onChange={(to) => draft.set({ items: { ...items, [number]: to } })}
          options={STEPS.map((value) => ({ value, label: word(`form.step.${value}` as "form.step.1") }))}
        />
      ))}
      <TextArea
        label={say("comment")}
        hint={say("comment.hint")}
        optional
        rows={3}
        most={COMMENT_LENGTH}
        value={comment}
        onChange={(to) => draft.set({ comment: to })}
      />
      {act.error && <Trouble error={act.error} />}
      <Acts hint={left > 0 ? say("must", { count: String(left) }) : undefined}>
        <Button type="submit" busy={act.isPending} disabled={left > 0 || comment.length > COMMENT_LENGTH}>
          {say("send")}
        </Button>
      </Acts>
    </form>
  );
}
