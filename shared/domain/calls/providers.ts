import * as z from 'zod';

/** Phone providers that the hotline knows; part of a call's id and of its ticket's mark. */
export const PhoneProvider = z.enum(['twilio', 'jambonz', 'connect']);
export type PhoneProvider = z.infer<typeof PhoneProvider>;

/** In what providers differ beside their language. */
interface ProviderFacts {
  /**
   * The provider keeps recordings itself, tells us of each, and we fetch it. The others record the whole call and put
   * it into our bucket under a name of their own.
   */
  keepsRecordings: boolean;
}

/** What each provider does; a new one does not compile until it has answered. */
export const providerFacts: Readonly<Record<PhoneProvider, ProviderFacts>> = {
  twilio: { keepsRecordings: true },
  jambonz: { keepsRecordings: false },
  connect: { keepsRecordings: false },
};

/** The id of a call: `<provider>:<the provider's id of the call>`. */
export const callIdOf = (provider: PhoneProvider, call: string): string => `${provider}:${call}`;

/** The provider that a call's id names, and its own id of the call. Throws for an id without a provider that we know. */
export const partsOfCallId = (id: string): { provider: PhoneProvider; call: string } => {
  const end = id.indexOf(':');
  return { provider: PhoneProvider.parse(id.slice(0, end)), call: id.slice(end + 1) };
};
