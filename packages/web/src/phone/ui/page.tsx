import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { useOnline } from "../../shared/use-online.ts";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

interface Content {
  title: string;
  /** Where the page belongs; without it the page is one of the main ones. */
  back?: string;
  /** `Acts`, for the bottom of the page. */
  acts?: ReactNode;
  children: ReactNode;
}

/** One page: a heading, what it says, and its acts at the bottom. */
export function Page({ title, back, acts, children }: Content) {
  const say = useWords(uiWords);
  const online = useOnline();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say("page.title", { page: title });
  }, [title, say]);
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <header className={back === undefined ? "top main" : "top"}>
        {back !== undefined && (
          <Link href={back} className="back" aria-label={say("back")}>
            <Chevron />
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      {!online && (
        <p className="banner" role="status">
          {say("offline.banner")}
        </p>
      )}
      <main>
        {children}
        {acts}
      </main>
      {back === undefined && <Tabs />}
    </>
  );
}

/** The acts of a page or a form: at its end, and at the bottom of the screen, in reach of a thumb, while it is longer. */
export const Acts = ({ hint, children }: { hint?: string | undefined; children: ReactNode }) => (
  <div className="acts within">
    {children}
    {hint && <p className="hint">{hint}</p>}
  </div>
);

const Chevron = () => (
  <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d="M15 5l-7 7 7 7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
);

const TABS = [
  ["/", "home", "M4 11l8-7 8 7v9h-5v-6H9v6H4z"],
  ["/activities", "activities", "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4"],
  ["/points", "points", "M5 20V11M12 20V4M19 20v-6"],
  ["/me", "me", "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c1-5 4-7 8-7s7 2 8 7"],
] as const;

function Tabs() {
  const say = useWords(uiWords);
  return (
    <nav className="tabs" aria-label={say("tabs")}>
      {TABS.map(([href, name, path]) => (
        <TabLink key={href} href={href} path={path}>
          {say(name)}
        </TabLink>
      ))}
    </nav>
  );
}

function TabLink({ href, path, children }: { href: string; path: string; children: ReactNode }) {
  const here = location.pathname.replace(/^\/m\/?/, "/").replace(/\/$/, "") || "/";
  return (
    <Link href={href} className="tab" {...(here === href ? { "aria-current": "page" as const } : {})}>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {children}
    </Link>
  );
}
