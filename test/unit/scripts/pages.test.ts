import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, it } from "vitest";
import { succeeded } from "../../support/login-result.ts";

const root = join(import.meta.dirname, "../../..");
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .map((file) => posix.join("docs", file.replaceAll("\\", "/")))
    .filter((file) => file.endsWith(".md")),
];

it("every file and folder that the page about the architecture names is there", () => {
  const page = textOf("docs/architecture.md");
  const named = [...page.matchAll(/`((?:main|preload|renderer|test)\/[\w./-]+)`/g)].map(
    ([, path]) => path ?? "",
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("the page about reports says what each member of `asked` is", () => {
  const page = textOf("docs/reports.md");
  const [, block = ""] = /```ts\nasked: \{\n([\s\S]*?)\n\}\n```/.exec(page) ?? [];
  const named = [...block.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(succeeded("oidc").asked));
});

it("every relative link of a page leads to a file, and to a heading of it where it names one", () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
  expect(links.length).toBeGreaterThan(150);
  expect(links.filter(({ page, link }) => !leadsSomewhere(page, link))).toEqual([]);
});

it("every picture of the docs is shown on a page", () => {
  const shown = new Set(
    pages.flatMap((page) => linksOf(page).map((link) => posix.join(posix.dirname(page), link))),
  );
  const pictures = readdirSync(join(root, "docs/images"), { recursive: true, encoding: "utf8" })
    .map((file) => posix.join("docs/images", file.replaceAll("\\", "/")))
    .filter((file) => file.endsWith(".png"));
  expect(pictures.length).toBeGreaterThan(10);
  expect(pictures.filter((file) => !shown.has(file))).toEqual([]);
});

it("no two decisions have one number, and each has that of its file in its heading", () => {
  const decisions = readdirSync(join(root, "docs/decisions")).filter((file) => file.endsWith(".md"));
  const numbers = decisions.map((file) => Number(file.slice(0, 4)));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, index) => index + 1));
  for (const [index, file] of decisions.entries())
    expect(textOf(`docs/decisions/${file}`), file).toMatch(new RegExp(`^# ${numbers[index]}\\b`));
});

it("every heading says something", () => {
  expect(pages.filter((page) => /^#{1,6}[ \t]*$/m.test(withoutCode(textOf(page))))).toEqual([]);
});

/** Where the links and pictures of a page lead, but not those to other sites. */
function linksOf(page: string): string[] {
  const text = withoutCode(textOf(page)).replace(/`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, link]) => link ?? "")
    .filter((link) => !/^[a-z]+:/.test(link));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : posix.join(posix.dirname(page), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsOf(file).includes(anchor);
}

/** The anchors that GitHub gives to headings: small letters, no marks, hyphens for blanks, a number for the same once more. */
function anchorsOf(file: string): string[] {
  const met = new Map<string, number>();
  return [...withoutCode(textOf(file)).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = ""]) => {
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .trim()
      .replaceAll(" ", "-");
    const times = met.get(plain) ?? 0;
    met.set(plain, times + 1);
    return times === 0 ? plain : `${plain}-${times}`;
  });
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, "");
}

function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
