import { expect, it } from "vitest";
import { rendererFile, rendererHeaders } from "../../../main/hosts/renderer-files.ts";

const cases: readonly [pathname: string, path: string | null][] = [
  ["/", "/app/index.html"],
  ["/assets/a.js", "/app/assets/a.js"],
  ["/assets/../index.html", "/app/index.html"],
  ["/../secret.json", null],
  ["/%2e%2e/secret.json", null],
  ["/..%2fsecret.json", null],
  ["/..\\secret.json", null],
  ["/%00.js", null],
  ["/%zz", null],
  ["/passwd", null],
  ["/app.exe", null],
];

it.each(cases)("%s → %s", (pathname, path) => {
  expect(rendererFile("/app", pathname)?.path ?? null).toBe(path);
});

it("lets the page connect nowhere unless the host names its own address", () => {
  expect(rendererHeaders([])["content-security-policy"]).toContain("connect-src 'none'");
  expect(rendererHeaders(["'self'"])["content-security-policy"]).toContain("connect-src 'self';");
  expect(rendererHeaders([])["content-security-policy"]).not.toMatch(/unsafe|https?:|\*/);
});
