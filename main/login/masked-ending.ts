import type { LoginError } from "../core/login-result.ts";
import { type KnownSecrets, maskKnown } from "../core/redact/index.ts";
import type { Ending } from "../core/verdict/ending.ts";

/** Characters of a sentence that a server had a part in. */
export const longestSentence = 2_000;
/** Characters of an id, a word of the protocol, a host or a name. */
export const longestName = 200;

/**
 * The ending of a run with everything masked and cut that a server had a part in. Verdict and findings are made of this
 * one: what a server repeats in an error, an issuer or an audience must not come back in a sentence.
 */
export function maskEnding(ending: Ending, known: KnownSecrets): Ending {
  const sentence = (text: string): string => maskKnown(text, known, longestSentence);
  switch (ending.kind) {
    case "provider-error":
      return { ...ending, answer: { ...ending.answer, error: maskError(ending.answer.error, known) } };
    case "tokens-refused":
      return {
        ...ending,
        problems: ending.problems.map(({ finding, text }) => ({ finding, text: sentence(text) })),
      };
    case "refused": {
      const { title, detail, fix, code } = ending.problem;
      return { ...ending, problem: { code, title: sentence(title), detail: sentence(detail), fix } };
    }
    case "fault":
      return {
        ...ending,
        host: maskKnown(ending.host, known, longestName),
        detail: sentence(ending.detail),
      };
    default:
      return ending;
  }
}

function maskError(error: LoginError, known: KnownSecrets): LoginError {
  const { code, suberror, resource, policyIds, traceId, correlationId, timestamp } = error;
  const short = (text: string): string => maskKnown(text, known, longestName);
  return {
    ...(code === undefined ? {} : { code }),
    oauthError: short(error.oauthError),
    ...(suberror === undefined ? {} : { suberror: short(suberror) }),
    description: maskKnown(error.description, known, longestSentence),
    ...(resource === undefined ? {} : { resource: short(resource) }),
    ...(policyIds === undefined ? {} : { policyIds: policyIds.map(short) }),
    ...(traceId === undefined ? {} : { traceId: short(traceId) }),
    ...(correlationId === undefined ? {} : { correlationId: short(correlationId) }),
    ...(timestamp === undefined ? {} : { timestamp: short(timestamp) }),
  };
}
