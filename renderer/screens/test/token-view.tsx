import type { ReactNode } from "react";
import type { LoginResult, TokenReport } from "../../../preload/contract.ts";
import { CopyButton } from "../../components/copy-button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Tag } from "../../components/tag.tsx";

const titles = { id: "ID token", access: "Access token" } as const;

/** The tokens that came back, as claims: what they say, and whether every check held. The tokens themselves are not kept. */
export function TokenView({ tokens }: { readonly tokens: LoginResult["tokens"] }): ReactNode {
  return (
    <div className="token-view">
      {tokens.id !== undefined && <TokenPart title={titles.id} token={tokens.id} />}
      {tokens.access !== undefined && <TokenPart title={titles.access} token={tokens.access} />}
    </div>
  );
}

const signatureWords = {
  valid: { tone: "ok", word: "Signature valid" },
  invalid: { tone: "err", word: "Signature invalid" },
  unchecked: { tone: "mute", word: "Signature not checked" },
} as const;

function TokenPart({ title, token }: { readonly title: string; readonly token: TokenReport }): ReactNode {
  const signature = signatureWords[token.signature];
  return (
    <section className="token-part" aria-label={title}>
      <div className="token-head">
        <h3>{title}</h3>
        <Tag tone={signature.tone}>{signature.word}</Tag>
        <CopyButton text={JSON.stringify(token.claims, null, 2)} label={`Copy the claims of the ${title}`} />
      </div>
      {token.problems.length > 0 && (
        <ul className="token-problems">
          {token.problems.map((problem) => (
            <li key={problem} className="tone-err">
              <Icon name="error" size="small" /> {problem}
            </li>
          ))}
        </ul>
      )}
      <Claims caption="Claims" values={token.claims} />
      <Claims caption="Header" values={token.header} />
    </section>
  );
}

type ClaimsProps = { readonly caption: string; readonly values: Readonly<Record<string, unknown>> };

function Claims({ caption, values }: ClaimsProps): ReactNode {
  return (
    <table className="claims">
      <caption>{caption}</caption>
      <tbody>
        {Object.entries(values).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>
              <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
              {asMoment(name, value)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const timeClaims = new Set(["exp", "iat", "nbf", "auth_time", "xms_ssm"]);

/** Seconds since 1970 mean nothing to a reader. */
function asMoment(name: string, value: unknown): ReactNode {
  if (!timeClaims.has(name) || typeof value !== "number") {
    return null;
  }
  return <span className="faint"> {new Date(value * 1000).toLocaleString("en-GB")}</span>;
}
