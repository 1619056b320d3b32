import { readdirSync } from 'node:fs';
import type { APIGatewayProxyEventV2, ConnectContactFlowEvent } from 'aws-lambda';
import { expect, it } from 'vitest';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import * as answerConnectCall from '#functions/answer-connect-call/handler.ts';
import * as answerJambonzCall from '#functions/answer-jambonz-call/handler.ts';
import * as endConnectCall from '#functions/end-connect-call/handler.ts';
import * as takeMessage from '#functions/take-message/handler.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { eventFunction } from '#runtime/event.ts';
import { type Log, lineOf } from '#runtime/log.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { memorySigningSecrets } from '#test/adapters/memory/signing-secrets.ts';
import { phoneHotline } from './phone-hotline.ts';
import { AUTH_TOKEN, PUBLIC_URL } from './telephone-line.ts';

/** What an event led to: a status, or whether it was thrown back. */
interface Result {
  status: number;
  lines: string[];
  parked: string[];
}

const run = async (name: string, event: unknown): Promise<Result> => {
  const lines: string[] = [];
  const parked: string[] = [];
  const log: Log = (...line) => lines.push(lineOf(...line));
  const park = async (bodies: readonly string[]) => void parked.push(...bodies);
  const { needs } = phoneHotline();
  const secrets = memorySigningSecrets(AUTH_TOKEN);
  const messages = takeMessage.createHandlers({
    ...needs,
    park,
    secrets: { twilio: secrets, jambonz: secrets },
    publicUrl: PUBLIC_URL,
  });
  const options = { publicUrl: PUBLIC_URL, log };
  const connect = contactFlowFunction('x', answerConnectCall.createHandler({ ...needs, park, hearsSpeech: true }), { log });
  const functions: Record<string, (event: never) => Promise<unknown>> = {
    'answer-jambonz-call': webhookFunction(
      answerJambonzCallContract,
      answerJambonzCall.createHandler({ ...needs, park, secrets, publicUrl: PUBLIC_URL }),
      options,
    ),
    'answer-connect-call': connect as (event: never) => Promise<unknown>,
    'end-connect-call': eventFunction('x', endConnectCall.createHandler(needs), { log }) as (event: never) => Promise<unknown>,
    'take-message': ((sent: APIGatewayProxyEventV2 | ConnectContactFlowEvent) => {
      if (!('rawPath' in sent)) return contactFlowFunction('x', messages.forConnect, { log })(sent);
      return sent.rawPath.includes('jambonz')
        ? webhookFunction(takeJambonzMessageContract, messages.forJambonz, options)(sent)
        : webhookFunction(takeTwilioMessageContract, messages.forTwilio, options)(sent);
    }) as (event: never) => Promise<unknown>,
  };
  try {
    const answer = (await functions[name]?.(event as never)) as { statusCode?: number } | undefined;
    return { status: answer?.statusCode ?? 200, lines, parked };
  } catch {
    return { status: 400, lines, parked };
  }
};

const cases = ['answer-jambonz-call', 'answer-connect-call', 'end-connect-call', 'take-message'].flatMap((name) =>
  readdirSync(`events/${name}`).map((file) => ({ name, file })),
);

it.each(cases)('$name: $file', async ({ name, file }) => {
  const event: unknown = wholeEvent(`events/${name}/${file}`, { secret: AUTH_TOKEN, publicUrl: PUBLIC_URL });
  const { status, lines, parked } = await run(name, event);
  if (file.startsWith('ok-')) {
    expect([status, lines.some((line) => line.includes('"level":"error"'))]).toEqual([200, false]);
    expect(parked).toHaveLength(name === 'take-message' ? 1 : 0);
  } else {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(parked).toEqual([]);
  }
  expect(lines.join('\n')).not.toMatch(/100000000\d\d|水管/);
});
