import type { Deployment } from "./deployment.ts";
import type { Invocable } from "./services/lambda.ts";

/** Sandboxes that end in the middle of their work, as they may at any time. */
export interface Endings {
  /** Told of each request to the tables before it is done. */
  begin(role: string, operation: string): void;
  /** Ends a function's sandbox after so many of its transactions. @returns what calls this off */
  endAfter(name: string, transactions: number): () => void;
}

/** @param sandboxes - by physical name */
export function endings({ functions }: Deployment, sandboxes: ReadonlyMap<string, Invocable>): Endings {
  let planned: { name: string; left: number } | undefined;
  return {
    begin(role, operation) {
      if (role !== planned?.name) return;
      if (planned.left <= 0) sandboxes.get(functions.get(role)?.deployed.name ?? "")?.process.kill();
      if (operation === "TransactWriteItems") planned.left -= 1;
    },
    endAfter(name, transactions) {
      planned = { name, left: transactions };
      return () => {
        planned = undefined;
      };
    },
  };
}
