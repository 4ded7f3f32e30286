import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerRequest } from "../../../../main/hosts/electron/scheme.ts";

describe("answerRequest", () => {
  let folder = "";
  let root = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "scheme-"));
    root = join(folder, "renderer");
    await mkdir(join(root, "assets"), { recursive: true });
    await writeFile(join(folder, "secret.json"), "{}");
    await writeFile(join(folder, "renderer.json"), "{}");
    await writeFile(join(root, "index.html"), "<p>page");
    await writeFile(join(root, "assets", "main.js"), "1");
    await writeFile(join(root, "assets", "main.js.map"), "{}");
  });
  afterAll(() => rm(folder, { recursive: true }));

  const ask = (url: string, method = "GET") => answerRequest(root, new Request(url, { method }));

  it.each([
    ["app://latchkey/", 200, "text/html; charset=utf-8"],
    ["app://latchkey/index.html?theme=dark#top", 200, "text/html; charset=utf-8"],
    ["app://latchkey/assets/main.js", 200, "text/javascript; charset=utf-8"],
    ["app://latchkey/assets/../index.html", 200, "text/html; charset=utf-8"],
    ["app://latchkey/assets", 404, null],
    ["app://latchkey/missing.js", 404, null],
    ["app://latchkey/assets/main.js.map", 404, null],
    ["app://latchkey/..%2fsecret.json", 404, null],
    ["app://latchkey/%2e%2e%2fsecret.json", 404, null],
    ["app://latchkey/assets/..%2f..%2fsecret.json", 404, null],
    ["app://latchkey/..%5csecret.json", 404, null],
    ["app://latchkey/../renderer.json", 404, null],
    ["app://latchkey/..%2frenderer.json", 404, null],
    ["app://latchkey/%00index.html", 404, null],
    ["app://latchkey/%", 404, null],
    ["app://other/index.html", 404, null],
  ])("%s → %s", async (url, status, type) => {
    const response = await ask(url);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe(type);
  });

  it("answers HEAD without a body and refuses every other method", async () => {
    const head = await ask("app://latchkey/index.html", "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const post = await ask("app://latchkey/index.html", "POST");
    expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("sends the policy with every answer, also with a refusal", async () => {
    for (const url of ["app://latchkey/index.html", "app://latchkey/missing.js"]) {
      const { headers } = await ask(url);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      const policy = headers.get("content-security-policy") ?? "";
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "frame-ancestors 'none'",
      ]) {
        expect(policy.split("; ")).toContain(part);
      }
      expect(policy).not.toContain("unsafe");
    }
  });
});
