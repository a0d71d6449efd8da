import { createContext, type ReactNode, useContext } from "react";
import { useWords } from "../../../shared/words.ts";
import type { Problem } from "./new.routes.ts";
import { newWords } from "./new.words.ts";

/** What is wrong with what was filled in, for every field to find its own. */
export const ProblemsContext = createContext<readonly Problem[]>([]);

export const idOf = (path: string): string => `field-${path.replaceAll(".", "-")}`;

/** Leads to the field of a problem; what is folded away is opened. */
export function focusField(path: string): void {
  const field = document.getElementById(idOf(path));
  field?.closest("details")?.setAttribute("open", "");
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

/** What a field's control takes: its name for the label, and whether something is wrong. */
export interface Control {
  id: string;
  status: "error" | "warning" | "";
  "aria-describedby"?: string;
  "aria-invalid"?: true;
}

interface Props {
  /** As the API calls it, such as `sessions.0.endsAt`. */
  path: string;
  label: string;
  hint?: ReactNode;
  needed?: boolean;
  className?: string;
  children: (control: Control) => ReactNode;
}

/** A field with its label, and what is wrong right below it. */
export function Item({ path, label, hint, needed, className = "", children }: Props) {
  const say = useWords(newWords);
  const problems = useContext(ProblemsContext).filter((problem) => problem.path === path);
  const id = idOf(path);
  const blocking = problems.some((problem) => problem.blocking);
  const told = problems.length > 0 || hint ? { "aria-describedby": `${id}-said` } : {};
  return (
    <div className={`item ${className}`}>
      <label htmlFor={id}>
        {label}
        {needed && <span className="quiet"> {say("needed")}</span>}
      </label>
      {children({
        id,
        status: blocking ? "error" : problems.length > 0 ? "warning" : "",
        ...told,
        ...(blocking ? { "aria-invalid": true } : {}),
      })}
      <div id={`${id}-said`} className="item-said">
        <Said problems={problems} />
        {problems.length === 0 && hint && <span className="quiet">{hint}</span>}
      </div>
    </div>
  );
}

/** Problems in words. */
export const Said = ({ problems }: { problems: readonly Problem[] }) =>
  problems.map(({ text, blocking }) => (
    <div key={text} className={blocking ? "late" : "soon"}>
      {text}
    </div>
  ));

/** What is wrong with a whole part, such as `sessions`. */
export function PartSaid({ path }: { path: string }) {
  const problems = useContext(ProblemsContext).filter((problem) => problem.path === path);
  return (
    <div id={idOf(path)} tabIndex={-1} className="part-said">
      <Said problems={problems} />
    </div>
  );
}
