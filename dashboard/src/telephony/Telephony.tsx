import { useCallback, useEffect, useState } from "react";
import { Problem, session } from "../api";
import { Command } from "../pages/Command";
import { NumberCard } from "./NumberCard";
import { flagOf, listNumbers, type PhoneNumber } from "./numbers";
import { SignIn } from "./SignIn";

type Page =
  | { state: "loading" }
  | { state: "signed-out"; why: string }
  | { state: "failed"; why: string }
  | { state: "ready"; numbers: PhoneNumber[] };

/** The account's numbers: those that need a person first. */
export function Telephony() {
  const [page, setPage] = useState<Page>({ state: session.token() ? "loading" : "signed-out", why: "" });
  const load = useCallback(async () => {
    setPage({ state: "loading" });
    try {
      setPage({ state: "ready", numbers: urgentFirst(await listNumbers()) });
    } catch (problem) {
      setPage(afterProblem(problem as Problem));
    }
  }, []);
  useEffect(() => {
    if (session.token()) load();
  }, [load]);

  return (
    <>
      <section className="hero">
        <h1>Numbers</h1>
      </section>
      {content(page, load)}
    </>
  );
}

function content(page: Page, load: () => void) {
  switch (page.state) {
    case "loading":
      return <p role="status">Asking for your numbers …</p>;
    case "signed-out":
      return <SignIn why={page.why} onSignedIn={load} />;
    case "failed":
      return (
        <section className="panel" role="alert">
          <p>{page.why}</p>
          <button className="button" type="button" onClick={load}>
            Try again
          </button>
        </section>
      );
    case "ready":
      return page.numbers.length === 0 ? <NoNumbers /> : <NumberList numbers={page.numbers} />;
  }
}

function NumberList({ numbers }: { numbers: PhoneNumber[] }) {
  return (
    <ul className="numbers">
      {numbers.map((number) => (
        <NumberCard key={number.phoneNumber} number={number} />
      ))}
    </ul>
  );
}

function NoNumbers() {
  return (
    <section className="panel">
      <h2>No number yet</h2>
      <p>
        Find one that can be bought, then buy it; or bring one of your own carrier account. docs/numbers.md shows both.
      </p>
      <Command
        text={`curl -H "Authorization: Bearer $(./pickup token)" '${window.location.origin}/api/telephony/managed/available-numbers?country=US&areaCode=415'`}
      />
    </section>
  );
}

function urgentFirst(numbers: PhoneNumber[]): PhoneNumber[] {
  const urgency = { bad: 0, busy: 1, good: 2 };
  return [...numbers].sort((a, b) => urgency[flagOf(a).tone] - urgency[flagOf(b).tone]);
}

function afterProblem(problem: Problem): Page {
  if (problem instanceof Problem && problem.status === 401) {
    session.signOut();
    return { state: "signed-out", why: "That token is not good any more. Print a new one:" };
  }
  return { state: "failed", why: problem.message };
}
