import { useEffect } from "react";
import { NotFound } from "./pages/NotFound";
import { Welcome } from "./pages/Welcome";
import { type Page, pageOf } from "./routes";
import { Telephony } from "./telephony/Telephony";

const TITLES = { welcome: "Pickup", telephony: "Numbers · Pickup", "not-found": "Not found · Pickup" };

/** The frame that all pages share: skip link, header, footer. */
export function App({ path = window.location.pathname }: { path?: string }) {
  const page = pageOf(path);
  useEffect(() => {
    document.title = TITLES[page.page];
  }, [page.page]);
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="bar">
        <a className="brand" href="/">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          Pickup
        </a>
        <nav aria-label="Pages">
          <a href="/telephony" aria-current={page.page === "telephony" ? "page" : undefined}>
            Numbers
          </a>
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        {content(page)}
      </main>
      <footer className="bar">Pickup is free software under the Apache License 2.0.</footer>
    </>
  );
}

function content(page: Page) {
  switch (page.page) {
    case "welcome":
      return <Welcome />;
    case "telephony":
      return <Telephony />;
    case "not-found":
      return <NotFound path={page.path} />;
  }
}
