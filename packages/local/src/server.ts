import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** A listening server whose handler is set later: the port must be known before the handler exists. */
export interface Listening {
  port: number;
  server: Server;
  serve(fetch: (request: Request) => Response | Promise<Response>): void;
  close(): Promise<void>;
}

const STARTING = () => new Response("starting", { status: 503, headers: { "retry-after": "1" } });

/** @param port - 0 takes any free one. @throws when the port is taken */
export async function listen(port: number, hostname = "127.0.0.1"): Promise<Listening> {
  let fetch: (request: Request) => Response | Promise<Response> = STARTING;
  const server = createServer(getRequestListener((request) => fetch(request)));
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is in use. Set PORT to another one.`) : error);
    server.once("error", refuse).listen(port, hostname, resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === "object" && address !== null ? address.port : port,
    serve: (handler) => {
      fetch = handler;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
