import { build } from "vite";
import { config } from "./config.ts";

await build(config);
