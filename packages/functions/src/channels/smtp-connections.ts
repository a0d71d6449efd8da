import { Socket } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** What a connection is opened with. */
export interface Login {
  options: ConstructorParameters<typeof SMTPConnection>[0];
  auth?: { user: string; pass: string } | undefined;
}

/** Connections that are open at the same time, and messages after which one is closed. */
const MOST_CONNECTIONS = 3;
const MOST_MESSAGES = 100;

interface Line {
  connection: SMTPConnection;
  sent: number;
  /** Ends the connection at once, whatever the server does; what waits for it is told `reason`. */
  destroy(reason?: unknown): void;
  /** Rejects when the connection breaks. */
  broken: Promise<never>;
}

type Done = (error?: Error | null) => void;
const called = (begin: (done: Done) => void) =>
  new Promise<void>((resolve, reject) => begin((error) => (error ? reject(error) : resolve())));

function lineTo({ options }: Login): Line {
  const socket = new Socket();
  const connection = new SMTPConnection({ ...options, socket });
  const { promise: broken, reject } = Promise.withResolvers<never>();
  // An idle connection breaks without anybody who waits for it.
  broken.catch(() => {});
  connection.on("error", reject);
  connection.on("end", () => reject(new Error("The connection was closed.")));
  const destroy = (reason: unknown = new Error("The connection was closed.")) => {
    reject(reason);
    connection.close();
    socket.destroy();
  };
  return { connection, sent: 0, destroy, broken };
}

/** Connections to one mail server, each used by one message at a time. */
export interface Connections {
  /** Sends a message over a free connection. @throws what the server or the network says, or the signal's reason */
  send(message: { from: string; to: string; raw: Buffer }, signal: AbortSignal): Promise<void>;
  close(): void;
}

export function connectionsTo(login: Login): Connections {
  const idle: Line[] = [];
  const busy = new Set<Line>();
  const queue: (() => void)[] = [];
  let taken = 0;

  const turn = async (signal: AbortSignal) => {
    if (taken >= MOST_CONNECTIONS) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      queue.push(resolve);
      const leave = () => {
        const at = queue.indexOf(resolve);
        if (at < 0) return;
        queue.splice(at, 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      await promise.finally(() => signal.removeEventListener("abort", leave));
    } else taken += 1;
  };
  /** A turn goes from hand to hand, so that nobody overtakes those who wait. */
  const yieldTurn = () => {
    const next = queue.shift();
    if (next) next();
    else taken -= 1;
  };

  const open = async (line: Line) => {
    await called((done) => line.connection.connect(done));
    const { auth } = login;
    if (auth) await called((done) => line.connection.login(auth as never, done));
  };

  const sendOver = async (line: Line, { from, to, raw }: { from: string; to: string; raw: Buffer }) => {
    if (line.sent === 0) await open(line);
    await called((done) => line.connection.send({ from, to: [to] }, raw, done));
    line.sent += 1;
  };

  const keep = (line: Line) => {
    if (line.sent >= MOST_MESSAGES) return line.connection.quit();
    idle.push(line);
    line.broken.catch(() => {
      const at = idle.indexOf(line);
      if (at >= 0) idle.splice(at, 1);
    });
  };

  return {
    async send(message, signal) {
      signal.throwIfAborted();
      await turn(signal);
      const line = idle.pop() ?? lineTo(login);
      busy.add(line);
      const abort = () => line.destroy(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      try {
        signal.throwIfAborted();
        await Promise.race([sendOver(line, message), line.broken]);
        keep(line);
      } catch (error) {
        line.destroy(error);
        throw error;
      } finally {
        signal.removeEventListener("abort", abort);
        busy.delete(line);
        yieldTurn();
      }
    },
    close() {
      for (const line of [...idle.splice(0), ...busy]) line.destroy();
    },
  };
}
