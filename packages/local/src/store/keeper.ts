import { spawn } from "node:child_process";

/**
 * Runs one program and ends it when our own process goes, even by SIGKILL: standard input is a pipe that only
 * our process holds, so its end is our end. Run as `node keeper.ts <command> <argument>...`.
 */
const killAfterMs = 3_000;
const [command = "", ...args] = process.argv.slice(2);

const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], windowsHide: true });
child.on("spawn", () => process.stdout.write(`child ${child.pid}\n`));
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 127;
  process.stdin.destroy();
});
child.on("exit", (code, signal) => {
  process.stderr.write(`ended with ${signal ?? code}\n`);
  process.exit(code ?? 1);
});

const end = () => {
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), killAfterMs).unref();
};
process.stdin.on("end", end).on("error", end).resume();
// Signals from a terminal are meant for our process, which still needs the store to finish what it does.
for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) process.on(signal, () => {});
// Nobody reads our output any more once our process is gone.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
