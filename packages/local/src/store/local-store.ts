import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { Env, Machine } from "./program.ts";
import type { Kind } from "./store-record.ts";

/** An open DynamoDB. */
export interface LocalStore {
  kind: Kind;
  /** undefined for AWS's own service. */
  endpoint: string | undefined;
  version?: string;
  /** Configuration of a client: endpoint, region, credentials. */
  config: DynamoDBClientConfig;
  /** Whether clients must send no ClientRequestToken with transactions, as for dynoxide. */
  dropAutoToken: boolean;
  /** Pid of the store's process, if this process has started it. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface StoreOptions {
  dataDir: string;
  env: Env;
  log: (line: string) => void;
  /** Called once when the store is given up after too many restarts; by default the error is logged. */
  onLost?: (error: Error) => void;
  /** Platform to find programs for; this machine's by default. */
  machine?: Machine;
}
