import type { Address } from "./address.ts";

/** A DynamoDB that can be started on this machine. */
export interface Program {
  kind: "dynoxide" | "dynamodb-local";
  command: string;
  args(at: Address & { dataDir: string }): string[];
  /** Its file in the data directory. */
  database: string;
  /** It listens on every address of the machine and takes no `host`. */
  listensEverywhere?: true;
  /** Matches its output once it listens, if it prints anything. */
  readyLine?: RegExp;
}

/** Environment variables, as an argument. */
export type Env = Record<string, string | undefined>;

/** Platform that a program must be built for. */
export interface Machine {
  platform: string;
  arch: string;
}
