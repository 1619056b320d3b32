import { describe, expect, it } from 'vitest';
import { ofType } from './reading-resources.ts';
import { synthesise } from './synthesised.ts';

const functionsOf = (context: Record<string, string>) =>
  ofType(synthesise(context).resources, 'Lambda::Function').filter(({ properties }) => properties.Handler === 'index.handler');
const reserved = (context: Record<string, string>) =>
  functionsOf(context).flatMap(({ id, properties: { ReservedConcurrentExecutions: most } }) =>
    most === undefined ? [] : [[id.replace(/Function.*/, ''), most]],
  );

describe('the function that departments ask for work', () => {
  it('has half the memory of others: it waits for most of its time', () => {
    const small = functionsOf({ district: 'linzi' }).filter(({ properties }) => properties.MemorySize !== 512);
    expect(small.map(({ id, properties }) => [id.replace(/Function.*/, ''), properties.MemorySize])).toEqual([
      ['departmentapi', 256],
    ]);
  });

  it('reserves nothing of an account, of which a new one has nothing to spare, unless it is told to', () => {
    expect(reserved({ district: 'linzi' })).toEqual([]);
    expect(reserved({ district: 'linzi', stage: 'prod' })).toEqual([]);
    expect(reserved({ district: 'linzi', 'department-concurrency': '20' })).toEqual([['departmentapi', 20]]);
  });
});
