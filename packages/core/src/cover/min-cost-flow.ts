import { type Flow, findPath, type Transport, type Tree } from "./shortest-path.ts";

export interface Shipment {
  readonly row: number;
  readonly column: number;
  readonly amount: number;
}

/** Decides who sends how much to whom: as many units as possible, and among those plans the cheapest.
 *
 * Successive shortest paths. Where a search finds no spare column, the rows and columns it reached are a shortage: its
 * columns stay full in every largest plan, and with its rows only. So shortages are closed off and solved the other way
 * round, from columns to rows, and no artificial "unsent" price is needed, which would cost exactness.
 * The cost sums must stay safe integers. */
export function minCostFlow(problem: Transport): readonly Shipment[] {
  const { shipments, shortRows, shortColumns } = sendAll(problem);
  const mirrored = sendAll(mirror(problem, shortRows, shortColumns)).shipments.map(({ row, column, amount }) => ({
    row: shortRows[column] as number,
    column: shortColumns[row] as number,
    amount,
  }));
  return [...shipments, ...mirrored].sort((one, other) => one.row - other.row || one.column - other.column);
}

function sendAll(problem: Transport) {
  const flow = begin(problem);
  for (const [row, supply] of problem.supply.entries()) {
    for (let left = supply; left > 0 && !flow.closedRows.has(row); ) {
      const tree = findPath(flow, row);
      if (tree.end === undefined) close(flow, tree);
      else {
        settle(flow, tree, tree.end);
        left -= push(flow, tree, tree.end, left);
      }
    }
  }
  const ascending = (one: number, other: number) => one - other;
  return {
    shipments: shipmentsOf(flow),
    shortRows: [...flow.closedRows].sort(ascending),
    shortColumns: [...flow.closedColumns].sort(ascending),
  };
}

function begin(problem: Transport): Flow {
  const height = problem.supply.length;
  const width = problem.capacity.length;
  return {
    problem,
    sent: new Int32Array(height * width),
    senders: problem.capacity.map(() => new Set<number>()),
    spare: Int32Array.from(problem.capacity),
    rowPotential: new Float64Array(height),
    columnPotential: new Float64Array(width),
    closedRows: new Set(),
    closedColumns: new Set(),
    openColumns: Int32Array.from(problem.capacity.keys()),
  };
}

function close(flow: Flow, tree: Tree): void {
  for (const row of tree.rows) flow.closedRows.add(row);
  for (const column of tree.columns) flow.closedColumns.add(column);
  flow.openColumns = flow.openColumns.filter((column) => !flow.closedColumns.has(column));
}

/** Moves the potentials so that every edge on the found path is free and none becomes negative. */
function settle(flow: Flow, tree: Tree, end: number): void {
  const length = tree.columnDistance[end] as number;
  for (const [index, row] of tree.rows.entries()) {
    flow.rowPotential[row] = (flow.rowPotential[row] as number) + length - (tree.rowDistance[index] as number);
  }
  for (const column of tree.columns) {
    const slack = length - (tree.columnDistance[column] as number);
    flow.columnPotential[column] = (flow.columnPotential[column] as number) - slack;
  }
}

/** Sends what the path can carry, at most `wanted` units, and returns how many. */
function push(flow: Flow, tree: Tree, end: number, wanted: number): number {
  const width = flow.spare.length;
  const path = pathTo(tree, end);
  let amount = Math.min(wanted, flow.spare[end] as number);
  for (const { row, leaves } of path) {
    if (leaves >= 0) amount = Math.min(amount, flow.sent[row * width + leaves] as number);
  }
  for (const { row, enters, leaves } of path) {
    change(flow, row, enters, amount);
    if (leaves >= 0) change(flow, row, leaves, -amount);
  }
  flow.spare[end] = (flow.spare[end] as number) - amount;
  return amount;
}

function pathTo(tree: Tree, end: number): { row: number; enters: number; leaves: number }[] {
  const indexOf = new Map(tree.rows.map((row, index) => [row, index]));
  const path = [];
  for (let column = end; column >= 0; ) {
    const row = tree.columnEnteredBy[column] as number;
    const leaves = tree.enteredBy[indexOf.get(row) as number] as number;
    path.push({ row, enters: column, leaves });
    column = leaves;
  }
  return path;
}

function change(flow: Flow, row: number, column: number, amount: number): void {
  const at = row * flow.spare.length + column;
  const sent = (flow.sent[at] as number) + amount;
  flow.sent[at] = sent;
  if (sent > 0) flow.senders[column]?.add(row);
  else flow.senders[column]?.delete(row);
}

function shipmentsOf(flow: Flow): Shipment[] {
  return flow.senders.flatMap((rows, column) =>
    flow.closedColumns.has(column)
      ? []
      : [...rows].map((row) => ({ row, column, amount: flow.sent[row * flow.spare.length + column] as number })),
  );
}

function mirror(problem: Transport, rows: readonly number[], columns: readonly number[]): Transport {
  const width = problem.capacity.length;
  return {
    supply: columns.map((column) => problem.capacity[column] as number),
    capacity: rows.map((row) => problem.supply[row] as number),
    cost: Float64Array.from({ length: rows.length * columns.length }, (_, at) => {
      const column = columns[Math.floor(at / rows.length)] as number;
      return problem.cost[(rows[at % rows.length] as number) * width + column] as number;
    }),
  };
}
