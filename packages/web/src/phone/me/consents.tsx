import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useSettings, useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { CodeText } from "../ui/code-text.tsx";
import { Button, Card } from "../ui/parts.tsx";
import { Trouble } from "../ui/trouble.tsx";
import { meWords } from "./me.words.ts";

/** What the reader has agreed to; the code with its text, so that nobody accepts what they have not seen. */
export function Consents({ me }: { me: Member }) {
  const say = useWords(meWords);
  const when = useWhen();
  const version = useSettings()?.codeVersion;
  const accepted = me.acceptedCode;
  return (
    <Card>
      <h2>{say("consents")}</h2>
      <CodeText />
      {accepted && <p>{say("code.accepted", { when: when.day(accepted.at), version: String(accepted.version) })}</p>}
      <AcceptCode me={me} version={version} />
      <p className="quiet">{say("consent.each")}</p>
    </Card>
  );
}

/** Whether a volunteer has not accepted the version in force. */
export const owesConsent = (me: Member, version: number | undefined): version is number =>
  version !== undefined && me.acceptedCode?.version !== version && me.volunteerSince !== undefined;

/** For who has not accepted the version in force. */
export function AcceptCode({ me, version }: { me: Member; version: number | undefined }) {
  const say = useWords(meWords);
  const accept = useAct(() => call("POST /members/me/acceptance", { body: { version } }));
  if (!owesConsent(me, version)) return null;
  return (
    <>
      <p>{say("code.open", { version: String(version) })}</p>
      {accept.error && <Trouble error={accept.error} />}
      <Button kind="plain" busy={accept.isPending} onClick={() => accept.mutate()}>
        {say("code.accept")}
      </Button>
    </>
  );
}
