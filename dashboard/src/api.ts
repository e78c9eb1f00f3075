/** What the API refused, or why it could not be asked. `code` is stable; `message` says what to do. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

const TOKEN = "pickup.token";

/** The access token of this browser tab; gone when the tab is closed. */
export const session = {
  token: () => sessionStorage.getItem(TOKEN) ?? "",
  signIn: (token: string) => sessionStorage.setItem(TOKEN, token.trim()),
  signOut: () => sessionStorage.removeItem(TOKEN),
};

/**
 * Asks the API and returns its JSON.
 *
 * @throws Problem with the API's own code and sentence; status 0 when nobody answered
 */
export async function ask<T>(path: string, method: "GET" | "POST" = "GET"): Promise<T> {
  const response = await fetch(path, { method, headers: { Authorization: `Bearer ${session.token()}` } }).catch(() => {
    throw new Problem(0, "unreachable", "Pickup does not answer. Is it running? Start it with ./pickup up.");
  });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Problem(
      response.status,
      body.code ?? "unknown",
      body.detail ?? `The answer was ${response.status}. Try again.`,
    );
  }
  return body as T;
}

/** Every page of a list, in order. */
export async function askAll<T>(path: string): Promise<T[]> {
  const items: T[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next ? `?next=${encodeURIComponent(next)}` : "";
    const page: { items: T[]; next: string | null } = await ask(path + cursor);
    items.push(...page.items);
    next = page.next;
  } while (next);
  return items;
}
