/** A problem of a definition. `location` is a JSON pointer. */
export interface Diagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly code: string;
  readonly message: string;
  readonly location: string;
}

export interface Report {
  readonly found: Diagnostic[];
  error(location: string, message: string, code?: string): void;
}

export function openReport(): Report {
  const found: Diagnostic[] = [];
  return {
    found,
    error: (location, message, code = "SCHEMA_VALIDATION_FAILED") => {
      found.push({ severity: "ERROR", code, message, location });
    },
  };
}
