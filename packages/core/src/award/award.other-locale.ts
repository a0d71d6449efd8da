import { ELSEWHERE, manifest, year } from "./award.builder.ts";
import { resultOf } from "./result.ts";
import { tallyOfYear } from "./tally.ts";

// Run by a test as a process of its own: prints where it lives, and the digest of a made-up year.
const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
const counted = Array.from(year(ELSEWHERE), ({ person, entries }) => ({
  person,
  tally: tallyOfYear(person.pseudonym, entries),
}));
process.stdout.write(`${timeZone} ${locale}\n${resultOf(manifest(), counted).digest}\n`);
