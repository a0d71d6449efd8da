import type { Host } from "./user-agent.ts";

export const SECRET = "s3cret-of-the-app";
export const redirectUri = "https://yigong.example/sign-in/x/callback";

/** A sign-in that is under way in a browser, or inside an office system's app. */
export const flow = (host: Host = "browser") => ({
  state: "a".repeat(64),
  nonce: "n",
  verifier: "v".repeat(43),
  host,
  redirectUri,
});

/** The address at which an office system sends a browser back. */
export const back = (query: Record<string, string>) => new URL(`${redirectUri}?${new URLSearchParams(query)}`);
export const code = back({ code: "one-time", state: "a".repeat(64) });

/** The code of the refusal that something ends with. */
export const refusal = (run: Promise<unknown>) => run.then(() => "done").catch((error: { code: string }) => error.code);
