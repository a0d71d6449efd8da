import { Link, useNavigate } from "@tanstack/react-router";
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
