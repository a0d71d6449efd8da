import { createHash } from "node:crypto";

/** A built definition as it lies in `dist/`, whatever read it. */
export const definitionText = (definition: object): string => `${JSON.stringify(definition, null, 2)}\n`;

/** What tells one built definition from another: 16 hexadecimal digits. Executions of another one are replaced. */
export const definitionHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
