import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { Env, Machine } from "./program.ts";
import type { Kind } from "./store-record.ts";

/** An open DynamoDB. */
export interface LocalStore {
  kind: Kind;
  /** undefined for AWS's own service. */
  endpoint: string | undefined;
  /** Environment variables with which another process reaches the same store. */
  reach: Env;
  version?: string;
  /** Configuration of a client: endpoint, region, credentials. */
  config: DynamoDBClientConfig;
  /** Whether clients must send no ClientRequestToken with transactions, as for dynoxide. */
  dropAutoToken: boolean;
  /** Whether it answers now. Always true for AWS's own service, which is not asked. */
  isUp(): Promise<boolean>;
  /** Pid of the store's process, if this process has started it. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface StoreOptions {
  dataDir: string;
  env: Env;
  log: (line: string) => void;
  /** Platform to find programs for; this machine's by default. */
  machine?: Machine;
}
