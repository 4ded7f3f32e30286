import type { ReactNode } from "react";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { TemplateForm } from "../features/templates/template-form.tsx";
import { TemplateList } from "../features/templates/template-list.tsx";
import { useNavigation } from "../stores/context.ts";

/** A new profile while one is open. */
export default function TemplatesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const go = useNavigation((state) => state.go);
  const made = () => {
    onClose();
    go("profile");
  };
  return (
    <Dialog
      title="New from a template"
      isOpen
      onClose={onClose}
      size="sheet"
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <div className="templates-sheet">
        <TemplateList />
        <TemplateForm onMade={made} />
      </div>
    </Dialog>
  );
}
