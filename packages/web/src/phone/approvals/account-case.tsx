import type { ReactNode } from "react";
import type { Rebinding } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Card, Facts } from "../ui/parts.tsx";
import { Loaded, Skeleton } from "../ui/trouble.tsx";
import { approvalWords } from "./approvals.words.ts";
import type { Found } from "./typed.ts";

/** Which account is to be whose, and which it takes the place of. */
export function AccountCase({ id, children }: { id: string; children: (found: Found) => ReactNode }) {
  const requests = useReading("GET /account-requests", { query: { limit: 200 } });
  return (
    <Loaded of={requests} skeleton={<Skeleton cards={1} />}>
      {({ items }) => (
        <>
          {items
            .filter((one) => one.id === id)
            .map((request) => (
              <AccountFacts key={request.id} request={request} />
            ))}
          {children({})}
        </>
      )}
    </Loaded>
  );
}

function AccountFacts({ request: { provider, subject, name, memberId, askedAt } }: { request: Rebinding }) {
  const say = useWords(approvalWords);
  const word = useDomainWords();
  const when = useWhen();
  const member = useReading("GET /members/{id}", { path: { id: memberId } }, { live: false }).data;
  const accounts = useReading("GET /members/{id}/accounts", { path: { id: memberId } }, { live: false }).data;
  const before = accounts?.items.find((one) => one.provider === provider)?.subject;
  return (
    <Card>
      <Facts
        items={[
          [say("account.who"), member && `${member.name} · ${member.employeeNumber}`],
          [say("account.new"), `${word(`identity.provider.${provider}`)} · ${subject}`],
          name ? [say("account.name"), name] : undefined,
          [say("account.before"), accounts && (before ?? say("account.before.none"))],
          [say("account.asked"), when.instant(askedAt)],
        ]}
      />
      <p className="quiet">{say("account.check")}</p>
    </Card>
  );
}
