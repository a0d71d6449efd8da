import { ADMINISTRATOR } from "../roster.ts";
import { importRoster } from "./roster.ts";
import { withServer } from "./server.ts";

const AT_ONCE = 64;
const DAY = "2026-09-01";

/** The figures of the alliance: one request, the first of its process, then many at once. */
export const measureFigures = (people: number) =>
  withServer(async (server) => {
    await importRoster(server, people);
    await server.restart();
    const token = await server.tokenOf(`employee:${ADMINISTRATOR}`);
    const client = server.client(AT_ONCE);
    const ask = (path: string) => client.send({ token, path });
    const first = await ask("/organization/figures");
    const all = { began: performance.now(), answers: await Promise.all(many(() => ask("/organization/figures"))) };
    const seconds = (performance.now() - all.began) / 1_000;
    const other = await ask(`/organization/figures?day=${DAY}`);
    client.close();
    const said = new Set([first, ...all.answers].map(({ status, body }) => `${status} ${JSON.stringify(body)}`));
    if (said.size !== 1 || first.status !== 200) throw new Error(`The figures are ${[...said].join(" and ")}.`);
    return {
      people,
      oneMs: first.ms,
      otherDayMs: other.ms,
      atOnce: AT_ONCE,
      atOnceSeconds: seconds,
      volunteers: (first.body as { volunteers: number }).volunteers,
      ...server.spent(),
    };
  });

const many = <Result>(run: () => Result): Result[] => Array.from({ length: AT_ONCE }, run);
