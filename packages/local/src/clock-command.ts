const [command, span = ""] = process.argv.slice(2);
const origin = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
const say = (line: string) => process.stdout.write(`${line}\n`);

if (command !== "advance" || !/^\d{1,6}[smhdw]$/.test(span)) {
  say("usage: npm run clock -- advance 7d   (s, m, h, d or w; only on a server that npm run dev has started)");
  process.exit(2);
}
try {
  const response = await fetch(`${origin}/development/clock?advance=${span}`, { method: "POST" });
  if (response.ok) say(`It is now ${((await response.json()) as { now: string }).now}.`);
  else say("This server does not run in development: its clock cannot be moved. Start it with npm run dev.");
  process.exitCode = response.ok ? 0 : 1;
} catch {
  say(`Nothing answers at ${origin}. Start the server with npm run dev.`);
  process.exitCode = 1;
}
