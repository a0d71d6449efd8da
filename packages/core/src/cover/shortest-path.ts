/** What rows have to give, what columns can take, and the price of a unit from a row to a column. */
export interface Transport {
  readonly supply: readonly number[];
  readonly capacity: readonly number[];
  /** Row by row; natural numbers, or Infinity where nothing may be sent. */
  readonly cost: Float64Array;
}

/** A cheapest flow under construction; its potentials prove that it is cheapest for what is sent so far. */
export interface Flow {
  readonly problem: Transport;
  /** Units sent, laid out as the cost. */
  readonly sent: Int32Array;
  /** For each column, the rows that send to it. */
  readonly senders: readonly Set<number>[];
  readonly spare: Int32Array;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Rows and columns of shortages found so far; no search enters them. */
  readonly closedRows: Set<number>;
  readonly closedColumns: Set<number>;
  openColumns: Int32Array;
}

/** All that one search touched. Rows are entered by the column that they send to, columns by a row. */
export interface Tree {
  /** The column with spare capacity that was found; undefined when none can be reached. */
  readonly end: number | undefined;
  readonly rows: readonly number[];
  /** The column by which each tree row was entered; -1 for the source. */
  readonly enteredBy: readonly number[];
  readonly columns: readonly number[];
  readonly rowDistance: readonly number[];
  readonly columnDistance: Float64Array;
  readonly columnEnteredBy: Int32Array;
}

/** Finds the cheapest way (Dijkstra on reduced costs) from a row with supply to a column with spare capacity, along
 * which other rows may be moved from column to column. Among equals the column with spare capacity, then the lowest
 * index, wins at first sight, so the outcome depends on the problem alone. */
export function findPath(flow: Flow, source: number): Tree {
  const width = flow.spare.length;
  const distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const enteredBy = new Int32Array(width).fill(-1);
  const open = flow.openColumns.slice();
  const tree = {
    rows: [source],
    enteredBy: [-1],
    columns: [] as number[],
    rowDistance: [0],
    columnDistance: distance,
    columnEnteredBy: enteredBy,
  };
  const inTree = new Set(tree.rows);
  let openCount = open.length;
  for (let scanned = 0; ; ) {
    let best = -1;
    if (scanned === tree.rows.length) best = nearest(flow, distance, open, openCount);
    while (scanned < tree.rows.length) {
      best = relax(flow, tree, scanned, open, openCount);
      scanned += 1;
    }
    const column = open[best];
    if (column === undefined) return { ...tree, end: undefined };
    tree.columns.push(column);
    if ((flow.spare[column] ?? 0) > 0) return { ...tree, end: column };
    openCount -= 1;
    open[best] = open[openCount] ?? 0;
    for (const row of flow.senders[column] ?? []) {
      if (inTree.has(row)) continue;
      inTree.add(row);
      tree.rows.push(row);
      tree.enteredBy.push(column);
      tree.rowDistance.push(distance[column] ?? 0);
    }
  }
}

type Growing = Pick<Tree, "rows" | "rowDistance" | "columnDistance" | "columnEnteredBy">;

/** Improves the distances by one tree row; returns where in `open` the nearest column is, or -1. */
function relax(flow: Flow, tree: Growing, index: number, open: Int32Array, openCount: number): number {
  const { cost } = flow.problem;
  const { spare, columnPotential } = flow;
  const { columnDistance, columnEnteredBy } = tree;
  const row = tree.rows[index] as number;
  const start = row * spare.length;
  const base = (tree.rowDistance[index] as number) - (flow.rowPotential[row] as number);
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  let bestIsSpare = false;
  for (let at = 0; at < openCount; at += 1) {
    const column = open[at] as number;
    const way = base + (cost[start + column] as number) - (columnPotential[column] as number);
    let known = columnDistance[column] as number;
    if (way < known) {
      known = way;
      columnDistance[column] = way;
      columnEnteredBy[column] = row;
    }
    if (known < shortest) {
      best = at;
      shortest = known;
      bestIsSpare = (spare[column] as number) > 0;
    } else if (known === shortest && best >= 0 && !bestIsSpare && (spare[column] as number) > 0) {
      best = at;
      bestIsSpare = true;
    }
  }
  return best;
}

function nearest(flow: Flow, distance: Float64Array, open: Int32Array, openCount: number): number {
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  let bestIsSpare = false;
  for (let at = 0; at < openCount; at += 1) {
    const column = open[at] as number;
    const known = distance[column] as number;
    if (known > shortest || known === Number.POSITIVE_INFINITY) continue;
    const isSpare = (flow.spare[column] as number) > 0;
    if (known === shortest && (bestIsSpare || !isSpare)) continue;
    best = at;
    shortest = known;
    bestIsSpare = isSpare;
  }
  return best;
}
