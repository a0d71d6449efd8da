/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  async app(input) {
    const { regionOf } = await import("./infra/installation.ts");
    const production = input.stage === "production";
    return {
      name: "yigong",
      version: "4.17.1",
      home: "aws",
      removal: production ? "retain" : "remove",
      protect: production,
      providers: { aws: { version: "7.20.0", region: regionOf(process.env) } },
    };
  },
  // SST refuses static imports here.
  async run() {
    const { outputs } = await import("./infra/index.ts");
    return outputs;
  },
});
