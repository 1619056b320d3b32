import { apiEnvironment } from '#use-cases/operation.ts';
import { operations } from './operations.ts';

export const Env = apiEnvironment(operations);
