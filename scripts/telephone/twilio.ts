import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { XMLParser } from 'fast-xml-parser';
import twilio from 'twilio';
import { readDistrict } from '../infra/district/read-district.ts';
import { localClientConfig } from '../local/endpoint.ts';
import { projectFolder } from '../local/project-folder.ts';
import type { Stack } from '../local/stack-file.ts';
import { readTicketNumber } from '../shared/domain/ticket-number.ts';

/** What the person at the telephone does when they are asked. */
export type CallAnswer = { keys: string } | { speech: string } | { recording: string } | { silence: true };

export interface CallScript {
  from: string;
  answers: readonly CallAnswer[];
  /** The provider's id of the call; a new one when absent. */
  callSid?: string;
}

/** What the caller heard, and the ticket number in it. */
export interface CallRecord {
  callSid: string;
  heard: string[];
  number: string | undefined;
}

export type Telephone = (script: CallScript) => Promise<CallRecord>;

/** The most webhooks that one call may take: a conversation that goes in circles is a fault. */
const MOST_STEPS = 60;

/** Posts a webhook as Twilio does: a form, signed over the exact public URL by Twilio's own package. */
export const signedPost = (url: string, form: Record<string, string>, authToken: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, form),
    },
    body: new URLSearchParams(form),
  });

/** The secret that signs the webhooks of a running hotline. */
export const authTokenOf = async (stack: Stack): Promise<string> => {
  const client = new SecretsManagerClient(localClientConfig(stack.endpoint));
  const { SecretString = '{}' } = await client.send(new GetSecretValueCommand({ SecretId: stack.secrets[0]?.name }));
  return JSON.parse(SecretString).current;
};

interface Verb {
  name: string;
  attributes: Record<string, string>;
  children: Verb[];
  text: string;
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });

const verbsIn = (nodes: any[]): Verb[] =>
  nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'));
    if (!name) return [];
    const text = node[name].map((child: any) => child['#text'] ?? '').join('');
    return [{ name, attributes: node[':@'] ?? {}, children: verbsIn(node[name]), text }];
  });

/** What the provider posts next, and where; undefined when the call is over. */
type Next = { action: string; form: Record<string, string> } | undefined;

/** Carries a document out as Twilio does: verb by verb, until one asks or sends the call elsewhere. */
const carryOut = (document: Verb[], takeAnswer: () => CallAnswer | undefined, heard: string[]): Next => {
  for (const { name, attributes, children, text } of document) {
    for (const said of name === 'Say' ? [text] : children.filter((child) => child.name === 'Say').map((child) => child.text)) {
      heard.push(said);
    }
    const { action = '' } = attributes;
    if (name === 'Hangup') return undefined;
    if (name === 'Redirect') return { action: text, form: {} };
    if (name === 'Dial') return { action, form: { DialCallStatus: 'no-answer' } };
    if (name === 'Gather') {
      const answer = takeAnswer();
      if (!answer) return undefined;
      if ('keys' in answer) return { action, form: { Digits: answer.keys } };
      if ('speech' in answer) return { action, form: { SpeechResult: answer.speech, Confidence: '0.9' } };
      if (attributes.actionOnEmptyResult === 'true') return { action, form: {} };
    }
    if (name === 'Record') {
      const answer = takeAnswer();
      if (!answer) return undefined;
      if ('recording' in answer) return { action, form: { RecordingUrl: answer.recording, RecordingDuration: '12' } };
    }
  }
  return undefined;
};

const SPOKEN = [
  /[零〇]|zero|oh/g,
  /[幺一]|one/g,
  /[二两]|two/g,
  /三|three/g,
  /四|four/g,
  /五|five/g,
  /六|six/g,
  /七|seven/g,
  /八|eight/g,
  /九|nine/g,
];

/** The digits of what was said, if it was nothing but digits. */
const digitsIn = (said: string): string => {
  const figures = SPOKEN.reduce((text, digit, value) => text.replace(digit, String(value)), said.toLowerCase());
  return /^[\d\s,，、.。-]+$/.test(figures) ? figures.replace(/\D/g, '') : '';
};

/** The ticket number that was said group by group, known by its check digit. */
const numberIn = (heard: readonly string[], letters: string): string | undefined => {
  const digits = heard.map(digitsIn).join('');
  for (let at = 0; at + 12 <= digits.length; at += 1) {
    const number = readTicketNumber(digits.slice(at, at + 12), letters);
    if (number) return number;
  }
  return undefined;
};

/** A telephone and its provider in one: plays a script against the voice webhook of a running hotline. */
export const telephoneOf = async (stack: Stack): Promise<Telephone> => {
  const authToken = await authTokenOf(stack);
  const door = stack.webhooks['/voice/twilio'];
  if (!door) throw new Error('this hotline has no voice webhook');
  const { letters } = readDistrict(join(projectFolder, 'config', stack.district)).district;

  return async ({ from, answers, callSid = `CA${randomBytes(16).toString('hex')}` }) => {
    const call = { CallSid: callSid, AccountSid: `AC${'0'.repeat(32)}`, From: from, To: '+86533081890', Direction: 'inbound' };
    const heard: string[] = [];
    const left = [...answers];
    let next: Next = { action: door, form: { CallStatus: 'ringing' } };
    for (let step = 0; next && step < MOST_STEPS; step += 1) {
      const url: string = new URL(next.action, door).href;
      const response = await signedPost(url, { ...call, CallStatus: 'in-progress', ...next.form }, authToken);
      const document = await response.text();
      if (!response.ok) throw new Error(`the voice webhook answered ${response.status}: ${document}`);
      next = carryOut(verbsIn(parser.parse(document))[0]?.children ?? [], () => left.shift(), heard);
    }
    return { callSid, heard, number: numberIn(heard, letters) };
  };
};
