import { Button, Input } from "antd";
import { newId } from "../../shared/new-id.ts";
import type { TrainingPolicy } from "../../shared/training/training.routes.ts";
import { trainingWords } from "../../shared/training/training.words.ts";
import { useWords } from "../../shared/words.ts";
import { DayField } from "../ui/day-field.tsx";
import { Field } from "../ui/field.tsx";
import "./training.css";

interface TypedClause {
  key: string;
  anchor?: string;
  heading: string;
  text: string;
}

/** A version as it is being written; the title is of the policy's first. */
export interface IssueDraft {
  title: string;
  effectiveOn: string | undefined;
  note: string;
  clauses: readonly TypedClause[];
}

const blankClause = (): TypedClause => ({ key: newId(), heading: "", text: "" });
export const blankIssue = (): IssueDraft => ({
  ...{ title: "", effectiveOn: undefined, note: "", clauses: [blankClause()] },
});

/** The next version, which begins with what the latest one says. */
export const nextOf = ({ versions }: TrainingPolicy): IssueDraft => ({
  ...blankIssue(),
  clauses: (versions.at(-1)?.clauses ?? []).map((clause) => ({ key: clause.anchor, ...clause })),
});

export const isIssued = ({ effectiveOn, clauses, note }: IssueDraft): boolean =>
  effectiveOn !== undefined &&
  clauses.length > 0 &&
  note.trim().length !== 1 &&
  clauses.every(({ heading, text }) => heading.trim() !== "" && text.trim().length >= 2);

/** What is sent of what was typed. */
export const issueOf = ({ effectiveOn, note, clauses }: IssueDraft) => ({
  effectiveOn,
  ...(note.trim() && { note: note.trim() }),
  clauses: clauses.map(({ anchor, heading, text }) => ({
    ...(anchor && { anchor }),
    ...{ heading: heading.trim(), text: text.trim() },
  })),
});

interface Props {
  draft: IssueDraft;
  set: (more: Partial<IssueDraft>) => void;
  titled?: boolean;
}

/** What a version says: from which day, and its clauses in order. */
export function IssueFields({ draft, set, titled = false }: Props) {
  const say = useWords(trainingWords);
  return (
    <>
      {titled && (
        <Field label={say("title")}>
          {(id) => (
            <Input
              id={id}
              maxLength={120}
              value={draft.title}
              onChange={({ target }) => set({ title: target.value })}
            />
          )}
        </Field>
      )}
      <Field label={say("effectiveOn")}>
        {(id) => <DayField id={id} value={draft.effectiveOn} onChange={(effectiveOn) => set({ effectiveOn })} />}
      </Field>
      {!titled && (
        <Field label={say("note")} hint={say("issue.hint")}>
          {(id) => (
            <Input id={id} maxLength={500} value={draft.note} onChange={({ target }) => set({ note: target.value })} />
          )}
        </Field>
      )}
      <Clauses draft={draft} set={set} />
    </>
  );
}

function Clauses({ draft: { clauses }, set }: Props) {
  const say = useWords(trainingWords);
  const change = (key: string, more: Partial<TypedClause>) =>
    set({ clauses: clauses.map((one) => (one.key === key ? { ...one, ...more } : one)) });
  const up = (at: number) => set({ clauses: clauses.map((one, index) => clauses[swapped(index, at)] ?? one) });
  return (
    <>
      {clauses.map(({ key, heading, text }, index) => (
        <section key={key} className="clause-typed">
          <header>
            <strong>{say("clause.number", { number: String(index + 1) })}</strong>
            <span>
              <Button size="small" type="link" disabled={index === 0} onClick={() => up(index)}>
                {say("clause.up")}
              </Button>
              <Button
                size="small"
                type="link"
                disabled={clauses.length === 1}
                onClick={() => set({ clauses: clauses.filter((one) => one.key !== key) })}
              >
                {say("clause.remove")}
              </Button>
            </span>
          </header>
          <Input
            aria-label={say("heading")}
            placeholder={say("heading")}
            maxLength={80}
            value={heading}
            onChange={({ target }) => change(key, { heading: target.value })}
          />
          <Input.TextArea
            aria-label={say("text")}
            placeholder={say("text")}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={3000}
            value={text}
            onChange={({ target }) => change(key, { text: target.value })}
          />
        </section>
      ))}
      <Button disabled={clauses.length >= 60} onClick={() => set({ clauses: [...clauses, blankClause()] })}>
        {say("clause.add")}
      </Button>
    </>
  );
}

/** Where the clause of a place comes from once that at `at` has moved up by one. */
const swapped = (index: number, at: number): number => (index === at ? at - 1 : index === at - 1 ? at : index);
