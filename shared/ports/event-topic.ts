import type { TopicMessage } from '#contracts/messages/ticket-event-message.ts';

/** Tells everybody whom it concerns what happened. At least once, in no promised order. */
export interface EventTopic {
  /**
   * Publishes all but those that the topic refuses and always will, and gives the places of those. Throws if any other was
   * not taken, and all may then be sent again.
   */
  publish(messages: readonly TopicMessage[]): Promise<readonly number[]>;
}
