import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let now = performance.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = performance.now();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, 100);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function read(): number {
  // Nobody has kept it going since.
  if (listeners.size === 0) now = performance.now();
  return now;
}

const silent = () => () => undefined;

/** The page's own clock in milliseconds, read ten times a second while `isOn`: one clock for everything that shows it. */
export function useTicks(isOn: boolean): number {
  return useSyncExternalStore(isOn ? listen : silent, isOn ? read : frozen);
}

function frozen(): number {
  return 0;
}
