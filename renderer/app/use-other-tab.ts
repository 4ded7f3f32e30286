import { useEffect, useState } from "react";
import { useApp } from "../stores/context.ts";

const channelName = "latchkey-tabs";

/** Whether this tab came second: another one of the same app was there before. */
export function useOtherTab(): boolean {
  const { canShowFileDialogs } = useApp().description.capabilities;
  const [isSecond, setSecond] = useState(false);
  useEffect(() => {
    if (canShowFileDialogs) {
      return undefined;
    }
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener("message", ({ data }) => {
      if (data === "who is there") {
        channel.postMessage("I am");
      } else if (data === "I am") {
        setSecond(true);
      }
    });
    channel.postMessage("who is there");
    return () => channel.close();
  }, [canShowFileDialogs]);
  return isSecond;
}
