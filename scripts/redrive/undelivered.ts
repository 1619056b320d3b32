import { attributesOf, type TopicMessage } from '#contracts/messages/ticket-event-message.ts';

/** What is published: a body, and what the topic's subscriptions filter on. */
export interface Published {
  Message: string;
  MessageAttributes: Record<string, { DataType: 'String'; StringValue: string }>;
}

const objectIn = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Takes the body of a message that SNS could not deliver, bare or in SNS's own envelope; gives what was published.
 * Undefined for what no subscription would take: it must stay where it is.
 */
export const publishedIn = (body: string): Published | undefined => {
  const outer = objectIn(body);
  const Message = outer?.Type === 'Notification' ? String(outer.Message) : body;
  const inner = objectIn(Message);
  if (typeof inner?.type !== 'string') return undefined;
  const attributes = Object.entries(attributesOf(inner as TopicMessage)).flatMap(([name, StringValue]) =>
    typeof StringValue === 'string' ? [[name, { DataType: 'String' as const, StringValue }] as const] : [],
  );
  return { Message, MessageAttributes: Object.fromEntries(attributes) };
};
