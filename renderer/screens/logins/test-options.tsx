import type { ReactNode } from "react";
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useDocument, useRuns } from "../../stores/context.ts";
import { namesEntra } from "../../text/provider.ts";

/** Before 2.12 the password check went to Entra's v1 endpoint, whatever the profile said. */
const versions = [
  { id: "current", title: "2.12 and later", note: "The check goes where the profile says" },
  { id: "2.11", title: "2.11 and earlier", note: "The check goes to Entra's v1 endpoint" },
] as const;

/** What is rarely chosen: which Jamf Connect the test behaves as, and a name that it would not send. What is chosen stands on the button. */
export function TestOptions({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const version = useRuns((state) => state.jamfConnectVersion);
  const fillInName = useRuns((state) => state.fillInName);
  const fill = useRuns((state) => state.fill);
  const isEntra = useDocument((state) => namesEntra(state.view?.provider));
  const chosen = [
    ...(isEntra && version !== null ? ["Jamf 2.11"] : []),
    ...(fillInName ? ["name filled in"] : []),
  ];
  return (
    <MenuTrigger>
      <Button isDisabled={isDisabled} className="test-options">
        <span className="cut">{chosen.length === 0 ? "Options" : `Options: ${chosen.join(", ")}`}</span>{" "}
        <Icon name="up-down" size="small" />
      </Button>
      <Popover className="popover" offset={4}>
        <Menu aria-label="Options of the test">
          {isEntra && (
            <MenuSection
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[version ?? "current"]}
              onSelectionChange={(keys) =>
                fill({ jamfConnectVersion: [...keys].includes("2.11") ? "2.11" : null })
              }
            >
              <Header className="option-heading">The Mac has Jamf Connect</Header>
              {versions.map((option) => (
                <Option key={option.id} {...option} />
              ))}
            </MenuSection>
          )}
          {isEntra && <Separator className="option-rule" />}
          <MenuSection
            aria-label="Sign-in page"
            selectionMode="multiple"
            selectedKeys={fillInName ? ["name"] : []}
            onSelectionChange={(keys) => fill({ fillInName: [...keys].length > 0 })}
          >
            <Option
              id="name"
              title="Fill in the name at login"
              note="Jamf Connect does not: its sign-in page starts empty"
            />
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

type OptionProps = { readonly id: string; readonly title: string; readonly note: string };

function Option({ id, title, note }: OptionProps): ReactNode {
  return (
    <MenuItem id={id} textValue={title} className="option">
      {({ isSelected }) => (
        <>
          <span className="option-tick">{isSelected && <Icon name="check" size="small" />}</span>
          <span>
            {title}
            <span className="option-note">{note}</span>
          </span>
        </>
      )}
    </MenuItem>
  );
}
