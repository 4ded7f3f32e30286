import type { CommandForm } from "../command.ts";
import { has, lacking } from "./missing-parts.ts";

/** The commands about the program itself. */
export const application = {
  app: {
    usage: "app [--browser] [--port N] [--no-open]",
    summary: "Open the app: Electron where it is there, else in the browser",
    examples: ["app", "app --browser --port 4680"],
    options: {
      browser: { type: "boolean", description: "Open the browser even where Electron is there" },
      port: { type: "string", value: "N", description: "Port of the browser host; a free one if left out" },
      "no-open": { type: "boolean", description: "Print the address and open nothing" },
    },
  },
  completion: {
    usage: "completion bash|zsh|fish",
    summary: "Print the script by which a shell completes commands and options",
    examples: ["completion zsh"],
    missing: (call) => lacking([has(call, 1), "a shell (bash, zsh or fish)"]),
    options: {},
  },
} as const satisfies Readonly<Record<string, CommandForm>>;
