/** A DynamoDB that can be started on this machine. */
export interface Program {
  kind: "dynoxide" | "dynamodb-local";
  command: string;
  args(at: { port: number; dataDir: string }): string[];
  /** What it prints once it owns its port, when it prints anything. */
  readyLine?: RegExp;
}

/** The environment as the composition root hands it over. */
export type Env = Record<string, string | undefined>;

/** The machine that programs are looked up for. */
export interface Machine {
  platform: string;
  arch: string;
}
