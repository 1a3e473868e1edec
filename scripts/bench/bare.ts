// A bare node:http server with one answer, given as a file: what the product's board is measured against.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  headers: Record<string, string>;
  body: string;
};
const bytes = Buffer.from(body, 'base64');
const { 'content-length': _length, 'content-type': _type, 'content-encoding': _encoding, ...withoutBody } = headers;

const server = createServer((request, response) => {
  if (request.url === '/cpu') {
    const { user, system } = process.cpuUsage();
    response.end(String((user + system) / 1e6));
  } else if (request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, withoutBody).end();
  } else {
    response.writeHead(200, headers).end(bytes);
  }
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
