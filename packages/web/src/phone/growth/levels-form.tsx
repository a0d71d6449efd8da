import { LEVELS } from "@yigong/core/growth/levels.ts";
import { useState } from "react";
import { useAct } from "../../shared/use-act.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Choices } from "../ui/fields.tsx";
import { Acts } from "../ui/page.tsx";
import { Button, Done } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { growthWords } from "./growth.words.ts";

interface Props {
  skills: readonly string[];
  held: Record<string, number>;
  button: string;
  done: string;
  send: (levels: Record<string, number>) => Promise<unknown>;
}

/** How far somebody is with each skill, 0 to 4; what is said already can be put right. */
export function LevelsForm({ skills, held, button, done, send }: Props) {
  const say = useWords(growthWords);
  const word = useDomainWords();
  const [levels, setLevels] = useState(held);
  const act = useAct(() => send(levels), {});
  const isEmpty = Object.keys(levels).length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate();
      }}
    >
      {skills.map((skill) => (
        <Choices
          key={skill}
          scale
          legend={skill}
          value={levels[skill] === undefined ? undefined : String(levels[skill])}
          onChange={(to) => setLevels((before) => ({ ...before, [skill]: Number(to) }))}
          options={LEVELS.map((level) => ({ value: String(level), label: word(`growth.level.${level}`) }))}
        />
      ))}
      {act.error && <Trouble error={act.error} />}
      {act.isSuccess && <Done>{done}</Done>}
      <Acts hint={isEmpty ? say("own.must") : undefined}>
        <Button type="submit" busy={act.isPending} disabled={isEmpty}>
          {button}
        </Button>
      </Acts>
    </form>
  );
}
