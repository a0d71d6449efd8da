import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type Kept, keep } from "./guarded-process.ts";
import type { Env, Program } from "./program.ts";

const startWithinMs = 20_000;

/** Where and how a program is started. */
export interface Launch {
  port: number;
  dataDir: string;
  env: Env;
  /** Told the numbers of keeper and program as soon as each is known. */
  onProcess(keeper: number, child: number | undefined): void;
}

/**
 * Starts a program on loopback and waits until it answers.
 *
 * @throws Error with the program's last words when it ends or does not answer within 20 seconds
 */
export async function launch(program: Program, { port, dataDir, env, onProcess }: Launch): Promise<Kept> {
  const kept = keep(program.command, program.args({ port, dataDir }), { cwd: dataDir, env });
  if (kept.keeperPid !== undefined) onProcess(kept.keeperPid, undefined);
  const deadline = performance.now() + startWithinMs;
  while (!kept.hasEnded() && performance.now() < deadline) {
    const printed = program.readyLine?.test(kept.output()) ?? true;
    if (printed && kept.childPid() !== undefined && (await greet(`http://127.0.0.1:${port}`))) {
      if (kept.hasEnded()) break;
      if (kept.keeperPid !== undefined) onProcess(kept.keeperPid, kept.childPid());
      return kept;
    }
    await wait(5);
  }
  await kept.end();
  throw new Error(`${program.command} did not start:\n${kept.output()}`);
}

/** Asks what stands at an endpoint; an answer of any status counts. */
export function greet(endpoint: string): Promise<{ dynoxide: string | undefined } | undefined> {
  return new Promise((resolve) => {
    const request = get(endpoint, { timeout: 2_000, agent: false }, (answer) => {
      answer.resume();
      const version = answer.headers["x-dynoxide-version"];
      resolve({ dynoxide: Array.isArray(version) ? version[0] : version });
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}

/** A port of loopback that is free now, chosen by the system. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
