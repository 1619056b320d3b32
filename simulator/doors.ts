import type { Stack } from '#local/stack-file.ts';

/** What a door answered. */
export interface Answer {
  status: number;
  body: any;
  /** After so many seconds it is worth asking again, if the door says so. */
  again?: number;
}

/** One request as somebody makes it; `as` is the id of a sample person, absent for nobody. */
export interface Ask {
  as?: string | undefined;
  method?: 'GET' | 'POST';
  path: string;
  body?: unknown;
  headers?: Record<string, string> | undefined;
}

/** Speaks to the HTTP API of a running hotline as its sample people do. Throws for a person who is not there. */
export const apiOf =
  (stack: Stack) =>
  async ({ as, method = 'POST', path, body, headers = {} }: Ask): Promise<Answer> => {
    const person = stack.people.find(({ id }) => id === as);
    if (as !== undefined && !person) throw new Error(`there is no sample person ${as}`);
    const response = await fetch(stack.api + path, {
      method,
      headers: { ...headers, ...(person && { authorization: `Bearer ${person.token}` }), 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const again = response.headers.get('retry-after');
    return {
      status: response.status,
      body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
      ...(again !== null && { again: Number(again) }),
    };
  };

export type Api = ReturnType<typeof apiOf>;

/** The same, for what must succeed. Throws with the door's own words when it does not. */
export const insistOnAnswer = async (api: Api, ask: Ask): Promise<Answer> => {
  const answer = await api(ask);
  const { status, body } = answer;
  if (status >= 300)
    throw new Error(`${ask.method ?? 'POST'} ${ask.path} as ${ask.as}: ${status} ${body?.detail ?? JSON.stringify(body)}`);
  return answer;
};

/** The same, for who needs the body alone. */
export const insist = async (api: Api, ask: Ask): Promise<any> => (await insistOnAnswer(api, ask)).body;
