import { prefix, traits } from "./deployment.ts";

/** Days that what a function, the gateway or a state machine says is kept. */
export const LOG_DAYS = 90;

$transform(sst.aws.Function, (args) => {
  args.runtime ??= "nodejs24.x";
  args.architecture ??= "arm64";
  args.memory ??= "512 MB";
  args.logging ??= { format: "json", retention: "3 months" };
  args.environment = $output(args.environment).apply((set) => ({
    POWERTOOLS_SERVICE_NAME: prefix,
    POWERTOOLS_METRICS_NAMESPACE: "Yigong",
    ...set,
  }));
  // `sst dev` runs handlers elsewhere and needs SST's own role for it.
  if ($dev) return;
  args.transform = {
    ...args.transform,
    role: (role) => {
      // SST 4.17 lets the whole account assume every function's role, and every function write every log group.
      role.assumeRolePolicy = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" });
      role.managedPolicyArns = [];
      return undefined;
    },
  };
});

$transform(aws.lambda.Function, (args) => {
  args.tracingConfig ??= { mode: traits.traces ? "Active" : "PassThrough" };
});
