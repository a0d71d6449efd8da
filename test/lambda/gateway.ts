import type { Received } from "@yigong/testing/signature.ts";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Reply } from "./aws-server.ts";

/** An HTTP API as it is deployed. */
export interface HttpApi {
  id: string;
  /** Keys such as `$default` or `GET /s/{token}`, each with the name of its function. */
  routes: ReadonlyMap<string, string>;
  /** The format of an access log's line. */
  logFormat?: string;
}

export interface GatewayDeps {
  invoke: (functionName: string, event: APIGatewayProxyEventV2) => Promise<{ ok: boolean; text?: string }>;
  /** ISO-8601 UTC. */
  now: () => string;
  newRequestId: () => string;
  /** Told each line of the access log. */
  log: (line: string) => void;
}

interface Match {
  key: string;
  functionName: string;
  parameters: Record<string, string>;
}

const MAX_BYTES = 10 * 1024 * 1024;
/** All else comes to a function in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|.+\+(json|xml))\b)/;

/** The route of a request: one with a path of its own before `$default`. */
function matchOf(routes: HttpApi["routes"], method: string, path: string): Match | undefined {
  for (const [key, functionName] of routes) {
    const [verb, template = ""] = key.split(" ");
    if (verb !== method && verb !== "ANY") continue;
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
    const found = new RegExp(`^${template.replace(/\{\w+\}/g, "([^/]+)")}$`).exec(path);
    if (found)
      return {
        key,
        functionName,
        parameters: Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ""])),
      };
  }
  const functionName = routes.get("$default");
  return functionName === undefined ? undefined : { key: "$default", functionName, parameters: {} };
}

/**
 * A request as API Gateway hands it to a function, payload format 2.0.
 *
 * @source https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
function eventOf(
  request: Received,
  match: Match,
  { id, requestId, at }: { id: string; requestId: string; at: string },
) {
  const [rawPath = "/", rawQueryString = ""] = request.url.split(/\?(.*)/s);
  const { cookie, ...others } = request.headers;
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : (value ?? "")]),
  );
  const isText = TEXT.test(headers["content-type"] ?? "");
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQueryString))
    query.set(name, query.has(name) ? `${query.get(name)},${value}` : value);
  const path = decodeURI(rawPath);
  return {
    version: "2.0",
    routeKey: match.key,
    rawPath: path,
    rawQueryString,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(query.size === 0 ? {} : { queryStringParameters: Object.fromEntries(query) }),
    ...(Object.keys(match.parameters).length === 0 ? {} : { pathParameters: match.parameters }),
    requestContext: {
      accountId: "123456789012",
      apiId: id,
      domainName: headers.host ?? "",
      domainPrefix: id,
      http: {
        method: request.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: "192.0.2.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId,
      routeKey: match.key,
      stage: "$default",
      time: at,
      timeEpoch: Date.parse(at),
    },
    ...(request.body.length === 0 ? {} : { body: request.body.toString(isText ? "utf8" : "base64") }),
    isBase64Encoded: request.body.length > 0 && !isText,
  } satisfies APIGatewayProxyEventV2;
}

const message = (status: number, text: string): Reply => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ message: text }),
});

/** What a function answered, as it goes out; an answer without a status is a body of JSON. */
function replyOf(text: string): Reply & { cookies: string[] } {
  const answer = JSON.parse(text) as APIGatewayProxyStructuredResultV2 | null;
  if (answer === null || typeof answer !== "object" || answer.statusCode === undefined)
    return { ...message(200, ""), body: text, cookies: [] };
  const { statusCode = 200, headers = {}, body = "", isBase64Encoded, cookies = [] } = answer;
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: isBase64Encoded ? Buffer.from(body, "base64") : body,
    cookies,
  };
}

const rendered = (format: string, values: Record<string, string>): string =>
  format.replace(/\$context\.([\w.]+)/g, (_, name: string) => values[name] ?? `<${name}>`);

/** Answers requests as an HTTP API with functions behind it does. */
export function openGateway(api: HttpApi, { invoke, now, newRequestId, log }: GatewayDeps) {
  const reply = async (request: Received, match: Match | undefined, requestId: string): Promise<Reply> => {
    if (!match) return message(404, "Not Found");
    if (request.body.length > MAX_BYTES) return message(413, "Request Entity Too Large");
    const answer = await invoke(match.functionName, eventOf(request, match, { id: api.id, requestId, at: now() }));
    if (!answer.ok || answer.text === undefined) return message(500, "Internal Server Error");
    const { cookies, ...rest } = replyOf(answer.text);
    if (cookies.length === 0) return rest;
    return { ...rest, headers: { ...rest.headers, "set-cookie": cookies } };
  };
  return async (request: Received): Promise<Reply & { requestId: string }> => {
    const [path = "/"] = request.url.split("?");
    const match = matchOf(api.routes, request.method, path);
    const requestId = newRequestId();
    const answer = await reply(request, match, requestId);
    const values = {
      requestId,
      routeKey: match?.key ?? "",
      status: String(answer.status),
      path,
      httpMethod: request.method,
    };
    if (api.logFormat !== undefined) log(rendered(api.logFormat, { ...values, "identity.sourceIp": "192.0.2.1" }));
    return { ...answer, requestId };
  };
}
