/** An address under `/m` as the app's router has it; undefined for what is a document of its own. */
export function inApp(href: string): string | undefined {
  if (href === "/m") return "/";
  return href.startsWith("/m/") ? href.slice(2) : undefined;
}
