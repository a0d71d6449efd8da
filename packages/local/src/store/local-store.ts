import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { Env, Machine } from "./program.ts";
import type { Kind } from "./store-record.ts";

/** The DynamoDB of this run. */
export interface LocalStore {
  kind: Kind;
  /** Where it answers; absent for the real service. */
  endpoint: string | undefined;
  version?: string;
  /** What a client of it needs: endpoint, region, credentials. */
  config: DynamoDBClientConfig;
  /** Whether clients should leave out their own token on transactions: so it is for dynoxide. */
  dropAutoToken: boolean;
  /** The process that serves now, if it is ours. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface StoreOptions {
  dataDir: string;
  env: Env;
  log: (line: string) => void;
  /** Told once if the store dies more often than it is started again; without it a line in the log must do. */
  onLost?: (error: Error) => void;
  /** The machine to look programs up for; this one by default. */
  machine?: Machine;
}
