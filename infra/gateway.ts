import { LOG_DAYS } from "./defaults.ts";
import { installation } from "./deployment.ts";

const { domain, certificateArn } = installation;

/** Never the path, the address or the query: a survey link is in the path. */
const ACCESS_LOG = {
  requestTime: "$context.requestTime",
  requestId: "$context.requestId",
  routeKey: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  integrationError: "$context.integration.integrationStatus",
};

export const gateway = new sst.aws.ApiGatewayV2("Gateway", {
  ...(domain ? { domain: certificateArn ? { name: domain, dns: false, cert: certificateArn } : domain } : {}),
  // The pages and the API have one origin: no other may call.
  cors: false,
  transform: {
    api: (args) => {
      args.disableExecuteApiEndpoint = domain !== undefined;
      return undefined;
    },
    logGroup: (args) => {
      args.retentionInDays = LOG_DAYS;
      return undefined;
    },
    stage: (args) => {
      args.accessLogSettings = $output(args.accessLogSettings).apply((settings) => ({
        destinationArn: settings?.destinationArn ?? "",
        format: JSON.stringify(ACCESS_LOG),
      }));
      args.defaultRouteSettings = { throttlingBurstLimit: 1_000, throttlingRateLimit: 500 };
      return undefined;
    },
  },
});

/** To what the company's own CNAME of the domain points; Route 53 is set up by the deployment. */
export const domainTarget = certificateArn
  ? gateway.nodes.domainName.apply((made) => made.domainNameConfiguration.targetDomainName)
  : undefined;

/** Where people reach the installation, without a slash at the end. */
export const origin = gateway.url;
