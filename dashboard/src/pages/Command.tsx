import { useEffect, useState } from "react";

const COPIED_MS = 2000;

/** A command to type, with a button that copies it and says whether that worked. */
export function Command({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(""), COPIED_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Select it and copy by hand");
    }
  }

  return (
    <div className="command">
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" onClick={copy} aria-label={`Copy: ${text}`}>
        {said || "Copy"}
      </button>
      <span className="unseen" role="status">
        {said}
      </span>
    </div>
  );
}
