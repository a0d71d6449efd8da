import { createServer, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { Refusal } from "@yigong/core/lib/error.ts";

/** @param env - the connection, by which it is known who asks */
type Handler = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/** A listening server whose handler is set later: the port must be known before the handler exists. */
export interface Listening {
  port: number;
  server: Server;
  serve(fetch: Handler): void;
  close(): Promise<void>;
}

const STARTING = () => new Response("starting", { status: 503, headers: { "retry-after": "1" } });

/** What to do, by the code of the error. */
const WAYS_ON: Record<string, string> = {
  EADDRINUSE: "端口已被占用，请用 PORT 另选 / The port is in use: set PORT to another one.",
  EACCES: "本用户不可使用此端口，请用 PORT 另选 / This user may not take this port: set PORT to another one.",
  EADDRNOTAVAIL: "HOST 不是本机的地址 / HOST is not an address of this machine.",
  ENOTFOUND: "HOST 无法解析 / HOST cannot be resolved.",
  EAI_AGAIN: "HOST 无法解析 / HOST cannot be resolved.",
};

function refusalOf(error: NodeJS.ErrnoException, port: number, hostname: string): Error {
  const wayOn = WAYS_ON[error.code ?? ""];
  if (!wayOn) return error;
  return new Refusal("unavailable", "server.unheard", `${hostname}:${port}：${wayOn}`, { cause: error });
}

/** @param port - 0 takes any free one. @throws `server.unheard` when the address cannot be listened on */
export async function listen(port: number, hostname = "127.0.0.1"): Promise<Listening> {
  let fetch: Handler = STARTING;
  const server = createServer(getRequestListener((request, env) => fetch(request, env as HttpBindings)));
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => reject(refusalOf(error, port, hostname));
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
