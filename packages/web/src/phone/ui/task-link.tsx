import type { ReactNode } from "react";
import { Link } from "wouter";
import { inApp } from "./in-app.ts";

interface Leading {
  /** As the API says it, beginning with a slash. */
  href: string;
  className: string;
  children: ReactNode;
}

/** Leads to the one page where something is done: one of the app's, or a document of its own. */
export function TaskLink({ href, className, children }: Leading) {
  const path = inApp(href);
  return path === undefined ? (
    <a href={href} className={className}>
      {children}
    </a>
  ) : (
    <Link href={path} className={className}>
      {children}
    </Link>
  );
}
