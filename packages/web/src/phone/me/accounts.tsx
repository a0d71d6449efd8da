import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import type { Account } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { meWords } from "./me.words.ts";

type Held = Omit<Account, "version">;

/** By which accounts the reader signs in; each can be taken away. */
export function Accounts({ memberId }: { memberId: string }) {
  const say = useWords(meWords);
  const accounts = useReading("GET /members/{id}/accounts", { path: { id: memberId } }, { live: false });
  const [gone, setGone] = useState(false);
  return (
    <Card>
      <h2>{say("accounts")}</h2>
      {gone && <Done>{say("account.done")}</Done>}
      <Loaded of={accounts}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say("account.none")}</p>
          ) : (
            items.map((account) => <One key={account.provider} account={account} onDone={() => setGone(true)} />)
          )
        }
      </Loaded>
    </Card>
  );
}

function One({
  account: { provider, subject, boundAt, memberId, how },
  onDone,
}: {
  account: Held;
  onDone: () => void;
}) {
  const say = useWords(meWords);
  const word = useDomainWords();
  const when = useWhen();
  const [asking, setAsking] = useState(false);
  const act = useAct(() => call("DELETE /members/{id}/accounts/{provider}", { path: { id: memberId, provider } }), {
    done: onDone,
  });
  return (
    <div className="stack">
      <p className="name">
        {word(`identity.provider.${provider}`)} · {subject}
      </p>
      <p className="quiet">{say("account.since", { when: when.day(boundAt) })}</p>
      {asking ? (
        <>
          <p>{say("account.sure")}</p>
          {(how === "roster" || how === "claim") && <p className="quiet">{say("account.again")}</p>}
          {act.error && <Trouble error={act.error} />}
          <div className="pair">
            <Button kind="plain" onClick={() => setAsking(false)}>
              {say("account.keep")}
            </Button>
            <Button busy={act.isPending} onClick={() => act.mutate()}>
              {say("account.confirm")}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {say("account.unbind")}
        </Button>
      )}
    </div>
  );
}
