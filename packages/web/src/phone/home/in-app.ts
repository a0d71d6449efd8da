/** An address under `/m` as the app's router has it; what is elsewhere is opened as a document (`~` leaves the base). */
export const inApp = (href: string): string =>
  href === "/m" ? "/" : href.startsWith("/m/") ? href.slice(2) : `~${href}`;
