type State = Record<string, unknown>;

export const ACCOUNT = "123456789012";

/** @source AWS General Reference, ARNs: partitions */
export const partitionOf = (region: string): string => (region.startsWith("cn-") ? "aws-cn" : "aws");
const domainOf = (region: string): string => `amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;

/** What AWS would add to a resource when it makes one: its ARN, and what others here ask it for. */
export function madeBy(region: string): (type: string, state: State, id: string) => State {
  const partition = partitionOf(region);
  const arn = (service: string, resource: string, at = region, of = ACCOUNT) =>
    `arn:${partition}:${service}:${at}:${of}:${resource}`;
  const byType: Record<string, (state: State, id: string) => State> = {
    "aws:dynamodb/table:Table": ({ name }) => ({ arn: arn("dynamodb", `table/${name}`) }),
    "aws:s3/bucket:Bucket": ({ bucket }) => ({
      arn: arn("s3", String(bucket), "", ""),
      bucketRegionalDomainName: `${bucket}.s3.${region}.${domainOf(region)}`,
    }),
    "aws:lambda/function:Function": ({ name }) => {
      const own = arn("lambda", `function:${name}`);
      const path = `lambda:path/2015-03-31/functions/${own}/invocations`;
      return {
        arn: own,
        qualifiedArn: `${own}:$LATEST`,
        version: "$LATEST",
        invokeArn: arn("apigateway", path, region, ""),
      };
    },
    "aws:iam/role:Role": ({ name }) => ({ arn: arn("iam", `role/${name}`, "") }),
    "aws:sfn/stateMachine:StateMachine": ({ name }) => ({ arn: arn("states", `stateMachine:${name}`) }),
    "aws:cloudwatch/logGroup:LogGroup": ({ name }) => ({ arn: arn("logs", `log-group:${name}`) }),
    "aws:cloudwatch/eventRule:EventRule": ({ name }) => ({ arn: arn("events", `rule/${name}`) }),
    "aws:sns/topic:Topic": ({ name }) => ({ arn: arn("sns", String(name)) }),
    "aws:apigatewayv2/api:Api": (_, id) => ({
      arn: arn("apigateway", `/apis/${id}`, region, ""),
      apiEndpoint: `https://${id}.execute-api.${region}.${domainOf(region)}`,
      executionArn: arn("execute-api", id),
    }),
    "aws:apigatewayv2/domainName:DomainName": ({ domainName }) => ({
      domainName,
      domainNameConfiguration: { targetDomainName: `d-offline.execute-api.${region}.${domainOf(region)}` },
    }),
    "aws:cloudfront/distribution:Distribution": (_, id) => ({
      arn: arn("cloudfront", `distribution/${id}`, ""),
      domainName: "d-offline.cloudfront.net",
    }),
    "random:index/randomBytes:RandomBytes": ({ length }) => ({
      base64: Buffer.alloc(Number(length), 7).toString("base64"),
    }),
  };
  return (type, state, id) => {
    const service = type.split(/[:/]/)[1] ?? "";
    return { ...(type.startsWith("aws:") ? { arn: arn(service, id) } : {}), ...byType[type]?.(state, id) };
  };
}

/** What the provider answers without making anything. */
export function answered(region: string, token: string, inputs: State): State {
  const partition = partitionOf(region);
  switch (token) {
    case "aws:index/getRegion:getRegion":
      return { region, name: region, id: region };
    case "aws:index/getPartition:getPartition":
      return { partition, id: partition, dnsSuffix: domainOf(region) };
    case "aws:index/getCallerIdentity:getCallerIdentity":
      return { accountId: ACCOUNT, id: ACCOUNT, userId: ACCOUNT, arn: `arn:${partition}:iam::${ACCOUNT}:root` };
    default:
      return { ...inputs, id: token };
  }
}
