/** The DevTools protocol as Playwright types it; `playwright-core` does not export the file by a name of its own. */
export type { Protocol } from "../../../../node_modules/playwright-core/types/protocol.d.ts";
