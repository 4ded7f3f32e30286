import { expect, test } from "vitest";
import {
  shortApiId,
  shortAppName,
  shortPolicyName,
} from "../../../../../../renderer/screens/logins/pair/short-names.ts";

test.each([
  ["CA001 Require MFA for all users", "CA001"],
  ["CA-12: Block legacy authentication", "CA-12"],
  ["Require MFA for all", "Require MFA for all"],
  ["Require phishing-resistant MFA for all admins", "A policy"],
  ["MFA 2 for all", "MFA 2 for all"],
  ["Windows 11", "Windows 11"],
])("a policy in a narrow sentence: %s is %s", (name, short) => {
  expect(shortPolicyName(name, 24)).toBe(short);
});

test.each([
  ["Microsoft Graph", "Graph"],
  ["Jamf Connect - Access Policy API", "Access Policy API"],
  ["Windows Azure Active Directory", "Windows Azure Active Directory"],
  ["Microsoft ", "Microsoft "],
])("an application in a narrow place: %s is %s", (name, short) => {
  expect(shortAppName(name)).toBe(short);
});

test.each([
  ["api://1a7c4e00-0000-4000-8000-0000000000a2", "…000000a2"],
  ["1a7c4e00-0000-4000-8000-0000000000a2", "…000000a2"],
  ["api://jamf.contoso.example", "api://jamf.contoso.example"],
])("an API in a narrow place: %s is %s", (id, short) => {
  expect(shortApiId(id)).toBe(short);
});
