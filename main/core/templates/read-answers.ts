import { isGuid } from "../guid.ts";
import type { Problem } from "../problem.ts";
import { isSafeTransport } from "../providers/hosts.ts";
import type { Answers, Blank, BlankForm, Template } from "./template.ts";

/** An answer that does not fit, by the blank that it was meant for. */
export type WrongAnswer = { readonly blank: Blank["id"]; readonly problem: Problem };

/** The answers without blanks at their ends. What a template does not ask for is left out. */
export function tidied({ blanks }: Template, answers: Answers): Answers {
  return Object.fromEntries(
    blanks.flatMap(({ id }) => {
      const text = (answers[id] ?? "").trim();
      return text === "" ? [] : [[id, text]];
    }),
  );
}

/** Every answer that does not fit; one that was not given is none. */
export function wrongAnswers({ blanks }: Template, answers: Answers): readonly WrongAnswer[] {
  return blanks.flatMap(({ id, title, form }) => {
    const text = answers[id];
    if (text === undefined || rules[form].fits(text)) return [];
    return [{ blank: id, problem: wrong(title, form, text) }];
  });
}

type Rule = { readonly fits: (text: string) => boolean; readonly title: string; readonly fix: string };

const rules: Readonly<Record<BlankForm, Rule>> = {
  tenant: {
    fits: (text) => isGuid(text) || isDomainName(text),
    title: "is neither a tenant ID nor a domain name",
    fix: "Write the tenant ID, or one of the tenant's domains without anything before or after it.",
  },
  guid: {
    fits: isGuid,
    title: "is not an ID as Entra gives them",
    fix: "Copy Application (client) ID from the overview page of the app registration.",
  },
  text: {
    fits: (text) => /^[^\s\p{Cc}\p{Cf}]{1,255}$/u.test(text),
    title: "holds a blank, a hidden character or too much",
    fix: "Copy the value from the provider's own page again.",
  },
  secret: {
    fits: (text) => /^[^\p{Cc}]{1,4096}$/u.test(text),
    title: "holds a character that no secret has",
    fix: "Copy the secret from the provider's own page again.",
  },
  "api-app": {
    fits: (text) => /^(?:api:\/\/)?[A-Za-z0-9._~-]{1,200}(?:\/[A-Za-z0-9._-]{1,100})?\/?$/.test(text),
    title: "names no API app",
    fix: "Paste its Application (client) ID, or the whole scope: api://ID/jamfconnect.",
  },
  url: {
    fits: (text) => text.length <= 2_048 && URL.canParse(text) && isSafeTransport(new URL(text)),
    title: "is not an address that begins with https://",
    fix: "Write the whole address, from https:// to /.well-known/openid-configuration.",
  },
  host: {
    fits: (text) => isDomainName(text) && text.includes("."),
    title: "is not the name of a host",
    fix: "Write it without https:// and without a slash, for example yourcompany.okta.com.",
  },
  scopes: {
    fits: (text) => text.length <= 2_048 && /^[\x21\x23-\x5B\x5D-\x7E+\s]+$/.test(text),
    title: "holds a character that no scope has",
    fix: "Write the scopes one after the other, with a blank between them (RFC 6749 section 3.3).",
  },
};

/** At least two labels (RFC 1035 section 2.3.1, and digits at the front as RFC 1123 allows). */
function isDomainName(text: string): boolean {
  const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  return text.length <= 253 && new RegExp(`^${label}(?:\\.${label})+$`).test(text);
}

function wrong(blank: string, form: BlankForm, text: string): Problem {
  const { title, fix } = rules[form];
  return {
    code: "template-answer-wrong",
    title: `${blank} ${title}.`,
    detail: form === "secret" ? "It is not shown." : `It is ${JSON.stringify(text.slice(0, 80))}.`,
    fix,
  };
}
