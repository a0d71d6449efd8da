import { Link, useLinkProps, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { ReactNode } from "react";

interface To {
  /** A path of the console, such as `/activities/act_1`. */
  to: string;
  search?: Record<string, string>;
  className?: string;
  /** Read out instead of the text, where that alone would say too little. */
  label?: string;
  children: ReactNode;
}

/** A link to a page of the console. */
export const PageLink = ({ to, search, className, label, children }: To) => (
  <Link
    to={to as never}
    search={(search ?? {}) as never}
    {...(className ? { className } : {})}
    {...(label ? { "aria-label": label } : {})}
  >
    {children}
  </Link>
);

/** Goes to a page of the console. */
export function useGo() {
  const navigate = useNavigate();
  return (to: string, search: Record<string, string> = {}) =>
    void navigate({ to: to as never, search: search as never });
}

interface ButtonTo {
  to: string;
  primary?: boolean;
  children: string;
}

/** A link that looks like the button it stands among. */
export function ButtonLink({ to, primary = false, children }: ButtonTo) {
  const { href } = useLinkProps({ to: to as never });
  const go = useGo();
  return (
    <Button
      type={primary ? "primary" : "default"}
      href={href ?? ""}
      onClick={(event) => {
        // A new tab or window stays the browser's.
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Button>
  );
}
