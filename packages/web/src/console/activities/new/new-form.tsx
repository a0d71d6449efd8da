import { App, Button } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { Refused } from "../../../shared/api/problem.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useDraft } from "../../../shared/keep/use-draft.ts";
import { useAct } from "../../../shared/use-act.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { ActButton } from "../../ui/act.tsx";
import { useGo } from "../../ui/link.tsx";
import { Page } from "../../ui/page.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { useRoles } from "../../ui/use-roles.ts";
import { Checks } from "./checks.tsx";
import { type ActivityDraft, bodyOf, type Clock, missingIn } from "./draft.ts";
import "../../series/series.routes.ts";
import type { Form } from "./form.ts";
import { focusField, ProblemsContext } from "./item.tsx";
import { KeepTemplate } from "./keep-template.tsx";
import { MorePart } from "./more-part.tsx";
import type { Problem } from "./new.routes.ts";
import { newWords } from "./new.words.ts";
import { PlanPart } from "./plan-part.tsx";
import { seriesBodyOf, undated } from "./repeat.ts";
import { RepeatPart } from "./repeat-part.tsx";
import { usePreview } from "./use-preview.ts";
import { WhatPart } from "./what-part.tsx";
import { WhenPart } from "./when-part.tsx";
import { WhoPart } from "./who-part.tsx";

interface Props extends Omit<Form, "draft" | "set"> {
  /** Under which what was typed is kept. */
  kept: string;
  start: ActivityDraft;
  /** What it was begun from, or can be begun with. */
  about?: ReactNode;
}

/** What a refusal says of single fields. */
function refusedFields(error: unknown): Problem[] {
  if (!(error instanceof Refused)) return [];
  const { errors } = error.said as { errors?: { path: string; message: string }[] };
  return (errors ?? []).map(({ path, message }) => ({ path, text: message, blocking: true }));
}

/** One page that starts an activity, checked as it is filled in. */
export function NewForm({ kept, start, about, ...given }: Props) {
  const say = useWords(newWords);
  const kind = useDraft(kept, start);
  const { value: draft, set, ready } = kind;
  const { clock } = given;
  const body = useMemo(() => bodyOf(draft, clock), [draft, clock]);
  const preview = usePreview(body);
  const publishing = usePublishing(draft, { body, clock, clear: kind.clear, asked: preview.data?.asked ?? 0 });
  const [tried, setTried] = useState(false);
  const missing = missingIn(draft, clock);
  const lacks: Problem[] = (tried ? missing : []).map((path) => ({
    path,
    text: say(path === "audience.branchIds" ? "missing.units" : path === "sessions" ? "missing.oneDay" : "missing"),
    blocking: true,
  }));
  const found = preview.data?.problems ?? [];
  const problems = [...lacks, ...found.filter(({ path }) => !lacks.some((lack) => lack.path === path))];
  const all = [
    ...problems,
    ...refusedFields(publishing.error).filter(({ path }) => !problems.some((one) => one.path === path)),
  ];
  const isPlan = draft.origin !== "alliance";
  const mayKeep = useRoles()("alliance", "organizer", "teamLead");
  if (!ready) return null;
  const publish = () => {
    setTried(true);
    const wrong = missing[0] ?? found.find(({ blocking }) => blocking)?.path;
    // The marks are drawn first, so that the field that is led to says what is wrong.
    if (wrong !== undefined) setTimeout(() => focusField(wrong));
    else publishing.mutate();
  };
  const form: Form = { ...given, draft, set };
  return (
    <Page
      title={say(isPlan ? "title.plan" : "title")}
      path={[{ to: "/activities", title: say("activities") }]}
      about={about ?? say("about")}
    >
      <ProblemsContext value={all}>
        <div className="new">
          <div>
            <WhatPart {...form} />
            <WhenPart {...form} />
            <RepeatPart {...form} />
            <WhoPart {...form} />
            {isPlan && <PlanPart {...form} />}
            <MorePart {...form} />
            <Kept isChanged={JSON.stringify(draft) !== JSON.stringify(start)} clear={kind.clear} />
          </div>
          <Checks
            preview={preview.data}
            error={preview.error}
            problems={problems}
            isPlan={isPlan}
            isBehind={preview.isBehind}
            lacking={missing.length}
          >
            {publishing.error && <Trouble error={publishing.error} />}
            {tried && missing.length > 0 && (
              <p className="late" role="status">
                {say("publish.lacks", { count: String(missing.length) })}
              </p>
            )}
            <Button type="primary" size="large" block loading={publishing.isPending} onClick={publish}>
              {say(draft.repeats !== "none" ? "publish.series" : isPlan ? "publish.plan" : "publish")}
            </Button>
            {mayKeep && missing.length === 0 && <KeepTemplate title={draft.title} body={undated(body, clock)} />}
          </Checks>
        </div>
      </ProblemsContext>
    </Page>
  );
}

interface Publishing {
  body: ReturnType<typeof bodyOf>;
  clock: Clock;
  clear: () => Promise<void>;
  asked: number;
}

/** Starts it, or a series of it, and leads to its page saying what happens next. */
function usePublishing(draft: ActivityDraft, { body, clock, clear, asked }: Publishing) {
  const say = useWords(newWords);
  const when = useWhen();
  const go = useGo();
  const { message } = App.useApp();
  const { once } = draft;
  const begin = async () => {
    if (draft.repeats === "none") return started(await call("POST /activities", { body, once }));
    const series = await call("POST /series", { body: seriesBodyOf(draft, body, clock), once });
    const said = say("repeated", { title: series.content.title, count: String(series.visits.length) });
    return { said, to: `/series/${series.id}` };
  };
  const started = ({ id, title, origin, recruitUntil }: Activity) => ({
    said:
      origin === "alliance"
        ? say("published", { title, people: String(asked), when: when.instant(recruitUntil) })
        : say("submitted", { title }),
    to: `/activities/${id}`,
  });
  return useAct(begin, {
    done: async ({ said, to }) => {
      await clear();
      void message.success(said, 8);
      go(to);
    },
  });
}

function Kept({ isChanged, clear }: { isChanged: boolean; clear: () => Promise<void> }) {
  const say = useWords(newWords);
  return (
    <p className="item-line quiet">
      {say("kept")}
      {isChanged && (
        <ActButton type="link" ask={say("again.ask")} act={clear} done={say("again.done")}>
          {say("again")}
        </ActButton>
      )}
    </p>
  );
}
