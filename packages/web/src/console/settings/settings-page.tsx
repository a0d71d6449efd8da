import { useParams } from "@tanstack/react-router";
import { Tabs } from "antd";
import { useWords } from "../../shared/words.ts";
import { useGo } from "../ui/link.tsx";
import { Page } from "../ui/page.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { Backups } from "./backups.tsx";
import { Cards } from "./cards.tsx";
import { Channels } from "./channels.tsx";
import { Devices } from "./devices.tsx";
import { LanguagePart } from "./language-part.tsx";
import { Names } from "./names.tsx";
import "./settings.css";
import { settingsWords } from "./settings.words.ts";
import { SignIn } from "./sign-in.tsx";
import { Templates } from "./templates.tsx";
import { Tokens } from "./tokens.tsx";
import { Workdays } from "./workdays.tsx";

const PARTS = {
  names: Names,
  channels: Channels,
  "sign-in": SignIn,
  cards: Cards,
  templates: Templates,
  backups: Backups,
  workdays: Workdays,
  language: LanguagePart,
  tokens: Tokens,
  devices: Devices,
} as const;
type Part = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as Part[];
/** What the alliance answers for as well. */
const ALLIANCE: readonly Part[] = ["templates", "workdays"];
/** Everybody's own; the rest is the administrators'. */
const OWN: readonly Part[] = ["language", "tokens", "devices"];

/** The installation's settings for administrators, and one's own language, tokens and devices for everybody. */
export default function SettingsPage() {
  const say = useWords(settingsWords);
  const go = useGo();
  const hasRole = useRoles();
  const administers = hasRole("administrator");
  const { tab } = useParams({ strict: false }) as { tab?: string };
  const parts = administers ? ALL : hasRole("alliance") ? [...OWN, ...ALLIANCE] : OWN;
  const shown = parts.find((part) => part === tab) ?? parts[0];
  return (
    <Page title={say(administers ? "title" : "title.mine")}>
      <Tabs
        {...(shown ? { activeKey: shown } : {})}
        destroyOnHidden
        // All of them are seen at 1280 px in English: what antd folds away is a button among tabs, which is no tab list.
        tabBarGutter={16}
        onChange={(key) => go(`/settings/${key}`)}
        items={parts.map((part) => {
          const Shown = PARTS[part];
          return { key: part, label: say(`tab.${part}`), children: <Shown /> };
        })}
      />
    </Page>
  );
}
