import { refusals } from "../lib/refusals.ts";

/** Why a certificate is not found, issued or revoked. */
export const certificateRefusal = refusals({
  "certificate.revoked": ["conflict", "证书{{number}}已被撤销", "Certificate {{number}} is revoked already."],
  "certificate.erased": [
    "conflict",
    "证书{{number}}上的姓名已应本人要求删除",
    "The name on certificate {{number}} was erased on request.",
  ],
  "certificate.missing": [
    "missing",
    "没有编号为{{number}}的证书，请核对编号",
    "There is no certificate {{number}}. Check the number.",
  ],
});
