import { type FormEvent, useState } from "react";
import { session } from "../api";
import { Command } from "../pages/Command";

/** Asks for an access token, where there is none or the one that was given is no longer good. */
export function SignIn({ why, onSignedIn }: { why: string; onSignedIn: () => void }) {
  const [token, setToken] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!token.trim()) return;
    session.signIn(token);
    onSignedIn();
  }

  return (
    <section className="panel">
      <h2>Sign in</h2>
      <p>{why || "This page shows an account's own data. Print a token on the machine that Pickup runs on:"}</p>
      <Command text="./pickup token" />
      <form onSubmit={submit}>
        <label htmlFor="token">Access token</label>
        <input
          id="token"
          type="password"
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
        <button className="button" type="submit">
          Sign in
        </button>
      </form>
    </section>
  );
}
