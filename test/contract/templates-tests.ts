import { expect } from "vitest";
import { type Bench, createBench } from "./bench.ts";

const client = "aaaabbbb-0000-4000-8000-ccccdddd0001";

/** A network that keeps what is asked and answers as Entra does. */
function entraWith(issuer: string): { readonly asked: string[]; readonly fetch: typeof fetch } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input) => {
      asked.push(String(input));
      const document = { issuer, token_endpoint: "https://login.microsoftonline.com/x/oauth2/v2.0/token" };
      return new Response(JSON.stringify(document), { headers: { "content-type": "application/json" } });
    },
  };
}

export const templatesTests = {
  "templates.list": async (bench) => {
    const all = await bench.call("templates.list", {});
    expect(all.find(({ advice }) => advice === "recommended")).toMatchObject({ letter: "D" });
    expect(JSON.stringify(await bench.call("recipes.list", {}))).toContain("two-apis");
  },
  "templates.make": async (bench) => {
    const make = (answers: Record<string, string>) =>
      bench.call("templates.make", { template: "entra-simple", answers });
    expect((await make({ tenant: "nobody knows" })).wrong.map(({ blank }) => blank)).toEqual(["tenant"]);
    expect(await bench.call("profile.current", {})).toBeNull();
    expect(await make({ tenant: "contoso.com", "client-id": client })).toEqual({ wrong: [] });
    const view = await bench.call("profile.current", {});
    expect(view).toMatchObject({
      fileName: "Jamf Connect.mobileconfig",
      provider: "EntraID",
      practice: false,
    });
    expect(view?.findings?.filter(({ severity }) => severity === "error")).toEqual([]);
    await make({ tenant: "contoso.com" });
    const other = await bench.call("profile.current", {});
    // Two profiles of one template are two profiles to macOS and to Jamf Pro.
    expect(other?.profile?.uuid).not.toBe(view?.profile?.uuid);
    expect(other?.findings?.map(({ rule }) => rule)).toContain("placeholder-left");
    const unknown = { template: "../etc", answers: {} };
    expect((await bench.problem("templates.make", unknown)).code).toBe("template-unknown");
  },
  "templates.tenantHost": async (bench) => {
    expect(await bench.call("templates.tenantHost", {})).toEqual({
      host: "login.microsoftonline.com",
      practice: false,
    });
    const practice = await bench.practise("practice.start", { scenario: "no-mfa", openProfile: false });
    if (!practice.running) throw new Error("practice does not run");
    expect(await bench.call("templates.tenantHost", {})).toEqual({
      host: new URL(practice.authority).host,
      practice: true,
    });
  },
  "templates.lookUpTenant": async (bench) => {
    const tenantId = "0b7a2f0e-30a5-4c43-9d6a-c1c1b7f3a001";
    const entra = entraWith(`https://login.microsoftonline.com/${tenantId}/v2.0`);
    const online = createBench({ fetch: entra.fetch });
    expect(await online.call("templates.lookUpTenant", { domain: " contoso.com " })).toEqual({
      tenantId,
      host: "login.microsoftonline.com",
    });
    expect(entra.asked).toEqual([
      "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
    ]);
    for (const domain of ["", "contoso", "https://contoso.com", "a/../b.com", `${"a".repeat(900)}.com`]) {
      expect((await online.problem("templates.lookUpTenant", { domain })).code).toBe("tenant-domain-wrong");
    }
    expect(entra.asked).toHaveLength(1);
    await online.session.dispose();
    const other = createBench({ fetch: entraWith("https://elsewhere.example/v2.0").fetch });
    expect(await other.problem("templates.lookUpTenant", { domain: "contoso.com" })).toMatchObject({
      code: "discovery-issuer-mismatch",
      detail: expect.stringContaining("login.microsoftonline.com"),
    });
    await other.session.dispose();
    // In practice the practice tenant is asked and nobody else, and it knows its own domain only.
    const practice = await bench.practise("practice.start", { scenario: "no-mfa", openProfile: false });
    if (!practice.running) throw new Error("practice does not run");
    const own = practice.accounts[0]?.username.split("@")[1] ?? "";
    const found = await bench.call("templates.lookUpTenant", { domain: own });
    expect(practice.authority).toBe(`http://${found.host}/${found.tenantId}`);
    expect(
      JSON.stringify(await bench.problem("templates.lookUpTenant", { domain: "fabrikam.com" })),
    ).toContain("90002");
  },
} satisfies Record<string, (bench: Bench) => Promise<void>>;
