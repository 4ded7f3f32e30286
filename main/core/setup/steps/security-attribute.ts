import { setupNote } from "../mark.ts";
import type { SetupStep } from "../setup-plan.ts";
import { type AppKey, byScript } from "./applications.ts";
import { is, isSaved, listWhere } from "./odata.ts";
import { roles } from "./roles.ts";

const attribute = { set: "JamfConnect", name: "isExemptMFA", value: "Exempt" } as const;
const principals = "/v1.0/servicePrincipals";

/** How a policy leaves out what carries the attribute. */
export const exemptRule = `CustomSecurityAttribute.${attribute.set}_${attribute.name} -eq "${attribute.value}"`;

/** The attribute of the guide of 2023, given to the app that is left out of the policy. Needs Entra ID P1. */
export function securityAttributeSteps(key: AppKey): readonly SetupStep[] {
  return [
    {
      id: "attribute-set",
      title: "Make the attribute set JamfConnect",
      role: roles.attributeDefinitions,
      lookUp: { method: "GET", url: listWhere("/v1.0/directory/attributeSets", is("id", attribute.set)) },
      create: {
        method: "POST",
        url: "/v1.0/directory/attributeSets",
        body: { id: attribute.set, description: setupNote, maxAttributesPerSet: 25 },
      },
      update: null,
      saves: {},
      ...byScript,
    },
    {
      id: "attribute",
      title: "Make the attribute isExemptMFA",
      role: roles.attributeDefinitions,
      lookUp: {
        method: "GET",
        url: listWhere(
          "/v1.0/directory/customSecurityAttributeDefinitions",
          is("attributeSet", attribute.set),
          is("name", attribute.name),
        ),
      },
      create: {
        method: "POST",
        url: "/v1.0/directory/customSecurityAttributeDefinitions",
        body: {
          attributeSet: attribute.set,
          name: attribute.name,
          description: setupNote,
          type: "String",
          status: "Available",
          isCollection: false,
          isSearchable: true,
          usePreDefinedValuesOnly: true,
          allowedValues: [{ id: attribute.value, isActive: true }],
        },
      },
      update: {
        method: "PATCH",
        url: `/v1.0/directory/customSecurityAttributeDefinitions/${attribute.set}_${attribute.name}`,
        body: { status: "Available" },
      },
      saves: {},
      ...byScript,
    },
    {
      id: "attribute-assignment",
      title: "Give the attribute to the app that the policy leaves out",
      role: roles.attributeAssignments,
      lookUp: {
        method: "GET",
        url: listWhere(
          principals,
          isSaved("id", `${key}PrincipalId`),
          is(`customSecurityAttributes/${attribute.set}/${attribute.name}`, attribute.value),
        ),
      },
      create: {
        method: "PATCH",
        url: `${principals}/{${key}PrincipalId}`,
        body: {
          customSecurityAttributes: {
            [attribute.set]: {
              "@odata.type": "#Microsoft.DirectoryServices.CustomSecurityAttributeValue",
              [attribute.name]: attribute.value,
            },
          },
        },
      },
      update: null,
      saves: {},
      ...byScript,
    },
  ];
}
