import { readFile } from "node:fs/promises";
import { rendererFile, rendererHeaders } from "../renderer-files.ts";
import { appScheme, isOwnAddress } from "./address.ts";

/**
 * Tells Chromium about the scheme; has to happen before the app is ready, once.
 * No `bypassCSP`, no `corsEnabled`: the page needs neither (https://www.electronjs.org/docs/latest/api/protocol).
 */
export function registerScheme(protocol: Pick<Electron.Protocol, "registerSchemesAsPrivileged">): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Answers the scheme on one session; other sessions (the login window's) do not know it. */
export function serveRenderer(session: Pick<Electron.Session, "protocol">, root: string): void {
  session.protocol.handle(appScheme, (request) => answerRequest(root, request));
}

/**
 * Answers one request of the page from the folder of the built renderer.
 *
 * @param root folder that holds `index.html`
 * @returns 404 for anything that is not one of our files, 405 for anything but GET and HEAD; every answer carries the
 *   Content Security Policy
 */
export async function answerRequest(root: string, request: Request): Promise<Response> {
  const headers = new Headers(rendererHeaders([]));
  if (request.method !== "GET" && request.method !== "HEAD") {
    headers.set("allow", "GET, HEAD");
    return new Response(null, { status: 405, headers });
  }
  const file = isOwnAddress(request.url) ? rendererFile(root, new URL(request.url).pathname) : null;
  const bytes = file === null ? null : await readOrNull(file.path);
  if (file === null || bytes === null) return new Response(null, { status: 404, headers });
  headers.set("content-type", file.type);
  return new Response(request.method === "HEAD" ? null : bytes, { status: 200, headers });
}

async function readOrNull(path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch {
    // Missing, a folder, or not readable: for the page all of them are "not there".
    return null;
  }
}
