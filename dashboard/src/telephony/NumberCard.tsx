import { useState } from "react";
import type { Problem } from "../api";
import { type Check, flagOf, monthly, type PhoneNumber, questionOf, readable, testNumber } from "./numbers";

type Test =
  | { state: "untested" }
  | { state: "running" }
  | { state: "done"; checks: Check[] }
  | { state: "refused"; why: string };

/** One number: what state it is in, why, what to do about it, and a test of it. */
export function NumberCard({ number }: { number: PhoneNumber }) {
  const [test, setTest] = useState<Test>({ state: "untested" });
  const flag = flagOf(number);

  async function run() {
    setTest({ state: "running" });
    try {
      setTest({ state: "done", checks: (await testNumber(number.phoneNumber)).checks });
    } catch (problem) {
      setTest({ state: "refused", why: (problem as Problem).message });
    }
  }

  return (
    <li className="panel number">
      <div className="row">
        <h2>
          {readable(number.phoneNumber)}
          {number.label && <span className="label">{number.label}</span>}
        </h2>
        <span className={`flag ${flag.tone}`}>{flag.text}</span>
      </div>
      <p className="facts">{facts(number).join(" · ")}</p>
      {number.reason && <p className="why">{number.reason.detail}</p>}
      {number.drift.length > 0 && <Drift fields={number.drift} />}
      {number.status === "ACTIVE" && (
        <button type="button" onClick={run} disabled={test.state === "running"}>
          {test.state === "running" ? "Testing …" : "Test this number"}
        </button>
      )}
      <div role="status">
        {test.state === "refused" && <p className="why">{test.why}</p>}
        {test.state === "done" && <Checks checks={test.checks} />}
      </div>
    </li>
  );
}

function facts(number: PhoneNumber): string[] {
  const carrier = number.carrier === "TELNYX" ? "Telnyx" : "Twilio";
  return [
    number.source === "MANAGED" ? `Through Pickup (${carrier})` : `Your own ${carrier} account`,
    number.agentId ? `Agent ${number.agentId}` : "No agent",
    ...(number.monthlyPrice && number.status === "ACTIVE" ? [monthly(number.monthlyPrice)] : []),
  ];
}

function Drift({ fields }: { fields: string[] }) {
  return (
    <div className="why">
      <p>
        Somebody changed this number at the carrier: callers may not reach the agent. Import it again to point it here,
        or roll it back with <code>force</code> to restore what it was before.
      </p>
      <ul>
        {fields.map((field) => (
          <li key={field}>
            <code>{field}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

const TONES = { passed: "good", failed: "bad", unknown: "busy" };

function Checks({ checks }: { checks: Check[] }) {
  return (
    <dl className="checks">
      {checks.map((check) => (
        <div key={check.check}>
          <dt>{questionOf(check.check)}</dt>
          <dd>
            <span className={`flag ${TONES[check.status]}`}>{check.status}</span> {check.detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}
