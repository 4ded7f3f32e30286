/**
 * Resolves when SIGINT, SIGTERM or SIGHUP arrives; used by commands that serve.
 *
 * @param signalsOnly false also stops when standard input ends, so that whoever started the command can end it by
 *   closing the pipe
 */
export function untilAskedToStop(process: NodeJS.Process, signalsOnly: boolean): Promise<void> {
  return new Promise((resolve) => {
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const stop = () => {
      for (const signal of signals) process.off(signal, stop);
      // Its error listener stays: one may still come while it is let go.
      if (!signalsOnly) process.stdin.off("end", stop).off("close", stop).destroy();
      resolve();
    };
    for (const signal of signals) process.on(signal, stop);
    if (!signalsOnly) process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();
  });
}
