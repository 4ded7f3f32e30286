import { Addresses } from "../addresses.ts";
import type { ChromiumHost } from "./chromium-host.ts";

/** What the parts of the stand-in share; one for each process, made by the entry. */
export type World = {
  readonly addresses: Addresses;
  /** Resolves when Chromium can be used. */
  readonly chromium: Promise<ChromiumHost>;
  /** User agent of the app's windows, made of Chromium's own. */
  userAgent: (chromium: string) => string;
  /** True once the app is ready; what Electron refuses before or after, the stand-in refuses too. */
  isReady: () => boolean;
};

export function createWorld(chromium: Promise<ChromiumHost>): World {
  return { addresses: new Addresses(), chromium, userAgent: (own) => own, isReady: () => false };
}
