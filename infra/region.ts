/**
 * What a region has. Mainland regions form a partition of their own and lack some of what we use elsewhere.
 *
 * Nothing of ours uses function URLs, which are missing there. CloudFront is another service there, with contracts of its own.
 */
export interface RegionTraits {
  mainland: boolean;
  /** X-Ray traces of functions and state machines. */
  traces: boolean;
  /** EventBridge Scheduler, which knows time zones; without it rules in UTC do its work. */
  scheduler: boolean;
  /** Amazon SES; without it mail goes through SMTP. */
  ses: boolean;
  /** CloudFront for the apps' assets; without it they come from the API, or from the company's own CDN. */
  cloudFront: boolean;
  currency: "USD" | "CNY";
}

/** @source docs/operations.md Mainland regions */
export function traitsOf(region: string): RegionTraits {
  const mainland = region.startsWith("cn-");
  return {
    mainland,
    traces: !mainland,
    scheduler: !mainland,
    ses: !mainland,
    cloudFront: !mainland,
    currency: mainland ? "CNY" : "USD",
  };
}
