import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "wouter";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

interface Act extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: "primary" | "plain" | "quiet";
  busy?: boolean;
  children: ReactNode;
}

/** A button that says its verb and object; while it works it says so and takes no second touch. */
export function Button({ kind = "primary", busy = false, children, type = "button", ...rest }: Act) {
  const say = useWords(uiWords);
  return (
    <button type={type} className={`button ${kind}`} aria-busy={busy} {...rest} disabled={busy || rest.disabled}>
      {busy ? say("sending") : children}
    </button>
  );
}

export const ButtonLink = ({
  href,
  kind = "primary",
  children,
}: {
  href: string;
  kind?: string;
  children: ReactNode;
}) => (
  <Link href={href} className={`button ${kind}`}>
    {children}
  </Link>
);

export const Card = ({ children, className = "" }: { children: ReactNode; className?: string }) => (
  <section className={`card ${className}`}>{children}</section>
);

type Tone = "plain" | "good" | "soon" | "late" | "accent";

export const Chip = ({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`chip ${tone}`}>{children}</span>
);

/** Facts by name, one a line. */
export const Facts = ({ items }: { items: readonly (readonly [string, ReactNode] | undefined)[] }) => (
  <dl className="facts">
    {items.map(
      (item) =>
        item && (
          <div key={item[0]}>
            <dt>{item[0]}</dt>
            <dd>{item[1]}</dd>
          </div>
        ),
    )}
  </dl>
);

/** Nothing here, and what to do first. */
export const Empty = ({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) => (
  <Card className="empty">
    <p className="strong">{title}</p>
    {children && <p className="quiet">{children}</p>}
    {act}
  </Card>
);

/** It was done: what, in words. */
export const Done = ({ children }: { children: ReactNode }) => (
  <p className="note good" role="status">
    {children}
  </p>
);

export const Note = ({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) => (
  <div className={`note ${tone}`}>{children}</div>
);
