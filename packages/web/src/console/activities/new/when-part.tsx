import { Button } from "antd";
import { newId } from "../../../shared/new-id.ts";
import { instantAt, wallAt } from "../../../shared/wall-time.ts";
import { useWords } from "../../../shared/words.ts";
import { InstantField } from "../../ui/instant-field.tsx";
import { dayAfter } from "../span.ts";
import { recruitUntilOf, type SessionDraft } from "./draft.ts";
import { type Form, skillsOf } from "./form.ts";
import { Item, PartSaid } from "./item.tsx";
import { newWords } from "./new.words.ts";
import { SessionFields } from "./session-fields.tsx";

const MOST_SESSIONS = 20;

/** The same a day later, with posts of its own. */
function nextDay({ startsAt, endsAt, positions }: SessionDraft, zone: string): SessionDraft {
  const later = (instant: string | undefined) => {
    if (instant === undefined) return undefined;
    const wall = wallAt(instant, zone);
    return instantAt(`${dayAfter(wall.slice(0, 10), 1)}${wall.slice(10)}`, zone);
  };
  return {
    key: newId(),
    startsAt: later(startsAt),
    endsAt: later(endsAt),
    positions: positions.map((position) => ({ ...position, key: newId() })),
  };
}

/** When it takes place, who is needed for what, and until when people sign up. */
export function WhenPart({ draft, set, clock, teams }: Form) {
  const say = useWords(newWords);
  const { sessions } = draft;
  const last = sessions.at(-1);
  return (
    <section className="form-part" aria-labelledby="part-when">
      <h2 id="part-when">{say("part.when")}</h2>
      {sessions.map((session, at) => (
        <SessionFields
          key={session.key}
          session={session}
          at={at}
          skills={skillsOf(teams)}
          onChange={(next) => set({ sessions: sessions.map((one, index) => (index === at ? next : one)) })}
          {...(sessions.length > 1
            ? { onRemove: () => set({ sessions: sessions.filter((one) => one.key !== session.key) }) }
            : {})}
        />
      ))}
      <PartSaid path="sessions" />
      {sessions.length < MOST_SESSIONS && last && (
        <Button onClick={() => set({ sessions: [...sessions, nextDay(last, clock.zone)] })}>
          {say("session.add")}
        </Button>
      )}
      <Item
        path="recruitUntil"
        label={say("recruitUntil")}
        hint={say(draft.recruitUntil ? "recruitUntil.own" : "recruitUntil.usual")}
      >
        {(control) => (
          <span className="item-line">
            <InstantField
              {...control}
              value={recruitUntilOf(draft, clock)}
              onChange={(recruitUntil) => set({ recruitUntil })}
            />
            {draft.recruitUntil && (
              <Button type="link" onClick={() => set({ recruitUntil: undefined })}>
                {say("recruitUntil.follow")}
              </Button>
            )}
          </span>
        )}
      </Item>
    </section>
  );
}
