import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { localClientConfig } from '#local/endpoint.ts';
import type { Stack } from '#local/stack-file.ts';
import type { Exchanged } from './script.ts';

/** All the ways in which a provider reaches the hotline. */
export interface Wires {
  post(url: string, headers: Record<string, string>, body: string): Promise<{ status: number; body: string }>;
  /** Throws when the function fails. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Puts a recording into the hotline's bucket. */
  keep(key: string, recording: Uint8Array): Promise<void>;
}

/** A function by the name of its folder. Throws when there is none. */
export const functionIn = ({ functions }: Stack, name: string): string => {
  const found = functions.find(({ path }) => path.split('/').includes(name));
  if (!found) throw new Error(`this hotline has no function ${name}`);
  return found.name;
};

/** The bucket in which a provider leaves its recordings. Throws when there is none. */
const bucketIn = ({ outputs }: Stack): string => {
  const bucket = Object.values(outputs).find((stack) => stack.RecordingsBucket !== undefined)?.RecordingsBucket;
  if (bucket === undefined) throw new Error('this hotline has no bucket for recordings');
  return bucket;
};

/** The wires to a running hotline. */
export const wiresTo = (stack: Stack): Wires => {
  const config = localClientConfig(stack.endpoint);
  const [lambda, s3] = [new LambdaClient(config), new S3Client(config)];
  return {
    post: async (url, headers, body) => {
      const response = await fetch(url, { method: 'POST', headers, body });
      return { status: response.status, body: await response.text() };
    },
    invoke: async (name, event) => {
      const command = new InvokeCommand({ FunctionName: functionIn(stack, name), Payload: JSON.stringify(event) });
      const { FunctionError, Payload } = await lambda.send(command);
      const answer = Payload && Payload.length > 0 ? JSON.parse(Buffer.from(Payload).toString()) : undefined;
      if (FunctionError) throw new Error(`${name} failed: ${JSON.stringify(answer)}`);
      return answer;
    },
    keep: async (key, recording) => {
      await s3.send(new PutObjectCommand({ Bucket: bucketIn(stack), Key: key, Body: recording, ContentType: 'audio/wav' }));
    },
  };
};

const readable = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const sentIn = (headers: Record<string, string>, body: string): unknown =>
  headers['content-type']?.includes('json') ? readable(body) : Object.fromEntries(new URLSearchParams(body));

/** The same wires, with everything that goes over them written down. */
export const tapped = (wires: Wires): { wires: Wires; exchange: Exchanged[] } => {
  const exchange: Exchanged[] = [];
  const timed = async <T>(to: string, sent: unknown, send: Promise<T>, shown: (answer: T) => Partial<Exchanged>): Promise<T> => {
    const began = performance.now();
    const answer = await send;
    exchange.push({ to, sent, answer, milliseconds: Math.round(performance.now() - began), ...shown(answer) });
    return answer;
  };
  return {
    exchange,
    wires: {
      post: (url, headers, body) =>
        timed(url, sentIn(headers, body), wires.post(url, headers, body), (answer) => ({
          status: answer.status,
          answer: readable(answer.body),
        })),
      invoke: (name, event) => timed(name, event, wires.invoke(name, event), () => ({})),
      keep: (key, recording) => {
        const kept = wires.keep(key, recording);
        return timed(key, `${recording.length} bytes`, kept, () => ({ answer: 'kept' }));
      },
    },
  };
};
