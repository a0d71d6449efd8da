import { Outlet, useLocation } from "@tanstack/react-router";
import { Button, Drawer, Dropdown, Layout, Menu } from "antd";
import { useState } from "react";
import { call, signOut as leave } from "../../shared/api/call.ts";
import { useLanguage } from "../../shared/language.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useOffered, useSettings } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { THEMES, useLookOf } from "../look.ts";
import { useGo } from "../ui/link.tsx";
import { layoutWords } from "./layout.words.ts";
import { placesFor } from "./places.ts";
import { SearchBox } from "./search-box.tsx";

/** What is around every page: where one can go, search, and who one is. */
export function Shell() {
  const say = useWords(layoutWords);
  const settings = useSettings();
  const [open, setOpen] = useState(false);
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {say("skip")}
      </a>
      <Layout.Header className="shell-head">
        <Button className="shell-menu" onClick={() => setOpen(true)} aria-label={say("menu")}>
          ☰
        </Button>
        <span className="shell-name">
          {settings?.name ?? say("name")}
          {settings?.company && <small className="quiet">{settings.company}</small>}
        </span>
        <SearchBox />
        <Self />
      </Layout.Header>
      <Layout>
        <Layout.Sider className="shell-side" width={200}>
          <Places />
        </Layout.Sider>
        <Layout.Content id="content" tabIndex={-1} className="shell-content">
          <Outlet />
        </Layout.Content>
      </Layout>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={240} title={say("menu")}>
        <Places onGo={() => setOpen(false)} />
      </Drawer>
    </Layout>
  );
}

function Places({ onGo }: { onGo?: () => void }) {
  const say = useWords(layoutWords);
  const me = useMe();
  const go = useGo();
  const { pathname } = useLocation();
  const groups = placesFor(me?.roles.map(({ role }) => role) ?? []);
  const isAt = (to: string) => (to === "/" ? pathname === "/" : pathname.startsWith(to));
  const current = groups
    .flatMap(({ places }) => places)
    .filter(({ to, under = [] }) => isAt(to) || under.some(isAt))
    .at(-1)?.to;
  return (
    <nav aria-label={say("menu")}>
      <Menu
        mode="inline"
        selectedKeys={current ? [current] : []}
        onClick={({ key }) => {
          go(key);
          onGo?.();
        }}
        items={groups.map(({ group, places }) => ({
          key: group,
          type: "group",
          label: say(`group.${group}`),
          children: places.map(({ page, to }) => ({ key: to, label: say(`page.${page}`) })),
        }))}
      />
    </nav>
  );
}

function Self() {
  const say = useWords(layoutWords);
  const me = useMe();
  const go = useGo();
  const language = useLanguage();
  const { theme, choose, speak } = useLookOf();
  const other = language === "zh-CN" ? "en" : "zh-CN";
  const speakOther = useAct(() => call("PUT /me/language", { body: { language: other } }));
  const signOut = useAct(() => leave("/sign-in"));
  const turns: Record<string, () => void> = {
    language: () => {
      speak(other);
      speakOther.mutate();
    },
    mine: () => go("/settings/devices"),
    phone: () => location.assign("/m"),
    signOut: () => signOut.mutate(),
    ...Object.fromEntries(THEMES.map((one) => [one, () => choose(one)])),
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        selectedKeys: [theme],
        onClick: ({ key }) => turns[key]?.(),
        items: [
          ...(useOffered().length > 1 ? [{ key: "language", label: say("language") }] : []),
          {
            key: "theme",
            type: "group",
            label: say("theme"),
            children: THEMES.map((one) => ({ key: one, label: say(`theme.${one}`) })),
          },
          { type: "divider" },
          { key: "mine", label: say("mine") },
          { key: "phone", label: say("phone") },
          { key: "signOut", label: say("signOut") },
        ],
      }}
    >
      <Button type="text" className="shell-self">
        {me?.name ?? "…"}
      </Button>
    </Dropdown>
  );
}
