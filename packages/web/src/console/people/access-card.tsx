import { Card } from "antd";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { AccountRequest } from "./people.routes.ts";
import { peopleWords } from "./people.words.ts";

/** By which accounts somebody signs in, who asked for another one, and how to end all of it. */
export function AccessCard({ member: { id }, mayChange }: { member: Member; mayChange: boolean }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  const read = useReading("GET /members/{id}/accounts", { path: { id } });
  return (
    <Card size="small" title={<h2 className="card-title">{say("access.title")}</h2>}>
      <Loaded of={read}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="quiet">{say("access.none")}</p>}
            {items.map(({ provider, subject, how, boundAt }) => (
              <div className="row" key={provider}>
                <span>
                  {say(`provider.${provider}`)} <span className="code">{subject}</span>
                </span>
                <span className="quiet">
                  {say("access.bound", { when: when.day(boundAt), how: say(`how.${how}`) })}
                </span>
                {mayChange && (
                  <ActButton
                    size="small"
                    ask={say("access.unbind.ask")}
                    reason="needed"
                    act={(reason) =>
                      call("DELETE /members/{id}/accounts/{provider}", { path: { id, provider }, query: { reason } })
                    }
                    done={({ ended }) => say("access.unbound", { count: String(ended) })}
                  >
                    {say("access.unbind")}
                  </ActButton>
                )}
              </div>
            ))}
          </>
        )}
      </Loaded>
      {mayChange && <Requests memberId={id} />}
      {mayChange && (
        <div className="row">
          <div className="row-acts">
            <ActButton
              danger
              ask={say("access.signOut.ask")}
              act={() => call("DELETE /members/{id}/sessions", { path: { id } })}
              done={({ ended }) => say("access.signedOut", { count: String(ended) })}
            >
              {say("access.signOut")}
            </ActButton>
          </div>
        </div>
      )}
    </Card>
  );
}

function Requests({ memberId }: { memberId: string }) {
  const read = useReading("GET /account-requests", { query: { limit: 200 } });
  return (read.data?.items ?? [])
    .filter((request) => request.memberId === memberId)
    .map((request) => <Request key={request.id} request={request} />);
}

function Request({ request: { id, provider, subject, name, askedAt } }: { request: AccountRequest }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  const decide = (body: object) => call("POST /account-requests/{id}/decision", { path: { id }, body });
  return (
    <div className="row">
      <span>
        {say(`provider.${provider}`)}{" "}
        {say("access.request", { subject, name: name ?? "–", when: when.instant(askedAt) })}
      </span>
      <div className="row-acts">
        <ActButton
          danger
          reason="needed"
          act={(reason) => decide({ verdict: "refuse", reason })}
          done={say("access.refused")}
        >
          {say("access.refuse")}
        </ActButton>
        <ActButton
          ask={say("access.approve.ask")}
          act={() => decide({ verdict: "approve" })}
          done={say("access.approved")}
        >
          {say("access.approve")}
        </ActButton>
      </div>
    </div>
  );
}
