import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { Nomination } from "../../shared/training/trainer.routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Button, Card, Facts } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

/** What the alliance does about an offer on a phone: it enters what the draw's source said. */
export function DrawPart({ id }: { id: string }) {
  const read = useReading("GET /nominations/{id}", { path: { id } });
  return <Loaded of={read}>{(nomination) => <Shown nomination={nomination} />}</Loaded>;
}

function Shown({ nomination: { id, title, state, draw, drawn, seed } }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const [value, setValue] = useState("");
  const enter = useAct(() => call("POST /nominations/{id}/draw", { path: { id }, body: { value: value.trim() } }));
  const isDue = state === "open" && !drawn && new Date().toISOString() >= draw.knownFrom;
  return (
    <Card>
      <h2>{title}</h2>
      <Facts
        items={[
          [say("draw.source"), draw.source],
          [say("draw.knownFrom"), when.instant(draw.knownFrom)],
          [say("draw.value"), drawn?.value ?? say("draw.none")],
          seed ? [say("seed"), seed] : undefined,
        ]}
      />
      {isDue && <TextInput label={say("draw.value")} value={value} onChange={setValue} most={200} />}
      {enter.error && <Trouble error={enter.error} />}
      {isDue && (
        <Button busy={enter.isPending} disabled={value.trim() === ""} onClick={() => enter.mutate()}>
          {say("enter")}
        </Button>
      )}
    </Card>
  );
}
