import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/product.mjs";

const folder = join(root, "dist/preload");

export const row = {
  what: "preload script, built",
  aim: { kB: 20 },
  missing: () => (existsSync(folder) ? null : "dist/preload is not there: npm run build"),
  measure: () => ({
    ours: readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1000,
  }),
};
