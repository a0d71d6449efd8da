import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Where a program listens. */
export interface Address {
  host: string;
  port: number;
}

export const urlOf = ({ host, port }: Address): string => `http://${host}:${port}`;

const LOOPBACK = "127.0.0.1";

/**
 * A random address of 127.0.0.0/8, of which Linux and Windows answer for all: with its port one in some 10^12, which no
 * web page finds by trying. macOS has 127.0.0.1 only, so there the port alone is left to guess.
 */
const hiddenHost = (platform: string): string =>
  platform === "linux" || platform === "win32"
    ? `127.${randomInt(1, 255)}.${randomInt(0, 256)}.${randomInt(1, 255)}`
    : LOOPBACK;

/** An address to hide a program at that is free now. A system without the rest of 127.0.0.0/8 gives one at 127.0.0.1. */
export async function hiddenAddress(platform: string): Promise<Address> {
  const host = hiddenHost(platform);
  return await freeAt(host).catch((error: unknown) => {
    if (host === LOOPBACK) throw error;
    return freeAt(LOOPBACK);
  });
}

/** A port of 127.0.0.1 that is free now, chosen by the system. */
export const freePort = async (): Promise<number> => (await freeAt(LOOPBACK)).port;

function freeAt(host: string): Promise<Address> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve({ host, port: address.port }) : reject(new Error("no port")),
      );
    });
  });
}
