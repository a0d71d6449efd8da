/** What something costs, in US dollars for so many of it. */
export interface Price {
  usd: number;
  per: number;
  source: string;
}

/**
 * List prices of us-east-1, on demand and without free tiers, as of September 2026. Everything that is priced is priced from here.
 *
 * Mainland regions have their own lists, some 10 to 40 % higher.
 */
export const PRICES = {
  transition: { usd: 0.025, per: 1_000, source: "aws.amazon.com/step-functions/pricing: Standard Workflows" },
  writeUnit: { usd: 0.625, per: 1_000_000, source: "aws.amazon.com/dynamodb/pricing/on-demand: write request units" },
  readUnit: { usd: 0.125, per: 1_000_000, source: "aws.amazon.com/dynamodb/pricing/on-demand: read request units" },
  httpRequest: { usd: 1, per: 1_000_000, source: "aws.amazon.com/api-gateway/pricing: HTTP APIs, each 512 KB" },
  invocation: { usd: 0.2, per: 1_000_000, source: "aws.amazon.com/lambda/pricing: requests" },
  gigabyteSecond: { usd: 0.0000133334, per: 1, source: "aws.amazon.com/lambda/pricing: Arm, duration by the ms" },
  filePut: { usd: 0.005, per: 1_000, source: "aws.amazon.com/s3/pricing: PUT, COPY, POST, LIST" },
  fileGet: { usd: 0.0004, per: 1_000, source: "aws.amazon.com/s3/pricing: GET and all other requests" },
  schedule: { usd: 1, per: 1_000_000, source: "aws.amazon.com/eventbridge/pricing: Scheduler invocations" },
} as const satisfies Record<string, Price>;

export type Item = keyof typeof PRICES;

/** What a number of something costs, US dollars. */
export const costOf = (item: Item, count: number): number => (count * PRICES[item].usd) / PRICES[item].per;

/** Memory of every function; what is billed is this times the time, and processor time comes with it. */
export const MEMORY_MB = 512;
/** A function of this size has one processor to itself. @source docs.aws.amazon.com/lambda: Configure function memory */
const MB_OF_ONE_PROCESSOR = 1_769;
/** Our own work takes so many times as long there as on a processor of this machine's. */
export const SLOWER = MB_OF_ONE_PROCESSOR / MEMORY_MB;

export const durationCost = (ms: number): number => costOf("gigabyteSecond", (ms / 1_000) * (MEMORY_MB / 1_024));
