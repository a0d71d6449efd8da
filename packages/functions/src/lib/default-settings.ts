import type { Settings } from "@yigong/core/organization/organization.ts";

/** Settings of a fresh installation. */
export const DEFAULTS: Omit<Settings, "version"> = {
  name: "义工联盟",
  foundingYear: 2010,
  zone: "Asia/Shanghai",
  codeVersion: 1,
  servicePhone: "",
};
