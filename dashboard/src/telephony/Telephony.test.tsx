import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { session } from "../api";
import type { PhoneNumber } from "./numbers";
import { Telephony } from "./Telephony";

const ACTIVE: PhoneNumber = {
  phoneNumber: "+14155550142",
  label: "Front desk",
  source: "MANAGED",
  carrier: "TELNYX",
  status: "ACTIVE",
  agentId: "agt_demo",
  reason: null,
  monthlyPrice: { micros: 1_000_000, currency: "USD" },
  drift: [],
};

/** Answers of the API, in the order in which they are asked for; what was asked. */
function api(...answers: { status: number; body: unknown }[]) {
  const asked: { path: string; method: string; token: string }[] = [];
  vi.stubGlobal("fetch", async (path: string, init: { method: string; headers: { Authorization: string } }) => {
    asked.push({ path, method: init.method, token: init.headers.Authorization });
    const answer = answers.shift();
    if (!answer) throw new TypeError("unreachable");
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
  return asked;
}

const listed = (...items: PhoneNumber[]) => ({ status: 200, body: { items, next: null } });

beforeEach(() => session.signIn("a-token"));
afterEach(() => {
  cleanup();
  session.signOut();
  vi.unstubAllGlobals();
});

test("a number says what state it is in, where it comes from and what it costs", async () => {
  const asked = api(listed(ACTIVE));
  render(<Telephony />);
  const card = await screen.findByRole("listitem");
  expect(within(card).getByText("+1 415 555 0142")).toBeTruthy();
  expect(within(card).getByText("Answers calls")).toBeTruthy();
  expect(within(card).getByText("Through Pickup (Telnyx) · Agent agt_demo · $1.00 a month")).toBeTruthy();
  expect(asked).toEqual([{ path: "/api/telephony/numbers", method: "GET", token: "Bearer a-token" }]);
});

test("a number that no longer points here comes first, with what was changed and what to do", async () => {
  const drifted = { ...ACTIVE, phoneNumber: "+14155550199", source: "BYOP" as const, monthlyPrice: null };
  api(listed(ACTIVE, { ...drifted, drift: ["number.connection_id"] }));
  render(<Telephony />);
  const first = (await screen.findAllByRole("heading", { level: 2 }))[0];
  expect(first?.textContent).toContain("+1 415 555 0199");
  expect(screen.getByText("No longer points here").className).toContain("bad");
  expect(screen.getByText("number.connection_id")).toBeTruthy();
});

test("a number that could not be bought says why, costs nothing and cannot be tested", async () => {
  api(listed({ ...ACTIVE, status: "FAILED", reason: { code: "number-taken", detail: "Somebody was quicker." } }));
  render(<Telephony />);
  expect(await screen.findByText("Not bought")).toBeTruthy();
  expect(screen.getByText("Somebody was quicker.")).toBeTruthy();
  expect(screen.queryByText(/a month/)).toBeNull();
  expect(screen.queryByRole("button", { name: "Test this number" })).toBeNull();
});

test("the list goes on over pages", async () => {
  const asked = api(
    { status: 200, body: { items: [ACTIVE], next: "a b" } },
    listed({ ...ACTIVE, phoneNumber: "+14155550143" }),
  );
  render(<Telephony />);
  expect(await screen.findAllByRole("listitem")).toHaveLength(2);
  expect(asked[1]?.path).toBe("/api/telephony/numbers?next=a%20b");
});

test("testing a number shows each check with its result", async () => {
  const asked = api(listed(ACTIVE), {
    status: 200,
    body: { checks: [{ check: "routing-ours", status: "failed", detail: "It points elsewhere." }] },
  });
  render(<Telephony />);
  await userEvent.click(await screen.findByRole("button", { name: "Test this number" }));
  expect(await screen.findByText("It points elsewhere.")).toBeTruthy();
  expect(screen.getByText("Calls come here")).toBeTruthy();
  expect(asked[1]).toMatchObject({ path: "/api/telephony/numbers/%2B14155550142/test", method: "POST" });
});

test("without a number the page says what to do next", async () => {
  api(listed());
  render(<Telephony />);
  expect(await screen.findByText("No number yet")).toBeTruthy();
});

test("a token that is no longer good is asked for again, and a new one is used", async () => {
  const asked = api({ status: 401, body: { code: "unauthorized", detail: "No." } }, listed(ACTIVE));
  render(<Telephony />);
  await userEvent.type(await screen.findByLabelText("Access token"), " another ");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
  expect(await screen.findByText("Answers calls")).toBeTruthy();
  expect(asked[1]?.token).toBe("Bearer another");
});

test("when nobody answers, the page says so and tries again on demand", async () => {
  api();
  render(<Telephony />);
  expect((await screen.findByRole("alert")).textContent).toContain("./pickup up");
  api(listed(ACTIVE));
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Answers calls")).toBeTruthy();
});
