import { createServer } from 'node:http';
import type { Behaviour } from './behaviour.ts';
import { http, listen, welcome } from './servers.ts';

/** A name of two machines, and an unknown name. Neither exists outside this zoo. */
export const PAIR = 'pair.zoo.test';
const GONE = 'gone.zoo.test';

/**
 * Resolver rules for the browser. They know only one kind of failure, and `localhost` always means
 * `::1` first, then `127.0.0.1`.
 */
export const NAME_RULES = `MAP ${PAIR} localhost, MAP ${GONE} ~NOTFOUND`;

function fails(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`queryA ${code} ${GONE}`), { code }));
}

function answers(...addresses: readonly string[]): () => Promise<readonly string[]> {
  return () => Promise.resolve(addresses);
}

const gone = async () => `http://${GONE}`;
const pair = async () => (await http(welcome)).replace('127.0.0.1', PAIR);

export const names: readonly Behaviour[] = [
  { name: 'a name: the resolver does not know it', start: gone, lookup: fails('ENOTFOUND') },
  { name: 'a name: its servers fail', start: gone, lookup: fails('ESERVFAIL') },
  { name: 'a name: try again, says the resolver', start: gone, lookup: fails('EAI_AGAIN') },
  { name: 'a name: the resolver gives up waiting', start: gone, lookup: fails('ETIMEOUT') },
  { name: 'a name: the resolver never answers', start: gone, lookup: () => new Promise(() => {}) },
  { name: 'a name without an address', start: gone, lookup: answers() },
  { name: 'a name: no data, says the resolver', start: gone, lookup: fails('ENODATA') },
  { name: 'a name: the resolver refuses', start: gone, lookup: fails('EREFUSED') },
  {
    name: 'two addresses, the first refuses',
    start: pair,
    lookup: answers('127.0.0.2', '127.0.0.1'),
  },
  {
    name: 'two addresses, the second refuses',
    start: pair,
    lookup: answers('127.0.0.1', '127.0.0.2'),
  },
  {
    // 192.0.2.0/24 is reserved for documentation, so packets to it are lost.
    name: 'two addresses, the first is silent',
    start: pair,
    lookup: answers('192.0.2.1', '127.0.0.1'),
  },
  {
    name: 'four addresses, the last answers',
    start: pair,
    lookup: answers('127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.1'),
  },
  {
    name: 'an IPv6 address first, which answers, and a dead IPv4 one',
    differs: 'Lambda speaks IPv4 alone: neither a probe nor a journey from there gets in.',
    start: async () => {
      return `http://${PAIR}:${await listen(createServer(welcome), '::1')}`;
    },
    lookup: answers('127.0.0.1'),
  },
];
