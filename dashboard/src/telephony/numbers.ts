import { ask, askAll } from "../api";

/** A number as the API shows it; see `Number` in openapi.yaml. */
export type PhoneNumber = {
  phoneNumber: string;
  label: string;
  source: "MANAGED" | "BYOP";
  carrier: "TELNYX" | "TWILIO";
  status: "ORDERED" | "CONFIGURING" | "ACTIVE" | "FAILED" | "RELEASING";
  agentId: string | null;
  reason: { code: string; detail: string } | null;
  monthlyPrice: { micros: number; currency: string } | null;
  /** Fields of its routing that somebody changed at the carrier. */
  drift: string[];
};

/** One line of a number's test; see `NumberTest` in openapi.yaml. */
export type Check = { check: string; status: "passed" | "failed" | "unknown"; detail: string };

/** What a number needs a person for, most pressing first. */
export type Flag = { tone: "bad" | "busy" | "good"; text: string };

export const listNumbers = () => askAll<PhoneNumber>("/api/telephony/numbers");

export const testNumber = (number: string) =>
  ask<{ checks: Check[] }>(`/api/telephony/numbers/${encodeURIComponent(number)}/test`, "POST");

/** The one thing to say of a number. */
export function flagOf(number: PhoneNumber): Flag {
  switch (number.status) {
    case "FAILED":
      return { tone: "bad", text: "Not bought" };
    case "ORDERED":
    case "CONFIGURING":
      return { tone: "busy", text: "On its way" };
    case "RELEASING":
      return { tone: "busy", text: "Being given back" };
    case "ACTIVE":
      if (number.drift.length > 0) return { tone: "bad", text: "No longer points here" };
      return number.agentId
        ? { tone: "good", text: "Answers calls" }
        : { tone: "busy", text: "No agent: callers are turned away" };
  }
}

/** What each check of a number's test asks; a check that this page does not know is shown by its name. */
export const questionOf = (check: string): string => QUESTIONS[check] ?? check;

const QUESTIONS: Record<string, string> = {
  "number-active": "Active at the carrier",
  "routing-ours": "Calls come here",
  "webhook-reachable": "Our webhook answers",
  "signature-accepted": "Its signature is accepted",
  "agent-attached": "An agent takes the calls",
  "sms-on": "Texts are on",
  "caller-hears": "A caller hears the agent",
};

/** `+14155550142` in groups that a person can read: `+1 415 555 0142`; other countries as they are. */
export function readable(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "+1 $1 $2 $3");
}

/** `1000000` micro-dollars as `$1.00 a month`. */
export function monthly(price: { micros: number; currency: string }): string {
  const amount = new Intl.NumberFormat("en-US", { style: "currency", currency: price.currency });
  return `${amount.format(price.micros / 1_000_000)} a month`;
}
