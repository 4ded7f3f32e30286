import { useCallback } from "react";
import { useApp } from "./context.ts";
import type { GivenFiles } from "./given-files.ts";
import { takeDropped } from "./take-dropped.ts";

/** Takes what was dropped to where it belongs. */
export function useDrop(): (given: GivenFiles) => Promise<void> {
  const { host, stores } = useApp();
  return useCallback((given) => takeDropped(host, stores, given), [host, stores]);
}
