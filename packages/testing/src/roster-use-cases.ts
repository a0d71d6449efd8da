import { importersOf } from "@yigong/application/manifest/assemble.ts";
import { roster } from "@yigong/application/roster/index.ts";
import { shift } from "@yigong/application/shift/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoMembers } from "@yigong/core/member/member.store.ts";
import { dynamoSettings } from "@yigong/core/organization/settings.store.ts";
import { dynamoUnits } from "@yigong/core/organization/unit.store.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { dynamoRosters } from "@yigong/core/roster/roster.store.ts";
import { dynamoShifts } from "@yigong/core/shift/shift.store.ts";
import { documents } from "@yigong/functions/documents/documents.ts";

/** Ids that count up, so that tests repeat; `series` keeps two users of one table apart. */
export const counting = (series = 0): NewId => {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}_${series}${String(last).padStart(25, "0")}`;
  };
};

export const TAIZHOU = {
  name: "泰州义工联盟",
  foundingYear: 2010,
  zone: "Asia/Shanghai",
  codeVersion: 1,
  servicePhone: "0523-80000000",
};

type ImportNeeds = Parameters<typeof roster.importers>[0] & Parameters<typeof shift.importers>[0];

/** The same with importers that work on it. */
export const withImporters = <Deps extends ImportNeeds>(deps: Deps) => ({
  ...deps,
  importers: importersOf([roster, shift], deps),
});

const storesOn = (table: Table, series: number) => ({
  rosters: dynamoRosters(table),
  members: dynamoMembers(table),
  units: dynamoUnits(table),
  shifts: dynamoShifts(table),
  settings: dynamoSettings(table, TAIZHOU),
  outbox: dynamoOutbox(table),
  newId: counting(series),
  wake: () => {},
  documents,
  zone: TAIZHOU.zone,
  takesPart: async (_memberIds: readonly string[]): Promise<string[]> => [],
});

/** Everything an import works on, over one table; nobody takes part in anything. */
export const rosterOn = (table: Table, series = 0) => withImporters(storesOn(table, series));

export const csvFile = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => `${row.join(",")}\r\n`).join(""));
