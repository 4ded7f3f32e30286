/** The one place where secrets are masked; every sink (steps, terminal, reports) takes its text from here. */
export { maskExchange, type RawExchange } from "./exchange.ts";
export { maskJson, maskValues, type Room } from "./json.ts";
export { maskLog } from "./log.ts";
export { masked } from "./names.ts";
export { type KnownSecrets, prepareSecrets, type SecretValues } from "./needles.ts";
export { maskKnown, maskSecrets } from "./secrets.ts";
export { maskText } from "./text.ts";
export { maskTokens } from "./tokens.ts";
export { maskUrl } from "./url.ts";
export { shortenUserName } from "./user-name.ts";
