import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A way to a DynamoDB endpoint that keeps the names of the operations that pass. */
export async function openWatched(endpoint: string) {
  const operations = new Set<string>();
  const server = createServer((asked, answer) => {
    const [, operation] = String(asked.headers["x-amz-target"] ?? "").split(".");
    if (operation) operations.add(operation);
    const { method = "GET", headers, url = "/" } = asked;
    const passed = ask(new URL(url, endpoint), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    operations,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
