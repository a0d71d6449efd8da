/** The name in a `Host` header, without its port, in lower case. */
export const nameOfHost = (host: string): string => host.toLowerCase().replace(/:\d*$/, "");

/** Whether a `Host` header names this machine by loopback. A web page that has rebound its name cannot make it do so. */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = nameOfHost(host ?? "");
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
