import { get } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type Address, urlOf } from "./address.ts";
import { type GuardedProcess, spawnGuarded } from "./guarded-process.ts";
import type { Env, Program } from "./program.ts";

const startWithinMs = 20_000;

export interface Launch {
  address: Address;
  dataDir: string;
  env: Env;
  /** Called with the pids of guard and program as soon as each is known. */
  onProcess(guard: number, child: number | undefined): void;
}

/**
 * Starts a program on loopback and waits until it answers.
 *
 * @throws Error with the program's last output when it ends or does not answer within 20 seconds
 */
export async function launchProgram(
  program: Program,
  { address, dataDir, env, onProcess }: Launch,
): Promise<GuardedProcess> {
  const guarded = spawnGuarded(program.command, program.args({ ...address, dataDir }), { cwd: dataDir, env });
  if (guarded.guardPid !== undefined) onProcess(guarded.guardPid, undefined);
  const deadline = performance.now() + startWithinMs;
  while (!guarded.hasEnded() && performance.now() < deadline) {
    const printed = program.readyLine?.test(guarded.output()) ?? true;
    if (printed && guarded.childPid() !== undefined && (await probeEndpoint(urlOf(address)))) {
      if (guarded.hasEnded()) break;
      if (guarded.guardPid !== undefined) onProcess(guarded.guardPid, guarded.childPid());
      return guarded;
    }
    await wait(5);
  }
  await guarded.end();
  throw new Error(`${program.command} did not start:\n${guarded.output()}`);
}

/** Asks what stands at an endpoint; an answer of any status counts, and one below 500 means that it works. */
export function probeEndpoint(endpoint: string): Promise<{ dynoxide: string | undefined; works: boolean } | undefined> {
  return new Promise((resolve) => {
    const request = get(endpoint, { timeout: 2_000, agent: false }, (answer) => {
      answer.resume();
      const version = answer.headers["x-dynoxide-version"];
      resolve({ dynoxide: Array.isArray(version) ? version[0] : version, works: (answer.statusCode ?? 500) < 500 });
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}
