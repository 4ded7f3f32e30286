import { type ReactNode, useEffect, useState } from "react";

/**
 * How long the person still has, counting down by the second.
 *
 * @param endsAtMs on the page's own clock, as `performance.now()` tells it
 */
export function Countdown({ endsAtMs }: { readonly endsAtMs: number }): ReactNode {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="small faint number" role="timer">
      Ends by itself in {remaining(endsAtMs - now)}
    </p>
  );
}

/** Minutes and seconds, `4:47`; never below zero. */
export function remaining(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
