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

export type AppCalls = { readonly "app.describe": Call<Nothing, AppDescription> };

export const appCalls: Names<AppCalls> = { "app.describe": true };

/** The menu bar asks for a command; the page carries it out. */
export type AppEvents = { readonly "app.command": { readonly command: CommandId } };

export const appEvents: Names<AppEvents> = { "app.command": true };
