import fc from "fast-check";
import { expect, it } from "vitest";
import { best } from "./highs.oracle.ts";
import { minCostFlow } from "./min-cost-flow.ts";
import type { Transport } from "./shortest-path.ts";

const never = Number.POSITIVE_INFINITY;

const problems: fc.Arbitrary<Transport> = fc
  .record({ rows: fc.nat(7), columns: fc.nat(7), closed: fc.nat(4), highest: fc.constantFrom(0, 3, 1000) })
  .chain(({ rows, columns, closed, highest }) => {
    const edge = fc.oneof({ weight: closed, arbitrary: fc.constant(never) }, { weight: 2, arbitrary: fc.nat(highest) });
    return fc.record({
      supply: fc.array(fc.nat(4), { minLength: rows, maxLength: rows }),
      capacity: fc.array(fc.nat(4), { minLength: columns, maxLength: columns }),
      cost: fc.array(edge, { minLength: rows * columns, maxLength: rows * columns }).map((it) => Float64Array.from(it)),
    });
  });

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

it("sends as much at the same cost as an independent solver", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const sent = minCostFlow(problem);
      const price = ({ row, column }: { row: number; column: number }) =>
        problem.cost[row * problem.capacity.length + column];
      const cost = sum(sent.map((shipment) => shipment.amount * (price(shipment) ?? never)));

      expect({ units: sum(sent.map(({ amount }) => amount)), cost }).toEqual(best(problem));
    }),
    { numRuns: 600 },
  );
});

it("keeps to every supply and capacity, and names a pair once", () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const sent = minCostFlow(problem);
      const over = [
        ...problem.supply.filter(
          (limit, at) => sum(sent.filter(({ row }) => row === at).map((it) => it.amount)) > limit,
        ),
        ...problem.capacity.filter(
          (limit, at) => sum(sent.filter(({ column }) => column === at).map((it) => it.amount)) > limit,
        ),
      ];

      expect(over).toEqual([]);
      expect(sent.every(({ amount }) => amount > 0)).toBe(true);
      expect(new Set(sent.map(({ row, column }) => `${row}/${column}`)).size).toBe(sent.length);
    }),
  );
});

it("moves an earlier sender aside when that is cheaper in all", () => {
  const problem = { supply: [1, 1], capacity: [1, 1], cost: Float64Array.from([1, 2, 1, 9]) };

  expect(minCostFlow(problem)).toEqual([
    { row: 0, column: 1, amount: 1 },
    { row: 1, column: 0, amount: 1 },
  ]);
});

it("lets the cheapest rows send when there is a shortage, not the first", () => {
  const problem = { supply: [2, 1, 1], capacity: [2, 0], cost: Float64Array.from([5, 1, 3, 1, 4, 1]) };

  expect(minCostFlow(problem)).toEqual([
    { row: 1, column: 0, amount: 1 },
    { row: 2, column: 0, amount: 1 },
  ]);
});
