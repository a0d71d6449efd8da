import type { Table } from "./table.ts";

/** Makes something once for each table: ElectroDB's models are costly to build and hold no state. */
export function perTable<Made>(make: (table: Table) => Made): (table: Table) => Made {
  const made = new WeakMap<Table, Made>();
  return (table) => {
    const known = made.get(table);
    if (known) return known;
    const fresh = make(table);
    made.set(table, fresh);
    return fresh;
  };
}
