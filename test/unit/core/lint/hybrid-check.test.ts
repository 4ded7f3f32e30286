import { expect, it } from "vitest";
import { hybridCheckElsewhere } from "../../../../main/core/lint/rules/hybrid-check-elsewhere.ts";
import { exampleClient, exampleTenant, soundLogin } from "../../../../main/core/lint/sound-settings.ts";
import { foundInLogin } from "./found-in.ts";

const entra = `https://login.microsoftonline.com/${exampleTenant}/v2.0/.well-known/openid-configuration`;
const adFs = "https://adfs.example.com/adfs/.well-known/openid-configuration";
/** A sign-in at Entra that is written down as any provider of OpenID Connect. */
const customAtEntra = { ...soundLogin, OIDCProvider: "Custom", OIDCDiscoveryURL: entra };

it.each([
  [
    "a check named Custom whose address is Entra's",
    { ...soundLogin, ROPGProvider: "Custom", ROPGDiscoveryURL: entra },
  ],
  ["a sign-in and a check at Entra, both named Custom", { ...customAtEntra, OIDCROPGID: exampleClient }],
  [
    "a sign-in that does not go to Entra either",
    { ...soundLogin, OIDCProvider: "Custom", OIDCDiscoveryURL: adFs },
  ],
])("is silent: %s", (_, login) => {
  expect(foundInLogin(hybridCheckElsewhere, login)).toEqual([]);
});

it.each([
  ["a check at AD FS", { ...soundLogin, ROPGProvider: "Custom", ROPGDiscoveryURL: adFs }],
  ["a check whose address alone is AD FS's", { ...soundLogin, ROPGDiscoveryURL: adFs }],
  [
    "a check at AD FS beside a sign-in at Entra that is named Custom",
    { ...customAtEntra, ROPGDiscoveryURL: adFs },
  ],
])("fires: %s", (_, login) => {
  expect(foundInLogin(hybridCheckElsewhere, login)).toMatchObject([
    { where: { keyPath: "ROPGDiscoveryURL" }, detail: expect.stringContaining(adFs) },
  ]);
});
