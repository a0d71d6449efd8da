import { call } from "../../shared/api/call.ts";
import type { Session } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Button, Card, Chip } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { meWords } from "./me.words.ts";

/** Where the reader is signed in; each can be ended from here. */
export function Devices() {
  const say = useWords(meWords);
  const sessions = useReading("GET /me/sessions");
  const others = useAct(() => call("DELETE /me/sessions"));
  return (
    <Card>
      <h2>{say("devices")}</h2>
      <Loaded of={sessions}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="quiet">{say("device.none")}</p>}
            {items.map((session) => (
              <Device key={session.id} session={session} />
            ))}
            {items.filter(({ isCurrent }) => !isCurrent).length > 1 && (
              <Button kind="plain" busy={others.isPending} onClick={() => others.mutate()}>
                {say("device.others")}
              </Button>
            )}
          </>
        )}
      </Loaded>
      {others.error && <Trouble error={others.error} />}
    </Card>
  );
}

function Device({ session: { id, device, way, seenAt, isCurrent } }: { session: Session }) {
  const say = useWords(meWords);
  const when = useWhen();
  const end = useAct(() => call("DELETE /me/sessions/{id}", { path: { id } }));
  return (
    <div>
      <div className="row top-aligned">
        <p className="grow">
          {device} · {say(`way.${way}`)}
        </p>
        {isCurrent && <Chip tone="good">{say("device.this")}</Chip>}
      </div>
      <p className="quiet">{say("device.seen", { when: when.instant(seenAt) })}</p>
      {!isCurrent && (
        <Button kind="quiet" busy={end.isPending} onClick={() => end.mutate()}>
          {say("device.end")}
        </Button>
      )}
      {end.error && <Trouble error={end.error} />}
    </div>
  );
}
