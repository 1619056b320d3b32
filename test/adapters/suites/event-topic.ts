import { describe, expect, it } from 'vitest';
import { messageOf, type TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { EventTopic } from '#ports/event-topic.ts';
import { messageFor, toWaterworks } from '#test/adapters/matters.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';

/** A topic with three subscribers: for what was opened, for what was assigned to the waterworks, and for call-backs. */
export interface SubscribedTopic {
  topic: EventTopic;
  /** The bodies that have arrived; waits until there are so many. */
  arrived(at: 'opened' | 'assigned-to-waterworks' | 'call-backs', count: number): Promise<string[]>;
}

const assigned = (department: string, random: number): TicketEventMessage => {
  const { ticket } = changed(
    opening({ matter: '水漫金山 '.repeat(300) }, { random }).ticket,
    { ...toWaterworks, department },
    'system',
  );
  return messageFor(changed(ticket, { action: 'assign' }, 'system'));
};
const openedMessage = (random: number): TicketEventMessage => messageOf(opening({}, { random }).event);
const callBack = { type: 'call-back-wanted', id: 'a-caller.1', at: MONDAY_AT_TEN, correlationId: 'test' } as const;
const ids = (bodies: readonly string[]): string[] => bodies.map((body) => (JSON.parse(body) as TicketEventMessage).id).sort();

/** What every EventTopic does; `make` gives one with fresh subscribers. */
export const eventTopicSuite = (name: string, make: () => Promise<SubscribedTopic>): void => {
  describe(`${name} tells whom it concerns`, () => {
    it('every message whole, however many there are', async () => {
      const { topic, arrived } = await make();
      const messages = Array.from({ length: 25 }, (_, random) => openedMessage(random));
      await topic.publish(messages);
      const bodies = await arrived('opened', 25);
      expect(ids(bodies)).toEqual(messages.map(({ id }) => id).sort());
      expect(bodies.map((body) => JSON.parse(body))).toContainEqual(messages[0]);
      expect(await arrived('assigned-to-waterworks', 0)).toEqual([]);
    });

    it('by type and department', async () => {
      const { topic, arrived } = await make();
      const work = assigned('waterworks', 2);
      await topic.publish([openedMessage(1), work, assigned('heatworks', 3)]);
      expect((await arrived('assigned-to-waterworks', 1)).map((body) => JSON.parse(body))).toStrictEqual([work]);
      expect(ids(await arrived('opened', 1))).toEqual([openedMessage(1).id]);
      expect(await arrived('call-backs', 0)).toEqual([]);
    });

    it('that somebody is to be rung back, among what is of tickets', async () => {
      const { topic, arrived } = await make();
      await topic.publish([openedMessage(1), callBack, openedMessage(2)]);
      expect((await arrived('call-backs', 1)).map((body) => JSON.parse(body))).toStrictEqual([callBack]);
      expect(ids(await arrived('opened', 2))).toEqual([openedMessage(1), openedMessage(2)].map(({ id }) => id).sort());
      expect(await arrived('assigned-to-waterworks', 0)).toEqual([]);
    });

    it('of nothing when there is nothing', async () => {
      const { topic, arrived } = await make();
      await topic.publish([]);
      expect(await arrived('opened', 0)).toEqual([]);
    });
  });
};
