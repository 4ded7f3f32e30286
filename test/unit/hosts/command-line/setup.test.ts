import { describe, expect, it } from "vitest";
import { recipes } from "../../../../main/core/recipes/index.ts";
import { readSetupRequest, setUp, setupFormats, setupScript } from "../../../../main/core/setup/index.ts";
import { commandTable } from "../../../../main/hosts/command-line/command-table.ts";
import { runCommandLine } from "../../../../main/hosts/command-line/run.ts";
import { nastyNames } from "../../../support/nasty-names.ts";
import { recordingTerminal } from "../../../support/recording-terminal.ts";

async function run(...args: readonly string[]) {
  const terminal = recordingTerminal();
  const code = await runCommandLine(["setup", ...args], terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

const call = (format: string) => ["--tenant", "contoso.com", "--recipe", "two-apis", "--format", format];

describe("setup", () => {
  it("prints the script and nothing else on standard output, and on standard error what has to be known", async () => {
    const { code, out, err } = await run(...call("az"));
    expect(code).toBe(0);
    expect(out).toMatch(/^#!\/usr\/bin\/env bash\n/);
    expect(out).not.toContain("latchkey: ");
    expect(err).toContain("Name a break-glass account before you turn the policy on");
    expect(err).toContain("Give it no permissions");
    expect(err).toContain("it was run against no real tenant");
  });

  it("says on the way back what stays", async () => {
    const { out, err } = await run(...call("graph-powershell"), "--undo", "--with", "security-attribute");
    expect(out).toContain("Remove-Own");
    expect(err).toContain("Entra ID deletes no attribute");
    expect(err).not.toContain("break-glass");
  });

  it("prints graph-rest as JSON, on one line with --json", async () => {
    const plain = await run(...call("graph-rest"));
    const json = await run(...call("graph-rest"), "--json");
    expect(JSON.parse(json.out)).toEqual(JSON.parse(plain.out));
    expect(json.out.trim().split("\n")).toHaveLength(1);
    expect(json.err).toBe("");
    expect(JSON.parse(plain.out).steps[0]).toMatchObject({
      title: expect.any(String),
      lookUp: { method: "GET" },
      create: { method: "POST" },
      saves: expect.any(Object),
    });
  });

  it.each(["az", "graph-powershell", "markdown"])("%s with --json holds the script", async (format) => {
    const value = JSON.parse((await run(...call(format), "--json")).out);
    expect(value).toMatchObject({ format, undo: false, script: (await run(...call(format))).out });
    expect(value.permissions).toContain("Application.ReadWrite.All");
  });

  it("takes additions, a break-glass account and a name", async () => {
    const id = "1a7c4e00-0000-4000-8000-000000000e02";
    const more = [
      "--with",
      "hash-sync-policy",
      "--with",
      "security-attribute",
      "--break-glass",
      id,
      "--name",
      "Macs",
    ];
    const { code, out, err } = await run(...call("graph-rest"), ...more);
    expect(code).toBe(0);
    expect(err).not.toContain("No break-glass account");
    for (const part of ["AllowCloudPasswordValidation", "isExemptMFA", id, "Macs login client"])
      expect(out).toContain(part);
  });

  it.each(nastyNames)("attack: the name %j leaves the terminal as it is", async (name) => {
    for (const format of setupFormats) {
      const wishes = {
        tenant: "contoso.com",
        recipe: "two-apis",
        additions: [],
        name,
        breakGlass: null,
        policies: [],
      };
      const request = readSetupRequest(wishes);
      const plan = request.ok ? setUp(request.value) : request;
      const script = plan.ok ? setupScript(plan.value, format, false) : plan;
      expect(script).toEqual({ ok: true, value: (await run(...call(format), `--name=${name}`)).out });
    }
  });

  it("says all that is missing at once", async () => {
    const { code, out, err } = await run();
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("setup needs --tenant ID, --recipe NAME and --format FORM.");
  });

  it.each([
    [
      ["--tenant", "not a tenant", "--recipe", "simple", "--format", "az"],
      "neither a tenant ID nor a domain",
    ],
    [["--tenant", "contoso.com", "--recipe", "three-apis", "--format", "az"], "There is no recipe"],
    [["--tenant", "contoso.com", "--recipe", "none", "--format", "az"], "There is no recipe"],
    [["--tenant", "contoso.com", "--recipe", "simple", "--format", "bicep"], "--format takes"],
    [[...call("az"), "--with", "everything"], "cannot be set up with"],
    [[...call("az"), "--break-glass", "admin@contoso.com"], "no object ID"],
    [[...call("az"), "--name", "{clientAppId}"], "cannot be named"],
    [[...call("az"), "file.mobileconfig"], "takes no argument"],
  ])("refuses %j", async (args, said) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("completes every recipe that can be set up, and every form", () => {
    const { recipe, format } = commandTable.setup.options;
    const known = recipes.map(({ name }) => name).filter((name) => name !== "none");
    expect(recipe.value.split("|").sort()).toEqual([...known].sort());
    expect(format.value.split("|")).toEqual([...setupFormats]);
  });
});
