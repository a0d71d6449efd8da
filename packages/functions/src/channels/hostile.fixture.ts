import { type AddressInfo, createServer, type Socket } from "node:net";

/** A server on loopback that does with each connection what a test says, until it is closed. */
export async function rawServer(serve: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // Whoever gives up on it resets the connection.
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    serve(socket);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    /** Connections that are open now. */
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Writes the same again and again, as fast as it is taken; `pauseMs` slows it down. */
export function endlessly(socket: Socket, chunk: string | Buffer, pauseMs?: number): void {
  const more = () => {
    if (socket.destroyed) return;
    if (pauseMs !== undefined) {
      socket.write(chunk);
      setTimeout(more, pauseMs).unref();
    } else if (socket.write(chunk)) setImmediate(more);
    else socket.once("drain", more);
  };
  more();
}
