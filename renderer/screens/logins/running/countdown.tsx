import { type ReactNode, useEffect, useState } from "react";

/** How long the person still has, counting down by the second. */
export function Countdown({ endsAt }: { readonly endsAt: string }): ReactNode {
  const end = Date.parse(endsAt);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="small faint number" role="timer">
      Ends by itself in {remaining(end - now)}
    </p>
  );
}

/** Minutes and seconds, `4:47`; never below zero. */
export function remaining(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
