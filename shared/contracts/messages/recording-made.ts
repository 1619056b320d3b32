import * as z from 'zod';
import { PhoneProvider } from '#domain/calls/providers.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';

/** A provider has made a recording of a call; it is to be fetched, kept in our own bucket, and linked from the call's ticket. */
export const RecordingMade = once(() =>
  z.object({
    provider: PhoneProvider,
    /** The provider's id of the call. */
    call: z.string().min(1).max(100),
    /** The provider's id of the recording. */
    recording: z.string().min(1).max(100),
    /** Where the provider keeps it. */
    url: z.url({ protocol: /^https?$/ }).max(500),
    at: Instant,
    correlationId: z.string(),
  }),
);
export type RecordingMade = z.infer<ReturnType<typeof RecordingMade>>;

/** The object in the recordings' bucket in which a recording will lie; known before it is there. */
export const recordingKey = ({ provider, call, recording }: Pick<RecordingMade, 'provider' | 'call' | 'recording'>): string =>
  `recordings/${provider}/${call}/${recording}`;
