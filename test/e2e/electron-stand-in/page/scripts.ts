import { createBridgeEnd } from "./bridge-end.ts";
import { createCodec } from "./codec.ts";
import { runIsolatedWorld } from "./isolated-world.ts";
import { runMainWorld } from "./main-world.ts";

/** Name of the world that Electron runs preloads in. */
export const isolatedWorldName = "Electron Isolated Context";

/** Names that page code cannot guess, new for every window. */
export type PageNames = {
  readonly secret: string;
  readonly binding: string;
  readonly receiver: string;
  readonly files: string;
};

/** The script for the page's own world. */
export function mainWorldScript(names: PageNames): string {
  return `(() => {
    const bridge = (${createBridgeEnd})((${createCodec})(), ${JSON.stringify(names.secret)}, "page", "preload");
    (${runMainWorld})(bridge, ${JSON.stringify(names.secret)});
  })();`;
}

/** The script for the preload's world, with the preload in it. */
export function isolatedWorldScript(names: PageNames, preload: string): string {
  return `(() => {
    const codec = (${createCodec})();
    const bridge = (${createBridgeEnd})(codec, ${JSON.stringify(names.secret)}, "preload", "page");
    (${runIsolatedWorld})(codec, bridge, ${JSON.stringify(names.secret)}, ${JSON.stringify(names)},
      (require, module, exports, process) => {\n${preload}\n});
  })();`;
}
