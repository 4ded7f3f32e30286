/** What an app adds to the user agent of its windows. */
export type UserAgentParts = { readonly name: string; readonly version: string; readonly electron: string };

/**
 * Chromium's own user agent in Electron's form: `… (KHTML, like Gecko) APP/VERSION Chrome/… Electron/VERSION Safari/…`.
 * Blanks leave the app's name; an app that has no name of its own, and is called Electron for it, adds none
 * (`GetApplicationUserAgent` in Electron's source).
 */
export function electronUserAgent(chromium: string, { name, version, electron }: UserAgentParts): string {
  const product = name.replaceAll(" ", "");
  const app = product === "Electron" ? "" : `${product}/${version} `;
  return chromium.replace(/(?:Headless)?Chrome\/(\S+)/, `${app}Chrome/$1 Electron/${electron}`);
}
