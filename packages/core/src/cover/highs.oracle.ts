import load, { type LegacyHighs } from "highs";
import type { Transport } from "./shortest-path.ts";

// Under nodenext the package's types describe the module where its default export is the function.
const highs = await (load as unknown as () => Promise<LegacyHighs>)();

/** The best plan by an independent solver: the most units that can be sent, and the least cost of sending that many.
 * A linear program does, as its corners are whole numbers here. */
export function best({ supply, capacity, cost }: Transport): { units: number; cost: number } {
  const edges = [...cost.entries()]
    .filter(([, price]) => Number.isFinite(price))
    .map(([at, price]) => ({
      name: `x${at}`,
      row: Math.floor(at / capacity.length),
      column: at % capacity.length,
      price,
    }));
  if (edges.length === 0) return { units: 0, cost: 0 };
  const limits = [
    ...supply.map((limit, row) =>
      atMost(
        edges.filter((edge) => edge.row === row),
        limit,
      ),
    ),
    ...capacity.map((limit, column) =>
      atMost(
        edges.filter((edge) => edge.column === column),
        limit,
      ),
    ),
  ].join("");
  const all = edges.map(({ name }) => name).join(" + ");
  const units = Math.round(solve(`Maximize\n obj: ${all}\nSubject To\n${limits}End\n`));
  const price = edges.map(({ name, price }) => `${price} ${name}`).join(" + ");
  return { units, cost: Math.round(solve(`Minimize\n obj: ${price}\nSubject To\n${limits} ${all} = ${units}\nEnd\n`)) };
}

function atMost(edges: readonly { name: string }[], limit: number): string {
  return edges.length === 0 ? "" : ` ${edges.map(({ name }) => name).join(" + ")} <= ${limit}\n`;
}

function solve(program: string): number {
  const solution = highs.solve(program);
  if (solution.Status !== "Optimal") throw new Error(`The solver ended with ${solution.Status}`);
  return solution.ObjectiveValue;
}
