export * as Certificate from "./certificate.ts";
export * as CertificateCode from "./code.ts";
