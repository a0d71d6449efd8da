import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Activity } from "../../shared/api/routes.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { ActMenu, type Deed, deedOf } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { InstantField } from "../ui/instant-field.tsx";
import { useNow } from "../ui/use-now.ts";
import { activityPageWords } from "./activity.words.ts";
import { ReviseButton } from "./change/revise-button.tsx";
import { type SessionTimes, TimesFields } from "./change/times-fields.tsx";
import { useAddSession } from "./change/use-add-session.tsx";
import { useCallOff } from "./change/use-call-off.tsx";
import { ahead, useCancelSession } from "./change/use-cancel-session.tsx";
import { useHeadCount } from "./change/use-head-count.tsx";
import { useWiden } from "./change/use-widen.tsx";
import { currentStage } from "./current-stage.ts";
import { mayDo } from "./rights.ts";

interface Props {
  activity: Activity;
}

/** What is done with an activity more rarely: more time, other times, an end. */
export function MoreActs({ activity }: Props) {
  const say = useWords(activityPageWords);
  const me = useMe();
  const now = useNow();
  const extend = useExtend(activity);
  const move = useMove(activity, now);
  const session = useCancelSession(activity, now);
  const off = useCallOff(activity, now);
  const count = useHeadCount(activity, now);
  const add = useAddSession(activity);
  const widen = useWiden(activity);
  const stage = currentStage(activity);
  const isOver = activity.status === "done" || activity.status === "cancelled";
  if (isOver || !mayDo(me, "activity.run", activity)) return null;
  const canExtend = stage !== "Propose" && stage !== "Award" && activity.nextDueAt !== undefined;
  const cancel = deedOf({
    children: say("act.cancel"),
    danger: true,
    ask: say("act.cancel.ask"),
    reason: "needed",
    act: (reason) => call("POST /activities/{id}/cancel", { path: { id: activity.id }, body: { reason } }),
    done: say("act.cancel.done"),
  });
  const deeds = [
    ...(canExtend ? [extend] : []),
    ...(ahead(activity, now).length > 0 ? [move] : []),
    ...[add, count, widen, session, off].filter((deed) => deed !== undefined),
    ...(stage === "Award" ? [] : [cancel]),
  ];
  return (
    <>
      {stage !== "Award" && <ReviseButton activity={activity} />}
      <ActMenu label={say("more")} deeds={deeds} />
    </>
  );
}

function useExtend(activity: Activity): Deed<unknown> {
  const say = useWords(activityPageWords);
  const word = useDomainWords();
  const when = useWhen();
  const [until, setUntil] = useState<string>();
  const stage = currentStage(activity);
  return deedOf({
    children: say("act.extend"),
    ask: say("act.extend.ask", {
      stage: word(`activity.stage.${stage}`),
      when: activity.nextDueAt ? when.instant(activity.nextDueAt) : "",
    }),
    fields: (
      <Field label={say("act.extend.until")}>
        {(id) => <InstantField id={id} value={until ?? activity.nextDueAt} onChange={setUntil} />}
      </Field>
    ),
    reason: "optional",
    ready: until !== undefined,
    act: (reason) =>
      call("POST /activities/{id}/extend", {
        path: { id: activity.id },
        body: { stage, until, ...(reason ? { reason } : {}) },
      }),
    done: say("act.extend.done", { when: until ? when.instant(until) : "" }),
    onDone: () => setUntil(undefined),
  });
}

interface Times {
  sessions: SessionTimes[];
  recruitUntil: string;
  coverUntil?: string | undefined;
}

/** Sessions that have begun or are cancelled stay as they are. */
const timesOf = (activity: Activity, now: number): Times => ({
  sessions: ahead(activity, now).map(({ session: { id, startsAt, endsAt }, number }) => ({
    ...{ id, number },
    ...{ startsAt, endsAt },
  })),
  recruitUntil: activity.recruitUntil,
  coverUntil: activity.coverUntil,
});

function useMove(activity: Activity, now: number): Deed<unknown> {
  const say = useWords(activityPageWords);
  const [changed, setChanged] = useState<Times>();
  const times = changed ?? timesOf(activity, now);
  const isRecruiting = currentStage(activity) === "Recruit" || currentStage(activity) === "Propose";
  const patch = (next: Partial<Times>) => setChanged({ ...times, ...next });
  return deedOf({
    children: say("act.move"),
    ask: say("act.move.ask"),
    width: 640,
    fields: (
      <>
        <TimesFields sessions={times.sessions} onChange={(sessions) => patch({ sessions })} />
        {isRecruiting && (
          <Field label={say("act.move.recruitUntil")}>
            {(field) => (
              <InstantField
                id={field}
                value={times.recruitUntil}
                onChange={(to) => to && patch({ recruitUntil: to })}
              />
            )}
          </Field>
        )}
        {activity.origin === "alliance" && (
          <Field label={say("act.move.coverUntil")}>
            {(field) => (
              <InstantField id={field} value={times.coverUntil} onChange={(to) => patch({ coverUntil: to })} />
            )}
          </Field>
        )}
      </>
    ),
    reason: "needed",
    ready: changed !== undefined,
    act: (reason) => {
      const { recruitUntil, coverUntil } = times;
      const sessions = times.sessions.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
      return call("POST /activities/{id}/reschedule", {
        path: { id: activity.id },
        body: { sessions, coverUntil, ...(isRecruiting ? { recruitUntil } : {}), reason },
      });
    },
    done: say("act.move.done"),
    onDone: () => setChanged(undefined),
  });
}
