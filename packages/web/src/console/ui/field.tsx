import { type ReactNode, useId } from "react";

interface Props {
  label: ReactNode;
  /** What to write, below the field. */
  hint?: ReactNode;
  children: (id: string) => ReactNode;
}

/** A field with its label above it. */
export function Field({ label, hint, children }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <div className="quiet">{hint}</div>}
    </div>
  );
}
