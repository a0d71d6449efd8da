/** What may stay although it looks like the rest: ids of ours (an execution's with its generation), UUIDs, instants. */
const KEPT = [
  /\b[a-z]{2,10}_[0-9a-z]{26}(?![0-9a-z])/,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/,
  /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/,
];
const HIDDEN = {
  link: /\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>)]+|\/s\/\w+/,
  mail: /[^\s@<>"',;:()[\]/]+@[^\s@<>"',;:()[\]/]+/,
  token: /(?=[A-Za-z_+=-]*\d)[\w+=-]{20,}/,
  digits: /\d(?:[ -]?\d){5,}/,
  text: /[^\x20-\x7e]+/,
};

const names = Object.keys(HIDDEN);
const sources = [...KEPT, ...Object.values(HIDDEN)].map(({ source }) => `(${source})`);
const PATTERN = new RegExp(sources.join("|"), "g");

/**
 * Takes out of a text what looks like a link, an address, a token, a number of six digits or more, or words in Chinese.
 *
 * It is the second line of defence: names in Latin letters pass, so nothing is logged that may hold one.
 */
export const redacted = (text: string): string =>
  text.replace(PATTERN, (found: string, ...groups: (string | undefined)[]) => {
    const index = groups.findIndex((group) => group !== undefined);
    return index < KEPT.length ? found : `<${names[index - KEPT.length]}>`;
  });
