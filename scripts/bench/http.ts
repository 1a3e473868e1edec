import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 10 });
type Headers = Record<string, string>;
export type Answer = { status: number; headers: Headers; body: Buffer };

type Sent = { method?: 'POST' | 'PUT'; through?: Agent };

/** A GET, or a POST of the body with the headers of our pages. */
export const ask = (
  url: string,
  given: Headers = {},
  body?: object,
  { method = 'POST', through = agent }: Sent = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const own = { origin: new URL(url).origin, 'content-type': 'application/json' };
    const headers = body ? { ...own, ...given } : given;
    request(url, { agent: through, headers, method: body ? method : 'GET' }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('error', reject)
        .on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Headers,
            body: Buffer.concat(parts),
          }),
        );
    })
      .on('error', reject)
      .end(body && JSON.stringify(body));
  });

/** Sends `amount` requests over ten connections; every answer must have this status. */
export async function load(url: string, headers: Headers, status: number, amount: number): Promise<void> {
  let left = amount;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await ask(url, headers);
      if (answer.status !== status) throw new Error(`${url} answered ${answer.status} instead of ${status}.`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, one));
}

/** A value of the product's /metrics; processor and memory are Node's figures of its process. */
export async function metric(url: string, name: string): Promise<number> {
  const text = (await ask(`${url}/metrics`)).body.toString();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
}

export const closeHttp = (): void => agent.destroy();
