import type { Rebinding } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { homeWords } from "./home.words.ts";

/** Which account is to be whose, and which it takes the place of. */
export function AccountCase({ id }: { id: string }) {
  const requests = useReading("GET /account-requests", { query: { limit: 200 } });
  return (
    <Loaded of={requests}>
      {({ items }) =>
        items.filter((one) => one.id === id).map((request) => <AccountFacts key={request.id} request={request} />)
      }
    </Loaded>
  );
}

function AccountFacts({ request: { provider, subject, name, memberId } }: { request: Rebinding }) {
  const say = useWords(homeWords);
  const word = useDomainWords();
  const path = { id: memberId };
  const member = useReading("GET /members/{id}", { path }, { live: false }).data;
  const accounts = useReading("GET /members/{id}/accounts", { path }, { live: false }).data;
  const before = accounts?.items.find((one) => one.provider === provider)?.subject;
  return (
    <>
      <dl className="case-facts">
        <dt>{say("account.who")}</dt>
        <dd>{member && <Person memberId={memberId} name={member.name} employeeNumber={member.employeeNumber} />}</dd>
        <dt>{say("account.new")}</dt>
        <dd>
          {word(`identity.provider.${provider}`)} · {subject}
        </dd>
        {name && (
          <>
            <dt>{say("account.name")}</dt>
            <dd>{name}</dd>
          </>
        )}
        <dt>{say("account.before")}</dt>
        <dd>{accounts && (before ?? say("account.before.none"))}</dd>
      </dl>
      <p className="soon">{say("account.check")}</p>
    </>
  );
}
