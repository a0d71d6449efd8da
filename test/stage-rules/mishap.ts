import { Refusal } from "@yigong/core/lib/error.ts";
import { asUnit, type Between, type Rig, type Unit } from "./rig.ts";
import type { Act } from "./story.ts";

/** The process ended. */
class Dead extends Error {}

const WRITES = /^(TransactWrite|BatchWrite|Put|Update|Delete|Send|Start)/;

/**
 * Which write of a unit is its last: 0 dies before it does anything, 2 after its second write (with the reply lost),
 * undefined lives on. Reads leave nothing behind, so this is every state that a death can leave.
 */
export type Fate = (unit: { what: string; nth: number }) => number | undefined;

/** Lets processes die by a plan. `deaths` is who died so far. */
export function mishaps(fate: Fate) {
  const deaths: string[] = [];
  const seen = new Map<string, number>();
  const lasts = new WeakMap<Unit, number>();

  const begin = (what: string): Unit => {
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    const unit: Unit = { what, writes: 0, dead: false };
    const last = fate({ what, nth });
    if (last !== undefined) lasts.set(unit, last);
    return unit;
  };
  const die = (unit: Unit): never => {
    if (!unit.dead) deaths.push(unit.what);
    unit.dead = true;
    throw new Dead(unit.what);
  };
  /** Runs a unit to its end. @returns what it came to, or nothing when it died on the way */
  const live = async <Result>(what: string, work: () => Promise<Result>): Promise<{ result: Result } | undefined> => {
    const unit = begin(what);
    try {
      if (lasts.get(unit) === 0) die(unit);
      const result = await asUnit(unit, work);
      return unit.dead ? undefined : { result };
    } catch (error) {
      if (unit.dead) return undefined;
      throw error;
    }
  };

  const between: Between = {
    async task({ name, payload: { visit } }, run) {
      const lived = await live(`task ${name} ${visit}`, run);
      if (!lived) throw Object.assign(new Error("the function ended"), { name: "Lambda.Unknown" });
      return lived.result;
    },
    async effect({ id, dueAt }, run) {
      const lived = await live(`effect ${id}`, run);
      return lived ? lived.result : { state: "later", dueAt };
    },
    async request(unit, send, command) {
      if (!unit) return send();
      if (unit.dead) return die(unit);
      const answer = await send();
      if (WRITES.test(command)) unit.writes += 1;
      if (WRITES.test(command) && unit.writes === lasts.get(unit)) return die(unit);
      return answer;
    },
  };
  /** Somebody who got no answer does it again; that it was done already is an answer too. */
  const act =
    (rig: Rig): Act =>
    async (what, work) => {
      const again = () => work().catch((error: unknown) => void requireRefusal(error));
      const lived = await live(`person ${what}`, work);
      if (!lived) await again();
      await rig.settle();
    };
  return { between, deaths, act };
}

function requireRefusal(error: unknown): void {
  if (!(error instanceof Refusal && error.kind === "conflict")) throw error;
}

/** Numbers in [0, 1) that come out the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
