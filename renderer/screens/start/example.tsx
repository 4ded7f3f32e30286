import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useTemplates } from "../../stores/context.ts";
import { hasAnswers } from "../../stores/templates-store.ts";
import { DropHint } from "./drop-hint.tsx";

type ExampleProps = {
  readonly onOpen: () => void;
  /** Nothing else on the page is the one thing to do. */
  readonly isMainWay: boolean;
};

/** Teaches what the app answers, with a labelled example, before there is anything of one's own to show. */
export function Example({ onOpen, isMainWay }: ExampleProps): ReactNode {
  // Who fills a template in has taken the other way.
  const isBegun = useTemplates(hasAnswers);
  return (
    <section className="start-lead">
      <h1>See what your provider answers to Jamf Connect's two sign-ins.</h1>
      <p>
        Jamf Connect signs in at the login window, where a person can answer MFA, and checks the password in
        the background, where nobody can. Latchkey runs both exactly as the profile says.
      </p>
      <table className="start-example" aria-label="Example of two test results">
        <thead>
          <tr>
            <th scope="col">Example</th>
            <th scope="col">What the provider answers</th>
            <th scope="col">What Jamf Connect does</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Icon name="login-window" size="small" /> Login window
            </th>
            <td>
              <span className="example-cell example-mfa">
                <Icon name="phone" size="small" /> MFA demanded, signed in
              </span>
            </td>
            <td>Lets the person in</td>
          </tr>
          <tr>
            <th scope="row">
              <Icon name="password-check" size="small" /> Password check
            </th>
            <td>
              <span className="example-cell example-warn">
                <Icon name="warning" size="small" /> AADSTS50076
              </span>
            </td>
            <td>Takes it as a correct password</td>
          </tr>
        </tbody>
      </table>
      <DropHint>
        <Button look={isMainWay && !isBegun ? ["primary"] : []} onPress={onOpen}>
          Open a profile…
        </Button>
      </DropHint>
    </section>
  );
}
