import { problem } from "@yigong/functions/api/problem.ts";
import { Hono } from "hono";
import type { Backups } from "../backup/backups.ts";
import { isCommandKey } from "../backup/command-key.ts";
import type { Secrets } from "../data-directory/secrets.ts";
import { webRefusal } from "./web.refusals.ts";

/** What `npm run backup` asks of the server that has the data open. */
export const backupRoutes = (backups: Backups, secrets: Pick<Secrets, "files">) =>
  new Hono().post("/machine/backup", async (c) => {
    const shown = c.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!isCommandKey(secrets, shown)) return problem(c, webRefusal("backup.foreign"));
    const { copy, path } = await backups.run();
    return c.json({ path, copy: { ...copy, sums: undefined, files: Object.keys(copy.sums).length } }, 200);
  });
