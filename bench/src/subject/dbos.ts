import { DBOS } from "@dbos-inc/dbos-sdk";
import { openPostgres } from "../postgres.ts";
import { type Open, stepCount } from "./subject.ts";

const quiet = () => undefined;

/** With a PostgreSQL of its own, on its defaults: fsync and synchronous_commit are on. */
export const openDbos: Open = async (directory) => {
  const postgres = await openPostgres(directory);
  const ten = DBOS.registerWorkflow(
    async (first: number) => {
      let n = first;
      for (let at = 1; at <= stepCount; at += 1) {
        const before = n;
        n = await DBOS.runStep(() => Promise.resolve(before + 1), { name: `Step${at}` });
      }
      return n;
    },
    { name: "ten" },
  );
  try {
    DBOS.setConfig({
      name: "bench",
      systemDatabaseUrl: postgres.url,
      systemDatabasePoolSize: 32,
      logger: { info: quiet, debug: quiet, warn: quiet, error: quiet },
    });
    await DBOS.launch();
  } catch (error) {
    await postgres.close();
    throw error;
  }
  return {
    setUp: `@dbos-inc/dbos-sdk 5.3.0 in the same process, ${postgres.version} beside it with its defaults (fsync, synchronous_commit on), 32 connections; 10 DBOS.runStep steps; end awaited in process`,
    run: async () => {
      const n = await ten(0);
      if (n !== stepCount) throw new Error(`A workflow ended with ${n}`);
    },
    close: async () => {
      await DBOS.shutdown();
      await postgres.close();
    },
  };
};
