import type { Grant } from "./grants.ts";

/** What statements are about; `Text` is a string, or one that is known when it is deployed. */
export interface Places<Text> {
  alliance: Text;
  ledger: Text;
  files: Text;
  outbox: Text;
  machines: Record<NonNullable<Grant["executions"]>[number], Text>;
  /** The function's own log group. */
  logs: Text;
  /** The identity mail comes from, when SES carries it. */
  mail?: { identity: Text; from: string } | undefined;
  traces: boolean;
}

export interface Statement<Text> {
  actions: string[];
  resources: Text[];
  conditions?: { test: string; variable: string; values: string[] }[];
}

const prefixed = (service: string, actions: readonly string[] = []) => actions.map((action) => `${service}:${action}`);

/**
 * Turns a grant into IAM statements, each with exact actions and resources.
 *
 * `*` stands as a resource in two places only: answers to tasks and traces have no resources in IAM.
 * @param under - joins a part to what may be known later only
 */
export function statementsOf<Text>(
  grant: Grant,
  places: Places<Text>,
  under: (base: Text, part: string) => Text,
  anything: Text,
): Statement<Text>[] {
  const { alliance, ledger, files } = places;
  const objects = (prefix: "quarantine" | "serving") => ({
    actions: prefixed("s3", grant.files?.[prefix]),
    resources: [under(files, `/${prefix}/*`)],
  });
  const dynamo = (actions: readonly string[] | undefined, resource: Text) => ({
    actions: prefixed("dynamodb", actions),
    resources: [resource],
  });
  return [
    dynamo(grant.alliance?.table, alliance),
    dynamo(grant.alliance?.gsi1, under(alliance, "/index/gsi1")),
    dynamo(grant.alliance?.gsi2, under(alliance, "/index/gsi2")),
    dynamo(grant.ledger?.table, ledger),
    dynamo(grant.ledger?.gsi1, under(ledger, "/index/gsi1")),
    objects("quarantine"),
    objects("serving"),
    { actions: grant.files?.list ? ["s3:ListBucket"] : [], resources: [files] },
    { actions: grant.wakes ? ["lambda:InvokeFunction"] : [], resources: [places.outbox] },
    ...executionsOf(grant, places, anything),
    ...mailOf(grant, places),
    { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [under(places.logs, ":*")] },
    { actions: places.traces ? ["xray:PutTraceSegments", "xray:PutTelemetryRecords"] : [], resources: [anything] },
  ].filter(({ actions }) => actions.length > 0);
}

function executionsOf<Text>({ executions }: Grant, { machines }: Places<Text>, anything: Text): Statement<Text>[] {
  if (!executions) return [];
  return [
    { actions: ["states:StartExecution"], resources: executions.map((name) => machines[name]) },
    { actions: ["states:SendTaskSuccess", "states:SendTaskFailure"], resources: [anything] },
  ];
}

function mailOf<Text>({ mail: isSender }: Grant, { mail }: Places<Text>): Statement<Text>[] {
  if (!isSender || !mail) return [];
  const conditions = [{ test: "StringEquals", variable: "ses:FromAddress", values: [mail.from] }];
  // What is sent is a whole message, for which API v2 too asks for this action and not for `SendEmail`.
  return [{ actions: ["ses:SendRawEmail"], resources: [mail.identity], conditions }];
}
