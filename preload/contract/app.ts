import type { CommandId } from "./commands.ts";
import type { Call, Names, Nothing } from "./define.ts";

/** What this host can do. Screens read these, never the name of the platform. */
export type Capabilities = {
  /** A fresh window of our own can show the provider's sign-in page and catch the redirect. */
  readonly canOpenLoginWindow: boolean;
  /** Native dialogs for opening and saving; without them the page picks files and downloads. */
  readonly canShowFileDialogs: boolean;
  readonly canSignWithKeychain: boolean;
  /** The host draws its own window buttons inside our side bar. */
  readonly drawsWindowButtons: boolean;
};

export type AppDescription = { readonly version: string; readonly capabilities: Capabilities };

export type AppCalls = {
  readonly "app.describe": Call<Nothing, AppDescription>;
  /** Whether the page can be asked before its window closes (`app.closing`): not once a fault has taken its dialogs away. */
  readonly "app.watchClosing": Call<{ readonly canAsk: boolean }, null>;
  /** The answer to `app.closing`: whether the window may close, or the app end. */
  readonly "app.answerClosing": Call<{ readonly close: boolean }, null>;
};

export const appCalls: Names<AppCalls> = {
  "app.describe": true,
  "app.watchClosing": true,
  "app.answerClosing": true,
};

export type AppEvents = {
  /** The menu bar asks for a command; the page carries it out. */
  readonly "app.command": { readonly command: CommandId };
  /** The window is about to close, and waits for `app.answerClosing`. */
  readonly "app.closing": { readonly isQuitting: boolean };
};

export const appEvents: Names<AppEvents> = { "app.command": true, "app.closing": true };
