import type { Received } from "@yigong/testing/signature.ts";
import type { Reply } from "./aws-server.ts";

/** A line that a function, or the gateway, has written. */
export interface Logged {
  by: string;
  line: string;
}

/** What must never be in a log, by what it is. */
export interface Issued {
  add(kind: string, ...values: readonly (string | undefined)[]): void;
  /** Notes what a request and its answer give away: bearer tokens, free texts, codes to check in. */
  request(request: Received, reply: Reply): void;
  /** Notes the tokens in what a state hands to its task. */
  task(payload: unknown): void;
  /** How many values there are of each kind of which there is any. */
  counts(): Record<string, number>;
  /** Which values are in which lines: `survey link in Api: …`. */
  foundIn(logs: readonly Logged[]): string[];
}

const HAN = /\p{Script=Han}/u;

/** Every text in a JSON value, with the name it has there. */
function textsIn(value: unknown, name = ""): [string, string][] {
  if (typeof value === "string") return [[name, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, Array.isArray(value) ? name : key));
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Digits stand for themselves only where no other digit is beside them. */
const has = (line: string, value: string): boolean =>
  /^\d+$/.test(value) ? new RegExp(`(?<!\\d)${value}(?!\\d)`).test(line) : line.includes(value);

export function openIssued(): Issued {
  const values = new Map<string, Set<string>>();
  const add = (kind: string, ...given: readonly (string | undefined)[]) => {
    for (const value of given) if (value) values.set(kind, (values.get(kind) ?? new Set()).add(value));
  };
  return {
    add,
    request({ headers, url, body }, reply) {
      add("bearer token", /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1]);
      for (const [, text] of textsIn(parsed(body.toString("utf8")))) if (HAN.test(text)) add("free text", text);
      if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded"))
        for (const text of new URLSearchParams(body.toString("utf8")).values())
          if (HAN.test(text)) add("free text", text);
      const path = url.split("?")[0] ?? "";
      const [, link] = /^\/s\/([^/]+)$/.exec(path) ?? [];
      add("survey link", link);
      if (path.endsWith("/code")) {
        const { code } = (parsed(String(reply.body)) ?? {}) as { code?: string };
        add("check-in code", code);
      }
    },
    task(payload) {
      for (const [name, text] of textsIn(payload)) if (/token/i.test(name)) add("task token", text);
    },
    counts: () => Object.fromEntries([...values].map(([kind, of]) => [kind, of.size])),
    foundIn: (logs) => [...values].flatMap(([kind, of]) => [...of].flatMap((value) => linesWith(logs, value, kind))),
  };
}

/** The value itself is not told: what is wrong is found in the line. */
const linesWith = (logs: readonly Logged[], value: string, kind: string): string[] =>
  logs.filter(({ line }) => has(line, value)).map(({ by, line }) => `${kind} in ${by}: ${line.slice(0, 300)}`);
