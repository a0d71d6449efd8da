import { Input, InputNumber } from "antd";
import { useState } from "react";
import { call } from "../../../shared/api/call.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { useWords } from "../../../shared/words.ts";
import { type Deed, deedOf } from "../../ui/act.tsx";
import { Field } from "../../ui/field.tsx";
import { InstantField } from "../../ui/instant-field.tsx";
import { currentStage } from "../current-stage.ts";
import { changeWords } from "./change.words.ts";

interface Wanted {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  signUpUntil?: string | undefined;
  name: string;
  headCount: number;
}

const MOST_SESSIONS = 20;

/** Adds a session with one position, as the last one has it; more positions are a matter of another activity. */
export function useAddSession(activity: Activity): Deed<unknown> | undefined {
  const say = useWords(changeWords);
  const last = activity.sessions.at(-1)?.positions[0];
  const usual: Wanted = { name: last?.name ?? "", headCount: last?.headCount ?? 1 };
  const [changed, setChanged] = useState<Partial<Wanted>>({});
  const wanted = { ...usual, ...changed };
  const stage = currentStage(activity);
  const isRecruiting = stage === "Propose" || stage === "Recruit";
  if (!isRecruiting && stage !== "Cover" && stage !== "Execute") return undefined;
  if (activity.sessions.length >= MOST_SESSIONS) return undefined;
  const { startsAt, endsAt, signUpUntil, name, headCount } = wanted;
  const set = (to: Partial<Wanted>) => setChanged({ ...changed, ...to });
  return deedOf({
    children: say("add"),
    ask: say(isRecruiting ? "add.ask" : "add.ask.late"),
    width: 560,
    fields: (
      <>
        <div className="pair">
          <Field label={say("add.from")}>
            {(id) => <InstantField id={id} value={startsAt} onChange={(to) => set({ startsAt: to })} />}
          </Field>
          <Field label={say("add.to")}>
            {(id) => <InstantField id={id} value={endsAt} onChange={(to) => set({ endsAt: to })} />}
          </Field>
        </div>
        <div className="pair">
          <Field label={say("count.position")}>
            {(id) => (
              <Input id={id} maxLength={80} value={name} onChange={({ target }) => set({ name: target.value })} />
            )}
          </Field>
          <Field label={say("add.places")}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={5000}
                value={headCount}
                onChange={(to) => set({ headCount: to ?? 1 })}
              />
            )}
          </Field>
        </div>
        {!isRecruiting && (
          <Field label={say("add.signUpUntil")} hint={say("add.signUpUntil.hint")}>
            {(id) => <InstantField id={id} value={signUpUntil} onChange={(to) => set({ signUpUntil: to })} />}
          </Field>
        )}
      </>
    ),
    ready: startsAt !== undefined && endsAt !== undefined && name.trim() !== "",
    reason: "optional",
    act: (reason) =>
      call("POST /activities/{id}/sessions", {
        path: { id: activity.id },
        body: {
          startsAt,
          endsAt,
          positions: [{ name, headCount, requiredSkills: [] }],
          version: activity.version,
          ...(isRecruiting || signUpUntil === undefined ? {} : { signUpUntil }),
          ...(reason ? { reason } : {}),
        },
      }),
    done: say("add.done"),
    onDone: () => setChanged({}),
  });
}
