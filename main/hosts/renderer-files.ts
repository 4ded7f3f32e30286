import { extname, join, resolve, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
};

export type RendererFile = { readonly path: string; readonly type: string };

/**
 * Finds the built file behind a request path.
 *
 * @param root folder of the built page
 * @param pathname percent-encoded path of the request, `/` for the page itself
 * @returns null for anything outside the folder or of a kind that the page never asks for
 */
export function rendererFile(root: string, pathname: string): RendererFile | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes("\0") || decoded.includes("\\")) return null;
  const base = resolve(root);
  const path = join(base, decoded === "/" ? "index.html" : decoded);
  const type = types[extname(path)];
  return path.startsWith(base + sep) && type !== undefined ? { path, type } : null;
}

/**
 * The headers that every file of the page is served with, in every host.
 *
 * @param connect sources for `connect-src`: none in Electron, the own loopback address in the browser host
 */
export function rendererHeaders(connect: readonly string[]): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect.length === 0 ? "'none'" : connect.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()",
    "cache-control": "no-store",
  };
}
