import { useEffect, useState } from "react";

/** The page's own clock in milliseconds, read ten times a second while `isOn`. */
export function useTicks(isOn: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!isOn) {
      return;
    }
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [isOn]);
  return now;
}
