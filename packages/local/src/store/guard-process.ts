import { spawn } from "node:child_process";

// `node guard-process.ts <command> <argument>...` runs one program and ends it when the parent process ends, even by
// SIGKILL: the operating system then closes the IPC channel. The parent may have ended while this script was loaded.
if (!process.connected) process.exit(0);

const killAfterMs = 3_000;
const [command = "", ...args] = process.argv.slice(2);

const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });
child.on("spawn", () => process.send?.({ childPid: child.pid }, undefined, undefined, () => {}));
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(127);
});
child.on("exit", (code, signal) => {
  process.stderr.write(`ended with ${signal ?? code}\n`);
  process.exit(code ?? 1);
});

process.on("disconnect", () => {
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), killAfterMs);
});
// Signals from a terminal are for the parent, which needs the store until it has stopped.
for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) process.on(signal, () => {});
// Without the parent, writing to the pipes fails with EPIPE.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
