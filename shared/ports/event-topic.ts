import type { TopicMessage } from '#contracts/messages/ticket-event-message.ts';

/** Tells everybody whom it concerns what happened. At least once, in no promised order. */
export interface EventTopic {
  /** Publishes all; throws if any of them was not taken, and all may then be sent again. */
  publish(messages: readonly TopicMessage[]): Promise<void>;
}
