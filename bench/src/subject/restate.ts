import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as restate from "@restatedev/restate-sdk";
import { freePorts } from "../port.ts";
import { end } from "../process.ts";
import { Absent, type Open, stepCount } from "./subject.ts";

const service = restate.service({
  name: "Ten",
  handlers: {
    run: async (context: restate.Context, input: { n: number }) => {
      let { n } = input;
      for (let at = 1; at <= stepCount; at += 1) {
        const before = n;
        n = await context.run(`Step${at}`, () => before + 1);
      }
      return { n };
    },
  },
});

function program(): string {
  const require = createRequire(import.meta.url);
  try {
    return join(
      require.resolve(`@restatedev/restate-server-${process.platform}-${process.arch}/package.json`),
      "../bin/restate-server",
    );
  } catch {
    throw new Absent(`@restatedev/restate-server has no program for ${process.platform} ${process.arch}`);
  }
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let at = 0; at < 300; at += 1) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come up within 30 s`);
}

const post = (url: string, body: unknown) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** Its server as a process of its own with its own defaults, which sync the log; the service in this process. */
export const openRestate: Open = async (directory) => {
  const [ingress = 0, admin = 0, node = 0, mine = 0] = await freePorts(4);
  const on = (port: number) => `127.0.0.1:${port}`;
  const server = spawn(program(), ["--no-logo", "--listen-mode", "tcp", "--base-dir", directory], {
    stdio: "ignore",
    cwd: directory,
    env: {
      ...process.env,
      RESTATE_DISABLE_TELEMETRY: "true",
      RESTATE_LOG_FILTER: "error",
      RESTATE_BIND_ADDRESS: on(node),
      RESTATE_ADVERTISED_ADDRESS: `http://${on(node)}`,
      RESTATE_INGRESS__BIND_ADDRESS: on(ingress),
      RESTATE_ADMIN__BIND_ADDRESS: on(admin),
      RESTATE_ADMIN__DISABLE_WEB_UI: "true",
    },
  });
  await restate.endpoint().bind(service).listen(mine);
  const close = () => end(server);
  try {
    await until("restate-server", async () => (await fetch(`http://${on(admin)}/health`)).ok);
    await until(
      "its deployment",
      async () => (await post(`http://${on(admin)}/deployments`, { uri: `http://${on(mine)}` })).ok,
    );
    const run = async () => {
      const answer = await post(`http://${on(ingress)}/Ten/run`, { n: 0 });
      const { n } = (await answer.json()) as { n: number };
      if (n !== stepCount) throw new Error(`A workflow ended with ${n}`);
    };
    await until("its service", async () => run().then(() => true));
    return {
      setUp:
        "restate-server 1.7.12 with its defaults (log synced), 10 ctx.run steps in a service in the caller's process, called and answered over HTTP",
      run,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};
