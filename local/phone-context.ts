const instance = 'arn:aws:connect:us-east-1:000000000000:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa';

/**
 * Context of a deployment to a local AWS with everything that the phone can have: a desk, an account that rings and
 * texts by the API at this address, and an Amazon Connect instance, which exists only for the telephone in simulator/.
 */
export const phoneContext = (api: string): Record<string, string> => ({
  'agent-number': '+8610000000900',
  'caller-id': '+8610000000901',
  'phone-account': `AC${'e2'.repeat(16)}`,
  'phone-api': api,
  'connect-instance': instance,
  'connect-queue': `${instance}/queue/4f1c0d5e-0000-4000-8000-000000000001`,
  'connect-bot': 'arn:aws:lex:us-east-1:000000000000:bot-alias/ABCDEFGHIJ/KLMNOPQRST',
});
