import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TicketKind } from '#domain/district/kinds.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { TicketLists, TicketStore } from '#ports/ticket-store.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { listChanges } from '#use-cases/lists/list-changes.ts';
import { listTickets, type WantedList } from '#use-cases/lists/list-tickets.ts';
import { areas, categories, departments, intake, isIn, orderOf, type Reported, wantedList, write, writes } from './list-model.ts';
import { livingHotline } from './living-hotline.ts';

/** What the staff's lists do over any store; `make` gives an empty one. */
export const staffListsSuite = (name: string, make: () => Promise<TicketStore & TicketLists>, numRuns: number): void => {
  const needsOf = (lists: TicketLists, now: () => string) => ({ lists, district: smallDistrict, now });

  describe(`${name} shows the staff lists`, () => {
    it('in pages with nothing twice, and nothing missing that was there throughout, while others write', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(intake, { minLength: 4, maxLength: 14 }),
          writes,
          wantedList,
          fc.constantFrom('age' as const, 'due' as const),
          fc.integer({ min: 1, max: 4 }),
          async (all, between, wanted, order, size) => {
            const store = await make();
            const { now, tickets, open, write: does, pass } = livingHotline(store);
            for (const one of all) {
              pass(1);
              await open(one);
            }
            const throughout = new Set([...tickets.values()].filter((one) => isIn(one, wanted)).map(({ number }) => number));
            const stillThere = () => {
              for (const number of throughout) {
                const ticket = tickets.get(number);
                if (!ticket || !isIn(ticket, wanted)) throughout.delete(number);
              }
            };
            const before = [...tickets.values()]
              .filter((one) => isIn(one, wanted))
              .sort((a, b) => (orderOf(a, order) < orderOf(b, order) ? -1 : 1));
            const seen: string[] = [];
            const left = [...between];
            let cursor: string | undefined;
            pass(1);
            do {
              const page = await listTickets(wanted, { order, size, cursor }, needsOf(store, now));
              for (const { number } of page.items) expect(isIn(tickets.get(number) as Ticket, wanted)).toBe(true);
              for (const { number, version } of page.items) expect(version).toBe(tickets.get(number)?.version);
              if (cursor === undefined) expect(page.first?.total).toBe(before.length);
              else expect(page.first).toBeUndefined();
              seen.push(...page.items.map(({ number }) => number));
              cursor = page.cursor;
              for (const one of left.pop() ?? []) {
                await does(one);
                stillThere();
              }
            } while (cursor !== undefined);
            expect(new Set(seen).size, 'nothing twice').toBe(seen.length);
            for (const number of throughout) expect(seen).toContain(number);
            const inOrder = before.map(({ number }) => number).filter((number) => throughout.has(number));
            expect(seen.filter((number) => throughout.has(number))).toEqual(inOrder);
          },
        ),
        { numRuns },
      );
    }, 120_000);

    it('with how many there are beside each value of each filter', async () => {
      const store = await make();
      const { now, tickets, open, write: does, pass } = livingHotline(store);
      for (const one of fc.sample(intake, { numRuns: 25, seed: 7 })) await open(one);
      for (const one of fc.sample(write, { numRuns: 40, seed: 8 })) await does(one);
      pass(1);
      await fc.assert(
        fc.asyncProperty(wantedList, async (wanted) => {
          const { first } = await listTickets(wanted, { order: 'due', size: 1 }, needsOf(store, now));
          const values = {
            department: departments,
            area: areas,
            category: categories,
            kind: TicketKind.options,
            channel: ['app', 'phone'],
          };
          for (const [of, all] of Object.entries(values)) {
            const expected = all.flatMap((value): [string, number][] => {
              const instead = { ...wanted, filter: { ...wanted.filter, [of]: value } };
              const count = [...tickets.values()].filter((one) => isIn(one, instead)).length;
              return count > 0 ? [[value, count]] : [];
            });
            expect([of, [...(first?.counts[of as 'area'] ?? [])].sort()]).toEqual([of, expected.sort()]);
          }
          const flags = (of: 'urgent' | 'doubt') =>
            [false, true].flatMap((value): [string, number][] => {
              const instead = { ...wanted, filter: { ...wanted.filter, [of]: value } };
              const count = [...tickets.values()].filter((one) => isIn(one, instead)).length;
              return count > 0 ? [[String(value), count]] : [];
            });
          for (const of of ['urgent', 'doubt'] as const) expect([...(first?.counts[of] ?? [])].sort()).toEqual(flags(of).sort());
        }),
        { numRuns: numRuns * 3 },
      );
    }, 120_000);

    it('and tells what changed in them, so that who has read one once knows it as it is', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(intake, { minLength: 2, maxLength: 10 }),
          writes,
          wantedList,
          fc.nat(20),
          fc.nat(13),
          async (all, rounds, wanted, wait, seenAfter) => {
            const store = await make();
            const { now, tickets, hadByWaterworks, open, write: does, pass } = livingHotline(store);
            pass(100);
            for (const one of all) {
              pass(1);
              await open(one, seenAfter);
            }
            // Some are with a department when the list is first read.
            for (let of = 0; of < all.length; of += 2) await does({ of, what: 4, opens: all[0] as Reported }, seenAfter);
            pass(20);
            const known = new Map<string, number>();
            const { items, first } = await listTickets(wanted, { order: 'age', size: 100 }, needsOf(store, now));
            for (const { number, version } of items) known.set(number, version);
            let after = first?.changes ?? '';
            for (const round of rounds) {
              for (const one of round) await does(one, seenAfter);
              pass(wait);
              const changes = await listChanges(wanted, after, needsOf(store, now));
              expect(changes.reload).toBe(false);
              // Of tickets that were never theirs a department is not even told the numbers.
              for (const number of wanted.ofDepartment === undefined ? [] : changes.left)
                expect([...hadByWaterworks]).toContain(number);
              for (const { number, version } of changes.items) known.set(number, Math.max(version, known.get(number) ?? 0));
              for (const number of changes.left) known.delete(number);
              after = changes.cursor;
              const model = [...tickets.values()]
                .filter((one) => isIn(one, wanted))
                .map(({ number, version }) => [number, version]);
              expect([...known].sort()).toEqual(model.sort());
            }
            // Each minute it looks five minutes back.
            pass(6 * 60);
            const last = await listChanges(wanted, after, needsOf(store, now));
            pass(60);
            const none = await listChanges(wanted, last.cursor, needsOf(store, now));
            expect([none.items, none.left]).toEqual([[], []]);
          },
        ),
        { numRuns },
      );
    }, 120_000);

    it('and refuses to tell of more than half an hour, or of another list', async () => {
      const store = await make();
      const { now, pass, open } = livingHotline(store);
      for (const one of fc.sample(intake, { numRuns: 3, seed: 1 })) await open(one);
      const list: WantedList = { viewer: 'agent', filter: {} };
      const { first, cursor } = await listTickets(list, { order: 'age', size: 1 }, needsOf(store, now));
      const refused = { name: 'Refusal', code: 'cursor-invalid' };
      const ofOther: WantedList = { ...list, ofDepartment: 'waterworks' };
      await expect(listChanges(ofOther, first?.changes ?? '', needsOf(store, now))).rejects.toMatchObject(refused);
      await expect(listTickets(ofOther, { order: 'age', size: 1, cursor }, needsOf(store, now))).rejects.toMatchObject(refused);
      await expect(listTickets(list, { order: 'due', size: 1, cursor }, needsOf(store, now))).rejects.toMatchObject(refused);
      await expect(listChanges(list, cursor ?? '', needsOf(store, now))).rejects.toMatchObject(refused);
      pass(30 * 60 + 1);
      await expect(listChanges(list, first?.changes ?? '', needsOf(store, now))).rejects.toMatchObject(refused);
    });

    it('and says that so much changed that a list is to be read anew', async () => {
      const store = await make();
      const { now, open, pass } = livingHotline(store);
      const list: WantedList = { viewer: 'agent', filter: {} };
      const { first } = await listTickets(list, { order: 'age', size: 1 }, needsOf(store, now));
      for (const one of fc.sample(intake, { numRuns: 201, seed: 3 })) await open(one);
      pass(2);
      const { items, left, reload } = await listChanges(list, first?.changes ?? '', needsOf(store, now));
      expect([items, left, reload]).toEqual([[], [], true]);
    });
  });
};
