import { runInThisContext } from "node:vm";
import type { ElectronModule } from "./electron-module.ts";
import type { Windows } from "./window.ts";

/** What the test asks of the process, over Node's own channel between parent and child. */
export type FromTest = { readonly id: number; readonly source: string; readonly argument: unknown };

/** What the process tells the test. */
export type ToTest =
  | { readonly kind: "window"; readonly windowId: number; readonly targetId: string }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly message: string };

/**
 * Lets the test run a function in here with the module as its argument, as Playwright's `electronApp.evaluate` does, and
 * tells it about windows.
 */
export function serveTest(module: ElectronModule, windows: Windows): void {
  const tell = (message: ToTest) => {
    if (process.connected) process.send?.(message);
  };
  process.on("message", (message: FromTest) => {
    // The function was written in the test and refers to nothing outside its two parameters.
    const run = runInThisContext(`(${message.source})`) as (
      electron: ElectronModule,
      argument: unknown,
    ) => unknown;
    Promise.resolve()
      .then(() => run(module, message.argument))
      .then(
        (value) => tell({ kind: "answer", id: message.id, value }),
        (error: unknown) =>
          tell({
            kind: "failure",
            id: message.id,
            message: error instanceof Error ? String(error.stack) : String(error),
          }),
      );
  });
  // A test that has gone leaves nothing behind.
  process.on("disconnect", () => process.exit(1));
  const { onCreated } = windows;
  windows.onCreated = (window) => {
    onCreated(window);
    window.contents.ready.then(
      ({ targetId }) => tell({ kind: "window", windowId: window.id, targetId }),
      () => undefined,
    );
  };
}
