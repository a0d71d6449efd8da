import type { Language } from "@yigong/core/language/catalogue.ts";
import { Link } from "wouter";
import { call, signOut } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useOffered, useSettings, useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { useSwitchLanguage } from "../switch-language.ts";
import { Page } from "../ui/page.tsx";
import { Button, Card, Facts } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { Accounts } from "./accounts.tsx";
import { CalendarCard } from "./calendar-card.tsx";
import { Consents } from "./consents.tsx";
import { Devices } from "./devices.tsx";
import { meWords } from "./me.words.ts";
import { Tokens } from "./tokens.tsx";
import { ToldCard } from "./told-card.tsx";

/** Who the reader is here: records, language, consents, devices, programs, calendar. */
export default function MePage() {
  const say = useWords(meWords);
  const me = useReading("GET /members/me", {}, { live: false });
  return (
    <Page title={say("title")}>
      <Loaded of={me}>
        {(data) => (
          <>
            <Who me={data} />
            <Ways me={data} />
            <LanguageCard />
            <ToldCard />
            <Consents me={data} />
            <CalendarCard />
            <Accounts memberId={data.id} />
            <Devices />
            <Tokens />
            <SignOut />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Who({ me }: { me: Member }) {
  const say = useWords(meWords);
  const word = useDomainWords();
  const when = useWhen();
  const { list } = useMarks();
  const company = useSettings()?.company;
  const roles = [...new Set(me.roles.map(({ role }) => role))];
  const skill = (name: string) => {
    const until = me.skillsUntil?.[name];
    return until ? say("skills.until", { skill: name, day: when.date(until) }) : name;
  };
  return (
    <Card>
      <h2>{me.name}</h2>
      <Facts
        items={[
          [say("number"), me.employeeNumber],
          company ? [say("company"), company] : undefined,
          [say("since"), me.volunteerSince ? when.date(me.volunteerSince) : say("since.none")],
          me.skills.length > 0 ? [say("skills"), list(me.skills.map(skill))] : undefined,
          roles.length > 0 ? [say("roles"), list(roles.map((role) => word(`role.${role}`)))] : undefined,
        ]}
      />
    </Card>
  );
}

/** Roles that everybody may have: others have work at a desk too. */
const SERVING: readonly string[] = ["volunteer", "employee"];

function Ways({ me }: { me: Member }) {
  const say = useWords(meWords);
  const links = [
    ["/record", "record"],
    ["/deed", "deed"],
    ["/campaigns", "campaigns"],
    ["/covers", "covers"],
    ["/approvals", "approvals"],
    ["/classes", "classes"],
    ["/external-places", "externalPlaces"],
    ["/trainer", "trainer"],
    ["/mentoring", "mentoring"],
    ["/away", "away"],
    ["/deputy", "deputy"],
  ] as const;
  return (
    <ul className="items">
      {links.map(([href, name]) => (
        <li key={href}>
          <Link href={href} className="item">
            {say(name)}
          </Link>
        </li>
      ))}
      {me.roles.some(({ role }) => !SERVING.includes(role)) && (
        <li>
          <a href="/console" className="item">
            {say("console")}
          </a>
        </li>
      )}
    </ul>
  );
}

const NAMES: Record<Language, string> = { "zh-CN": "中文", en: "English" };

/** The language of pages and of messages; it is kept on this phone even when the server is not reached. */
function LanguageCard() {
  const say = useWords(meWords);
  const language = useLanguage();
  const offered = useOffered();
  const switchTo = useSwitchLanguage();
  const act = useAct((to: Language) => {
    switchTo(to);
    return call("PUT /me/language", { body: { language: to } });
  });
  if (offered.length < 2) return null;
  return (
    <Card>
      <h2>{say("language")}</h2>
      <fieldset className="segments" aria-label={say("language")}>
        {offered.map((one) => (
          <button type="button" lang={one} key={one} aria-pressed={one === language} onClick={() => act.mutate(one)}>
            {NAMES[one]}
          </button>
        ))}
      </fieldset>
      {act.error && <Trouble error={act.error} />}
    </Card>
  );
}

function SignOut() {
  const say = useWords(meWords);
  const out = useAct(() => signOut("/sign-in?next=/m"));
  return (
    <>
      {out.error && <Trouble error={out.error} />}
      <Button kind="plain" busy={out.isPending} onClick={() => out.mutate()}>
        {say("signOut")}
      </Button>
    </>
  );
}
