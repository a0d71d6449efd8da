import { Button, Input, InputNumber, Select } from "antd";
import { useWords } from "../../../shared/words.ts";
import { InstantField } from "../../ui/instant-field.tsx";
import { newPosition, type PositionDraft, type SessionDraft } from "./draft.ts";
import { Item, PartSaid } from "./item.tsx";
import { newWords } from "./new.words.ts";

interface Props {
  session: SessionDraft;
  at: number;
  skills: readonly string[];
  onChange: (session: SessionDraft) => void;
  onRemove?: () => void;
}

const MOST_POSITIONS = 20;

/** The end moves along with the start, so that it stays as long as it was. */
function startingAt(session: SessionDraft, startsAt: string | undefined): SessionDraft {
  const { startsAt: before, endsAt } = session;
  if (!startsAt || !before || !endsAt) return { ...session, startsAt };
  const long = Date.parse(endsAt) - Date.parse(before);
  return { ...session, startsAt, endsAt: new Date(Date.parse(startsAt) + long).toISOString() };
}

/** One stretch of service and the posts to be filled in it. */
export function SessionFields({ session, at, skills, onChange, onRemove }: Props) {
  const say = useWords(newWords);
  const { positions } = session;
  const path = `sessions.${at}`;
  const number = String(at + 1);
  return (
    <fieldset className="session">
      <legend>{say("session", { number })}</legend>
      <div className="item-pair">
        <Item path={`${path}.startsAt`} label={say("session.start")}>
          {(control) => (
            <InstantField
              {...control}
              value={session.startsAt}
              onChange={(startsAt) => onChange(startingAt(session, startsAt))}
            />
          )}
        </Item>
        <Item path={`${path}.endsAt`} label={say("session.end")}>
          {(control) => (
            <InstantField {...control} value={session.endsAt} onChange={(endsAt) => onChange({ ...session, endsAt })} />
          )}
        </Item>
      </div>
      {positions.map((position, index) => (
        <PositionFields
          key={position.key}
          path={`${path}.positions.${index}`}
          position={position}
          skills={skills}
          onChange={(next) =>
            onChange({ ...session, positions: positions.map((one) => (one.key === next.key ? next : one)) })
          }
          {...(positions.length > 1
            ? {
                onRemove: () =>
                  onChange({ ...session, positions: positions.filter((one) => one.key !== position.key) }),
              }
            : {})}
        />
      ))}
      <PartSaid path={path} />
      <div className="item-line">
        {positions.length < MOST_POSITIONS && (
          <Button size="small" onClick={() => onChange({ ...session, positions: [...positions, newPosition("")] })}>
            {say("position.add")}
          </Button>
        )}
        {onRemove && (
          <Button size="small" type="text" onClick={onRemove}>
            {say("session.remove", { number })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface PositionProps {
  path: string;
  position: PositionDraft;
  skills: readonly string[];
  onChange: (position: PositionDraft) => void;
  onRemove?: () => void;
}

function PositionFields({ path, position, skills, onChange, onRemove }: PositionProps) {
  const say = useWords(newWords);
  return (
    <div className="position">
      <Item path={`${path}.name`} label={say("position")}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={position.name}
            onChange={({ target }) => onChange({ ...position, name: target.value })}
          />
        )}
      </Item>
      <Item path={`${path}.headCount`} label={say("position.count")} className="narrow">
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={5000}
            precision={0}
            value={position.headCount}
            onChange={(headCount) => onChange({ ...position, headCount })}
          />
        )}
      </Item>
      <Item path={`${path}.requiredSkills`} label={say("position.skills")}>
        {(control) => (
          <Select
            {...control}
            mode="tags"
            maxCount={10}
            tokenSeparators={[",", "，", "、"]}
            placeholder={say("position.skills.hint")}
            value={position.requiredSkills}
            onChange={(requiredSkills: string[]) => onChange({ ...position, requiredSkills })}
            options={skills.map((value) => ({ value, label: value }))}
          />
        )}
      </Item>
      {onRemove && (
        <Button
          className="position-remove"
          type="text"
          aria-label={say("position.remove", { name: position.name })}
          onClick={onRemove}
        >
          ✕
        </Button>
      )}
    </div>
  );
}
