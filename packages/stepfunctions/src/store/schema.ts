import { backup, DatabaseSync } from "node:sqlite";

const version = 1;

/** Each transition rewrites `progress`, a few bytes a row; large documents are in other tables. `history` is append-only,
 * so that events of many executions share pages; its index finds them by execution. */
const tables = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS definition (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS machine (
  arn TEXT PRIMARY KEY, name TEXT NOT NULL, definition INTEGER NOT NULL, role TEXT NOT NULL, status TEXT NOT NULL,
  created INTEGER NOT NULL, updated INTEGER NOT NULL, revision TEXT NOT NULL, settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS execution (
  id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machine TEXT NOT NULL, status TEXT NOT NULL,
  started INTEGER NOT NULL, stopped INTEGER, data TEXT NOT NULL, input TEXT NOT NULL, output TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS execution_by_machine ON execution (machine, started, id);
CREATE TABLE IF NOT EXISTS progress (
  execution INTEGER PRIMARY KEY, active INTEGER NOT NULL, event INTEGER NOT NULL, branch INTEGER NOT NULL,
  attempt INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS progress_active ON progress (execution) WHERE active = 1;
CREATE TABLE IF NOT EXISTS branch (
  execution INTEGER NOT NULL, id INTEGER NOT NULL, due INTEGER, data TEXT NOT NULL, input TEXT NOT NULL,
  variables TEXT NOT NULL, work TEXT, PRIMARY KEY (execution, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS branch_due ON branch (due) WHERE due IS NOT NULL;
CREATE TABLE IF NOT EXISTS history (execution INTEGER NOT NULL, first INTEGER NOT NULL, events TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS history_by_execution ON history (execution, first);
`;

/** Pages in the WAL before a checkpoint; large, so that few commits have to wait for one. */
const checkpointPages = 8192;

/** The file is open in another process. */
export class FileInUse extends Error {}

/** An engine's file that is locked. */
export interface LockedFile {
  release(): void;
  /** Writes a consistent copy of the file. */
  backup(path: string): Promise<void>;
}

/** Holds the exclusive lock of an engine's file without running an engine on it.
 * @throws {FileInUse} */
export function lockFile(path: string): LockedFile {
  const database = openDatabase(path);
  return {
    release: () => database.close(),
    backup: async (to) => {
      await backup(database, to);
    },
  };
}

/** Opens the engine's file. Each commit is synced to disk before it counts (WAL with synchronous=FULL).
 * @throws {FileInUse} when it is open in another process
 * @throws Error when the file was written by a newer engine */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    prepare(database, path);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|inFlight/.test(error.message)) {
      throw new FileInUse(`${path} is open in another process: stop that one first`, { cause: error });
    }
    throw error;
  }
}

function prepare(database: DatabaseSync, path: string): void {
  database.exec(`
    PRAGMA busy_timeout = 2000; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = ${checkpointPages}; PRAGMA cache_size = -65536;
  `);
  const { user_version: found } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (found > version) {
    throw new Error(`${path} was written by a newer engine (format ${found}; this one knows ${version})`);
  }
  database.exec(tables);
  database.exec(`PRAGMA user_version = ${version}`);
}
