import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A verb of TwiML, or a noun within one. */
export interface Verb {
  name: string;
  attributes: Record<string, string>;
  children: Verb[];
  text: string;
}

const CALLBACK = ['recordingStatusCallback', 'recordingStatusCallbackMethod', 'recordingStatusCallbackEvent', 'trim'];

/** The verbs and nouns that the stand-in can carry out, with the attributes that Twilio documents for them. */
const KNOWN: Record<string, readonly string[]> = {
  Response: [],
  Say: ['voice', 'loop', 'language'],
  Pause: ['length'],
  Gather: [
    'action',
    'method',
    'input',
    'timeout',
    'numDigits',
    'finishOnKey',
    'actionOnEmptyResult',
    'language',
    'hints',
    'speechTimeout',
    'maxSpeechTime',
    'profanityFilter',
    'speechModel',
    'enhanced',
    'bargeIn',
  ],
  Record: ['action', 'method', 'timeout', 'finishOnKey', 'maxLength', 'playBeep', ...CALLBACK],
  Dial: ['action', 'method', 'timeout', 'timeLimit', 'callerId', 'answerOnBridge', 'record', ...CALLBACK],
  Number: [],
  Sip: [],
  Enqueue: ['action', 'method', 'waitUrl', 'waitUrlMethod', 'maxQueueSize'],
  Leave: [],
  Redirect: ['method'],
  Start: [],
  Recording: [...CALLBACK, 'track', 'channels'],
  Hangup: [],
};

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false });

const verbsIn = (nodes: any[]): Verb[] =>
  nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text' && !key.startsWith('?'));
    if (!name) return [];
    const attributes: Record<string, string> = node[':@'] ?? {};
    const known = KNOWN[name];
    if (!known) throw new Error(`TwiML has no ${name} that the stand-in knows`);
    const strange = Object.keys(attributes).find((attribute) => !known.includes(attribute));
    if (strange) throw new Error(`Twilio documents no ${strange} of ${name}`);
    const text = node[name].map((child: any) => child['#text'] ?? '').join('');
    return [{ name, attributes, children: verbsIn(node[name]), text }];
  });

/** The verbs of a document. Throws for anything that is not well-formed TwiML of verbs that the stand-in knows. */
export const readTwiml = (document: string): Verb[] => {
  const wellFormed = XMLValidator.validate(document);
  if (wellFormed !== true) throw new Error(`not XML: ${wellFormed.err.msg}: ${document}`);
  const [response, ...others] = verbsIn(parser.parse(document));
  if (response?.name !== 'Response' || others.length > 0) throw new Error(`TwiML is one Response: ${document}`);
  return response.children;
};
