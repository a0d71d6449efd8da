import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { classPageWords } from "../../shared/training/class.words.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWords } from "../../shared/words.ts";
import { TextInput } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";

/**
 * Checks in to a class by the code on its screen: nothing is written before the button is pressed.
 *
 * @param code - of the link that was scanned; `type` where six digits are typed
 */
export default function ClassCheckInPage({
  params: { id, sessionId, code: given },
}: {
  params: { id: string; sessionId: string; code: string };
}) {
  const say = useWords(classPageWords);
  const scanned = given === "type" ? "" : given;
  const [code, setCode] = useState(scanned);
  const read = useReading("GET /classes/{id}", { path: { id } });
  const act = useAct(() =>
    call("POST /classes/{id}/sessions/{sessionId}/check-in", { path: { id, sessionId }, body: { code: code.trim() } }),
  );
  return (
    <Page title={say("checkIn")} back={`/classes/${id}`}>
      <Card>
        <Loaded of={read}>{({ course, place }) => <p className="strong">{`${course.title} · ${place}`}</p>}</Loaded>
        {act.isSuccess ? (
          <Done>{say("checkIn.done")}</Done>
        ) : (
          <>
            {scanned === "" && (
              <TextInput label={say("checkIn.code")} inputMode="numeric" value={code} onChange={setCode} />
            )}
            {act.error && <Trouble error={act.error} />}
            <Button busy={act.isPending} disabled={code.trim() === ""} onClick={() => act.mutate()}>
              {say("checkIn.now")}
            </Button>
          </>
        )}
      </Card>
    </Page>
  );
}
