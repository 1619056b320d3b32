import { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { attributesOf, TicketEventMessage, type TopicMessage } from '#contracts/messages/ticket-event-message.ts';
import type { EventTopic } from '#ports/event-topic.ts';

type Attributes = ReturnType<typeof attributesOf>;

/** A topic that keeps what was published and hands it on. */
export interface MemoryTopic extends EventTopic {
  readonly published: readonly TopicMessage[];
  /** Hands every message whose attributes are wanted to `take`, as the body of a queue's message. */
  subscribe(wanted: (attributes: Attributes) => boolean, take: (body: string) => void | Promise<void>): void;
}

const schemaOf = ({ type }: TopicMessage) => {
  if (type === 'call-back-wanted') return CallBackWanted;
  return type === 'look-up-wanted' ? LookUpWanted : TicketEventMessage;
};

/** A topic in memory: publishing ends when all subscribers have taken the messages. Some it may refuse for ever. */
export const memoryTopic = ({ refuses = () => false }: { refuses?: (message: TopicMessage) => boolean } = {}): MemoryTopic => {
  const published: TopicMessage[] = [];
  const subscriptions: Parameters<MemoryTopic['subscribe']>[] = [];
  return {
    published,
    subscribe: (...subscription) => {
      subscriptions.push(subscription);
    },
    publish: async (messages) => {
      const refused: number[] = [];
      for (const [place, message] of messages.entries()) {
        if (refuses(message)) {
          refused.push(place);
          continue;
        }
        const body = JSON.stringify(message);
        published.push(schemaOf(message).parse(JSON.parse(body)));
        for (const [wanted, take] of subscriptions) {
          if (wanted(attributesOf(message))) await take(body);
        }
      }
      return refused;
    },
  };
};
