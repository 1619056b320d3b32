/*
 * Put in the place of node:http when the functions are bundled: an ESM import of it reads all of its exports, and some of
 * them load undici when they are read, which costs every start about 30 ms. What is required is read when it is used.
 */
import { createRequire } from 'node:module';

const http = createRequire(import.meta.url)('node:http') as typeof import('node:http');

export default http;
export const { Agent, request, STATUS_CODES } = http;
