import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { freePorts } from "./port.ts";
import { end } from "./process.ts";
import { Absent } from "./subject/subject.ts";

const versions = "/usr/lib/postgresql";

/** Debian keeps the server's programs out of the path. */
function program(name: string): string {
  const debian = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, "bin")) : [];
  const found = [...(process.env.PATH ?? "").split(delimiter), ...debian.toReversed()]
    .map((directory) => join(directory, name))
    .find(existsSync);
  if (found) return found;
  throw new Absent(`PostgreSQL is not installed (no ${name}); apt-get install postgresql brings it`);
}

/** PostgreSQL refuses to run as root: then it runs as its own user. */
function user(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new Absent("PostgreSQL does not run as root, and there is no user postgres");
  }
}

const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => answer(true)).once("error", () => answer(false));
  });

/** A PostgreSQL on an empty directory, with its default settings. @throws {Absent} */
export async function openPostgres(
  directory: string,
): Promise<{ url: string; version: string; close(): Promise<void> }> {
  const [initdb, server] = [program("initdb"), program("postgres")];
  const as = user();
  const data = join(directory, "postgres");
  mkdirSync(data);
  if (as.uid !== undefined) chownSync(data, as.uid, as.gid);
  const version = `PostgreSQL ${/[\d.]+/.exec(execFileSync(server, ["--version"]).toString())?.[0] ?? ""}`;
  execFileSync(initdb, ["-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8"], { ...as, cwd: data, stdio: "ignore" });
  const [port = 0] = await freePorts(1);
  const args = ["-D", data, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
  const child = spawn(server, args, { ...as, cwd: data, stdio: "ignore" });
  for (let at = 0; !(await isOpen(port)); at += 1) {
    if (at > 200 || child.exitCode !== null) throw new Error("PostgreSQL did not come up");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return {
    url: `postgresql://bench@127.0.0.1:${port}/bench`,
    version,
    // SIGINT is its fast shutdown.
    close: () => end(child, "SIGINT"),
  };
}
