import { generateKeyPairSync, sign } from "node:crypto";

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A key of this process: what it has signed is good until the process ends. @source RFC 7518, 3.4 */
export function newSigningKey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const header = { alg: "ES256", typ: "JWT", kid: "trial" };
  return {
    jwks: { keys: [{ ...publicKey.export({ format: "jwk" }), alg: "ES256", use: "sig", kid: "trial" }] },
    sign(claims: object): string {
      const body = `${part(header)}.${part(claims)}`;
      const seal = sign("sha256", Buffer.from(body), { key: privateKey, dsaEncoding: "ieee-p1363" });
      return `${body}.${seal.toString("base64url")}`;
    },
  };
}
