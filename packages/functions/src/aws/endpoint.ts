/** Environment variables, as Lambda sets them. */
export type Env = Record<string, string | undefined>;

/** Services that we call with requests of our own, by the names that the SDK's variables have. */
const SERVICES = {
  DYNAMODB: { host: "dynamodb", signedAs: "dynamodb" },
  LAMBDA: { host: "lambda", signedAs: "lambda" },
  S3: { host: "s3", signedAs: "s3" },
  SESV2: { host: "email", signedAs: "ses" },
  SFN: { host: "states", signedAs: "states" },
} as const;
export type Service = keyof typeof SERVICES;

/** The endpoint of a service, and whether the environment overrides it. */
export interface Endpoint {
  url: URL;
  isOverridden: boolean;
  region: string;
  /** The service's name in signatures. */
  signedAs: string;
}

/**
 * Finds a service as AWS's own clients do: `AWS_ENDPOINT_URL_<SERVICE>`, else `AWS_ENDPOINT_URL`, else the region's own.
 *
 * @throws Error when the environment names no region
 * @source AWS SDKs and Tools Reference Guide, Service-specific endpoints
 */
export function endpointOf(service: Service, env: Env): Endpoint {
  const { host, signedAs } = SERVICES[service];
  const region = env.AWS_REGION;
  if (!region) throw new Error("AWS_REGION is not set.");
  const override = env[`AWS_ENDPOINT_URL_${service}`] || env.AWS_ENDPOINT_URL;
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const url = new URL(override ?? `https://${host}.${region}.${suffix}`);
  return { url, isOverridden: override !== undefined, region, signedAs };
}

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
}

/** The function's own credentials. @throws Error when the environment has none */
export function credentialsOf(env: Env): Credentials {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId || !secretAccessKey) throw new Error("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set.");
  return { accessKeyId, secretAccessKey, sessionToken: env.AWS_SESSION_TOKEN || undefined };
}
