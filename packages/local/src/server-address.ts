import { isIP } from "node:net";
import { readSettings } from "./settings.ts";

/** Where the server of this environment is asked from this machine. */
export function serverAddress(env: Record<string, string | undefined>): string {
  const { port, hostname } = readSettings(env);
  if (hostname === "0.0.0.0" || hostname === "::") return `http://127.0.0.1:${port}`;
  return `http://${isIP(hostname) === 6 ? `[${hostname}]` : hostname}:${port}`;
}
