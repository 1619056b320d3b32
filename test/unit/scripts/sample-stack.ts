import type { Stack } from '#local/stack-file.ts';

/** A hotline that is up, as its file describes it: nothing answers at its addresses. */
export const sampleStack: Stack = {
  startedAt: '2026-11-23T08:00:00.000Z',
  pid: process.pid,
  endpoint: 'http://127.0.0.1:1',
  region: 'us-east-1',
  account: '000000000000',
  district: 'linzi',
  api: 'http://127.0.0.1:1/api',
  webhooks: {},
  queues: [],
  tables: [],
  topics: [],
  functions: [],
  secrets: [],
  outputs: {},
  people: [
    { id: 'resident-li', name: 'Li', groups: ['resident'], sub: 's1', token: 'token-of-li' },
    { id: 'clerk-wang', name: 'Wang', groups: ['department:water'], sub: 's2', token: 'token-of-wang' },
  ],
};
