import { spawn } from "node:child_process";

// Runs one program, `node keeper.ts <command> <argument>...`, and ends it when our own process goes, even by SIGKILL:
// the system then closes the channel between the two.
// It may have gone while we were loaded.
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
// Signals from a terminal are meant for our process, which still needs the store to finish what it does.
for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) process.on(signal, () => {});
// Nobody reads our output any more once our process is gone.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
