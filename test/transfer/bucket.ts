import { createServer } from "node:http";
import { text } from "node:stream/consumers";

/** A bucket's place: objects that are put are there to be read. Signatures are other tests' matter. */
export async function openBucket() {
  /** By path: type and content. */
  const objects = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    const body = await text(request);
    if (request.method === "PUT") objects.set(path, `${request.headers["content-type"]} ${body}`);
    const content = objects.get(path)?.replace(/^\S+ /, "");
    response.writeHead(content === undefined ? 404 : 200, { "content-length": content?.length ?? 0 });
    response.end(request.method === "GET" ? content : undefined);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    objects,
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
