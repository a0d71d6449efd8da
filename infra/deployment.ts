import { installationOf, regionOf } from "./installation.ts";
import { traitsOf } from "./region.ts";

const { partition } = aws.getPartitionOutput();
const { accountId } = aws.getCallerIdentityOutput();

export const region = regionOf(process.env);
export const traits = traitsOf(region);
export const installation = installationOf(process.env);
export const production = $app.stage === "production";
export const account = accountId;

/** Begins the name of everything that SST does not name. */
export const prefix = `${$app.name}-${$app.stage}`;

/** ARN of something of this account and region, in its partition. */
export const arnOf = (service: string, resource: $util.Input<string>) =>
  $interpolate`arn:${partition}:${service}:${region}:${accountId}:${resource}`;

export { partition };
