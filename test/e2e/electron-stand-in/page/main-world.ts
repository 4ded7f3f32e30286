import type { BridgeEnd } from "./bridge-end.ts";

/**
 * Runs in the page's own world before any script of the page: waits for what the preload exposes and defines it as
 * Electron does, frozen all the way down, neither writable nor configurable. Refers to nothing outside.
 */
export function runMainWorld(bridge: BridgeEnd, secret: string): void {
  const freeze = (value: unknown): unknown => {
    if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
      Object.freeze(value);
      for (const item of Object.values(value)) freeze(item);
    }
    return value;
  };
  document.addEventListener(`${secret}:expose`, (event) => {
    const { key, value } = JSON.parse((event as CustomEvent<string>).detail) as {
      key: string;
      value: string;
    };
    Object.defineProperty(window, key, {
      value: freeze(bridge.decode(value)),
      writable: false,
      configurable: false,
      enumerable: true,
    });
  });
}
