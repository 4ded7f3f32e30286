/** The file that the system has handed over last: by its double click, with the start, or by a second start. */
export type HandedFiles = {
  /** Opens it as soon as there is something to open it with. */
  readonly open: (path: string) => void;
  /** Opens what waits. */
  readonly openWaiting: () => void;
};

/**
 * Opens what the system hands over. The page learns of it by `profile.changed`; of what cannot be opened it says why, which a page that
 * is still to come does when it has come.
 *
 * @param parts.waiting the file that the app was started with
 * @param parts.open whether the file is open now, or was offered to the page, which asks about what is open
 */
export function createHandedFiles(parts: {
  readonly waiting: string | null;
  readonly open: (path: string) => Promise<boolean>;
  readonly isReady: () => boolean;
  readonly hasPage: () => boolean;
  readonly hasWindow: () => boolean;
  readonly openWindow: () => void;
}): HandedFiles {
  let waiting = parts.waiting;
  const openNow = async (path: string): Promise<void> => {
    const hadPage = parts.hasPage();
    if ((await parts.open(path)) || hadPage) return;
    waiting = path;
    if (parts.hasPage()) openWaiting();
  };
  const openWaiting = (): void => {
    const path = waiting;
    waiting = null;
    if (path !== null) void openNow(path);
  };
  return {
    open: (path) => {
      if (parts.isReady() && parts.hasWindow()) {
        waiting = null;
        void openNow(path);
        return;
      }
      waiting = path;
      // On a Mac the app goes on without a window. Its page may have to ask about what is open, so it has to be there first.
      if (parts.isReady()) parts.openWindow();
    },
    openWaiting,
  };
}
