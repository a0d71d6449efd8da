import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Button, Card } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { meWords } from "./me.words.ts";

/** Tokens by which programs act for the reader; made at a computer, revoked anywhere. */
export function Tokens() {
  const say = useWords(meWords);
  const tokens = useReading("GET /me/tokens", {}, { live: false });
  return (
    <Card>
      <h2>{say("tokens")}</h2>
      <p className="quiet">{say("tokens.what")}</p>
      <Loaded of={tokens}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{say("tokens.none")}</p>
          ) : (
            items.map(({ id, name, expiresAt }) => <Token key={id} id={id} name={name} expiresAt={expiresAt} />)
          )
        }
      </Loaded>
    </Card>
  );
}

function Token({ id, name, expiresAt }: { id: string; name: string; expiresAt: string }) {
  const say = useWords(meWords);
  const when = useWhen();
  const revoke = useAct(() => call("DELETE /me/tokens/{id}", { path: { id } }));
  return (
    <div>
      <p>{name}</p>
      <p className="quiet">{say("token.until", { when: when.instant(expiresAt) })}</p>
      <Button kind="quiet" busy={revoke.isPending} onClick={() => revoke.mutate()}>
        {say("token.revoke")}
      </Button>
      {revoke.error && <Trouble error={revoke.error} />}
    </div>
  );
}
