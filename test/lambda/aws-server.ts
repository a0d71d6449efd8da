import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Denied } from "@yigong/testing/iam/guard.ts";
import { isSignedWith, type Received, signedBy } from "@yigong/testing/signature.ts";

/** A role as its credentials are known to AWS. */
export interface Role {
  name: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

export interface Reply {
  status: number;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** Answers a request of a role to one service. @throws Denied */
export type Service = (role: string, request: Received) => Promise<Reply>;

/** An error as JSON services of AWS tell it. */
export const fault = (status: number, type: string, message: string): Reply => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-errortype": type },
  body: JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message, Message: message }),
});

/** The services of AWS at one address of loopback, which take signed requests of known roles alone. */
export async function openAwsServer(roles: readonly Role[], services: Record<string, Service>) {
  const byKey = new Map(roles.map((role) => [role.accessKeyId, role]));

  const answer = async (request: Received): Promise<Reply> => {
    const signed = signedBy(request);
    if (!signed) return fault(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    const role = byKey.get(signed.accessKeyId);
    if (role?.sessionToken !== request.headers["x-amz-security-token"])
      return fault(403, "UnrecognizedClientException", "The security token included in the request is invalid.");
    if (!role || !isSignedWith(role.secretAccessKey, request, signed))
      return fault(403, "InvalidSignatureException", "The request signature we calculated does not match.");
    const service = services[signed.service];
    if (!service) return fault(404, "UnknownService", `Nothing here is called ${signed.service}.`);
    try {
      return await service(role.name, request);
    } catch (error) {
      if (error instanceof Denied) return fault(400, error.name, error.message);
      throw error;
    }
  };

  const server = createServer((request, response) => {
    receive(request)
      .then(answer)
      .catch((error: unknown) => fault(500, "InternalFailure", String(error)))
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  // A function that stands still answers no one: its connections must not be closed behind its back.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = "GET", url = "/", headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks) };
}

export function send(response: ServerResponse, { status, headers = {}, body = "" }: Reply): void {
  // A real date would tell a client in virtual time that its clock is wrong.
  response.sendDate = false;
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}
