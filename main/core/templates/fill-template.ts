import type { TypedJson } from "../plist/typed-json.ts";
import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { type ProfileDocument, profileFromTypedJson } from "../profile/index.ts";
import { wholeTemplates } from "./catalogue.ts";
import { tidied, type WrongAnswer, wrongAnswers } from "./read-answers.ts";
import type { Answers, Template } from "./template.ts";

/** Names of the profile and its two payloads, fresh for each profile: macOS and Jamf Pro tell profiles apart by them. */
export type NewIds = { readonly profile: string; readonly login: string; readonly menuBar: string };

/** A new profile, or why it was not made: each answer that does not fit. */
export type FilledTemplate =
  | { readonly document: ProfileDocument; readonly fileName: string }
  | { readonly wrong: readonly WrongAnswer[] };

/** What is known of every template. */
export const templates: readonly Template[] = wholeTemplates.map(({ about }) => about);

/**
 * A profile with both preference domains, made of a template and its answers. A blank without an answer becomes a mark in the
 * profile, which lint reports. Problems: `template-unknown`, and those of the scopes of its recipe.
 */
export function fillTemplate(id: string, answers: Answers, ids: NewIds): Result<FilledTemplate> {
  const template = wholeTemplates.find(({ about }) => about.id === id);
  if (template === undefined) return fail(unknown(id));
  const { about, settings } = template;
  const tidy = tidied(about, answers);
  const wrong = wrongAnswers(about, tidy);
  if (wrong.length > 0) return succeed({ wrong });
  const both = settings(tidy);
  if (!both.ok) return both;
  const document = profileFromTypedJson(profileOf(about, both.value, ids), { fileName: null });
  if (!document.ok) return document;
  return succeed({ document: document.value, fileName: "Jamf Connect.mobileconfig" });
}

function profileOf(
  { title, provider }: Template,
  { login, menuBar }: { readonly login: TypedJson; readonly menuBar: TypedJson },
  ids: NewIds,
): TypedJson {
  const identifier = `jamf-connect.${ids.profile}`;
  return {
    PayloadContent: [
      payload("com.jamf.connect.login", login, `${identifier}.login`, ids.login),
      payload("com.jamf.connect", menuBar, `${identifier}.menu-bar`, ids.menuBar),
    ],
    PayloadDescription: `Made from the template ${provider === "EntraID" ? `Entra ID, ${title}` : title}.`,
    PayloadDisplayName: "Jamf Connect",
    PayloadIdentifier: identifier,
    PayloadScope: "System",
    PayloadType: "Configuration",
    PayloadUUID: ids.profile,
    PayloadVersion: 1,
  };
}

function payload(domain: string, settings: TypedJson, identifier: string, uuid: string): TypedJson {
  return {
    ...(settings as { readonly [key: string]: TypedJson }),
    PayloadDisplayName: domain === "com.jamf.connect" ? "Jamf Connect" : "Jamf Connect Login",
    PayloadIdentifier: identifier,
    PayloadType: domain,
    PayloadUUID: uuid,
    PayloadVersion: 1,
  };
}

function unknown(id: string): Problem {
  return {
    code: "template-unknown",
    title: `There is no template ${JSON.stringify(id.slice(0, 60))}.`,
    detail: "Nothing was made.",
    fix: "Choose one of the templates that are listed.",
  };
}
