import { decideNavigation, outsideOrAwaited, signInAddress } from "./navigation-policy.ts";

type Leaving = { readonly url: string; readonly preventDefault: () => void };

/** Hands an address to the system, if the policy lets it. */
export type OpenOutside = (address: string) => void;

type Shell = Pick<Electron.Shell, "openExternal">;

/**
 * Only listed https sites reach the system, and the sign-in page that the app waits for; a refusal of the system itself changes nothing
 * for the page.
 *
 * @param awaited the sign-in page that somebody has to go to now, null where there is none
 */
export function createOpenOutside(shell: Shell, awaited: () => string | null): OpenOutside {
  return createOpen(shell, (address) => outsideOrAwaited(address, awaited()));
}

/** The sign-in page that somebody has to go to now, as the application tells it. */
export function createAwaitedPage(): {
  readonly current: () => string | null;
  readonly await: (page: string | null) => void;
} {
  let awaited: string | null = null;
  return {
    current: () => awaited,
    await: (page) => {
      awaited = page;
    },
  };
}

/**
 * Hands a provider's sign-in page to the system's browser. The run itself has seen to its host, so any https address may be
 * one; nothing that would start another program is.
 */
export function createOpenSignIn(shell: Shell): OpenOutside {
  return createOpen(shell, signInAddress);
}

/** The one place that calls `openExternal`, with the address that was checked and not the text that was asked for. */
function createOpen(shell: Shell, checked: (address: string) => string | null): OpenOutside {
  return (asked) => {
    const address = checked(asked);
    if (address !== null) shell.openExternal(address).catch(() => undefined);
  };
}

/** Keeps the app's own window on the app's own pages: links, scripts, forms, redirects, sub-frames and new windows. */
export function keepOnOwnPages(contents: Electron.WebContents, openOutside: OpenOutside): void {
  const judge = (leaving: Leaving, mayOpen: boolean) => {
    const decision = decideNavigation(leaving.url);
    if (decision === "stay") return;
    leaving.preventDefault();
    if (mayOpen && decision === "system-browser") openOutside(leaving.url);
  };
  // Comes for the window's own page too, before `will-navigate`, which does not come any more once this one is prevented.
  // A redirect or a frame is never a person's click, so nothing opens for it.
  contents.on("will-frame-navigate", (details) => judge(details, details.isMainFrame));
  contents.on("will-redirect", (details) => judge(details, false));
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: "deny" };
  });
}

/** What holds for every web contents there will ever be, also for one that somebody adds later without thinking of it. */
export function guardEveryContents(app: Electron.App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
    contents.on("will-attach-webview", (event) => event.preventDefault());
  });
  // Electron would answer with the first certificate it finds; the login window of a Mac has none to show.
  app.on("select-client-certificate", (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}
