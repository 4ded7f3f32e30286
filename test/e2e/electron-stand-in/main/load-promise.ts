/** The part of a web contents that the promise of `loadURL` listens to. */
type Contents = {
  on: (name: string, listener: (...values: never[]) => void) => void;
  removeListener: (name: string, listener: (...values: never[]) => void) => void;
};

type LoadError = { readonly code: number; readonly name: string; readonly url: string };

/**
 * When `loadURL` resolves and rejects, after Electron's own lib/browser/api/web-contents.ts: with the failed load's code, or
 * with `ERR_FAILED (-2)` when loading stops without finish or fail, which is what a prevented redirect gives.
 */
export function untilLoaded(contents: Contents, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let error: LoadError | null = null;
    let started = false;
    const settle = () => {
      for (const [name, listener] of Object.entries(listeners)) contents.removeListener(name, listener);
      if (error === null) {
        resolve();
        return;
      }
      const { code, name, url: failedUrl } = error;
      const text = `${name} (${code}) loading '${failedUrl.slice(0, 2048)}'`;
      reject(Object.assign(new Error(text), { errno: code, code: name, url: failedUrl }));
    };
    const listeners = {
      "did-finish-load": settle,
      "did-fail-load": (
        _event: unknown,
        code: number,
        name: string,
        failedUrl: string,
        isMainFrame: boolean,
      ) => {
        if (isMainFrame) error ??= { code, name, url: failedUrl };
      },
      "did-start-navigation": (details: { isMainFrame: boolean; url: string }) => {
        if (!details.isMainFrame) return;
        if (started) {
          error = { code: -3, name: "ERR_ABORTED", url: details.url };
          settle();
        }
        started = true;
      },
      "did-stop-loading": () => {
        error ??= { code: -2, name: "ERR_FAILED", url };
        settle();
      },
      destroyed: () => {
        error ??= { code: -2, name: "ERR_FAILED", url };
        settle();
      },
    };
    for (const [name, listener] of Object.entries(listeners)) contents.on(name, listener);
  });
}
