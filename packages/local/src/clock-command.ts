import { spanOf } from "./data-directory/shifted-clock.ts";
import { serverAddress } from "./server-address.ts";

const say = (line: string) => void process.stdout.write(`${line}\n`);
const HOW = `用法 / usage: npm run clock -- advance 2h30m
单位从大到小 / units, largest first: w d h m s，如 / such as 90m, 2h30m, 7d, 1w2d；最多十年，只向前 / ten years at most, ahead only.
只对 npm run dev 启动的服务有效 / only on a server that npm run dev has started.`;

/** What a server said instead of moving its clock, by its status. */
const REFUSED: Record<number, string> = {
  401: "此服务对外开放，不能移动时钟：请不设 HOST 与 YIGONG_ORIGIN 再启动 / Others reach this server, so its clock stays: start it without HOST and YIGONG_ORIGIN.",
  404: "此服务不在开发模式：请用 npm run dev 启动 / This server does not run in development: start it with npm run dev.",
};

async function advance(span: string): Promise<number> {
  const origin = serverAddress(process.env);
  const asked = `${origin}/development/clock?advance=${span}`;
  const response = await fetch(asked, { method: "POST" }).catch(() => undefined);
  if (!response) {
    say(`${origin} 没有应答：请先 npm run dev / Nothing answers at ${origin}: start the server with npm run dev.`);
    return 1;
  }
  if (response.ok) say(`现在是 / It is now ${((await response.json()) as { now: string }).now}`);
  else say(REFUSED[response.status] ?? `${response.status} ${await response.text()}`);
  return response.ok ? 0 : 1;
}

async function main([command, span = "", ...more]: readonly string[]): Promise<number> {
  if (command === "advance" && more.length === 0 && spanOf(span) !== undefined) return await advance(span);
  if (command === "advance" && span) say(`时长有误 / Not a span: ${[span, ...more].join(" ")}`);
  else if (command !== undefined) say(`没有此命令 / There is no such command: ${command}`);
  say(HOW);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
