import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Functions {
  readonly url: string;
  close(): void;
}

/** Serves two functions over the Lambda Invoke API: `add` returns n + 1, `ask` passes its task token to `onToken`. */
export async function serveFunctions(onToken: (name: string, token: string) => void): Promise<Functions> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const payload = JSON.parse(Buffer.concat(chunks).toString()) as { name: string; n: number; token?: string };
    if (payload.token !== undefined) onToken(payload.name, payload.token);
    response.end(JSON.stringify(payload.n + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
