import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

/** Everything but DuckDB, which is native, is bundled into dist/: packages carry no other node_modules. */
export default defineConfig({
  main: {
    build: {
      outDir: "dist/main",
      target: "node20",
      externalizeDeps: false,
      sourcemap: false,
      minify: false,
      rolldownOptions: {
        input: {
          index: resolve("main/index.ts"),
          cli: resolve("main/cli.ts"),
          // Runs in a thread of its own: main/sign-in-logs/open-log.ts.
          "log-reader": resolve("main/log-reader.ts"),
        },
        external: ["electron", "electron/main", /^@duckdb\//],
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "dist/preload",
      externalizeDeps: false,
      rolldownOptions: {
        input: { electron: resolve("preload/electron.ts") },
        external: ["electron", "electron/renderer"],
        // A sandboxed preload can only be one CommonJS file.
        output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false },
      },
    },
  },
  renderer: {
    root: "renderer",
    base: "./",
    plugins: [react()],
    build: {
      outDir: resolve("dist/renderer"),
      emptyOutDir: true,
      target: "chrome140",
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve("renderer/index.html") },
    },
  },
});
