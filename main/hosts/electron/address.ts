/**
 * Scheme, host and first page of the app. An own scheme instead of `file://` gives the page an origin of its own and no
 * access to files (https://www.electronjs.org/docs/latest/tutorial/security, item 18).
 */
export const appScheme = "app";
export const appHost = "latchkey";
export const appOrigin = `${appScheme}://${appHost}`;
export const startAddress = `${appOrigin}/index.html`;

/** True for addresses of our own pages; parsed, because `app://latchkey.example/` starts alike. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${appScheme}:` &&
    url.hostname === appHost &&
    url.port === "" &&
    url.username === "" &&
    url.password === ""
  );
}
