import { describe, expect, it } from 'vitest';
import type { RecordingArchive, RecordingSource, Sound } from '#ports/recordings.ts';

const KEY = 'recordings/twilio/CA1/RE1';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const sound = (text: string): Sound => ({ bytes: bytesOf(text), type: 'audio/x-wav' });

/** What every RecordingSource does; `make` gives one whose provider made just these recordings, and their addresses. */
export const recordingSourceSuite = (
  name: string,
  make: (made: Record<string, Uint8Array>) => Promise<{ source: RecordingSource; addressOf(id: string): string }>,
): void => {
  describe(`${name} as a source of recordings`, () => {
    it('gives the sound as it was recorded, however often', async () => {
      const { source, addressOf } = await make({ RE1: bytesOf('RIFF one'), RE2: bytesOf('RIFF other') });
      for (const [id, text] of [
        ['RE1', 'RIFF one'],
        ['RE2', 'RIFF other'],
        ['RE1', 'RIFF one'],
      ] as const) {
        const { bytes, type } = await source.fetch(addressOf(id));
        expect([Buffer.from(bytes).toString(), type]).toEqual([text, 'audio/x-wav']);
      }
    });

    it('throws for what is not there, and for an address that is not the provider’s', async () => {
      const { source, addressOf } = await make({ RE1: bytesOf('RIFF') });
      await expect(source.fetch(`${addressOf('RE1')}/nowhere`)).rejects.toThrow();
      await expect(source.fetch('http://127.0.0.1:1/RE1')).rejects.toThrow();
    });
  });
};

/**
 * What every RecordingArchive does; `make` gives an empty one. `hear` opens a link, where there is something behind it.
 */
export const recordingArchiveSuite = (
  name: string,
  make: () => Promise<{ archive: RecordingArchive; hear?: (link: string) => Promise<Response> }>,
): void => {
  describe(`${name} as an archive of recordings`, () => {
    it('has what was kept, and nothing else', async () => {
      const { archive } = await make();
      expect(await archive.has(KEY)).toBe(false);
      await archive.keep(KEY, sound('RIFF'));
      expect(await archive.has(KEY)).toBe(true);
      for (const other of ['recordings/twilio/CA1', 'recordings/twilio/CA1/RE', 'RE1', KEY.toLowerCase()]) {
        expect(await archive.has(other)).toBe(false);
      }
    });

    it('keeps a recording twice as once, and says by a link what was kept last', async () => {
      const { archive, hear } = await make();
      await archive.keep(KEY, sound('RIFF one'));
      await archive.keep(KEY, sound('RIFF one'));
      const link = await archive.linkTo(KEY, 300);
      expect(link).toContain('RE1');
      expect(URL.canParse(link)).toBe(true);
      if (!hear) return;
      const response = await hear(link);
      expect([response.status, await response.text()]).toEqual([200, 'RIFF one']);
      expect(response.headers.get('content-type')).toBe('audio/x-wav');
    });

    it('has keys as providers write them', async () => {
      const { archive, hear } = await make();
      const key = 'incoming/connect/ivr/2026/11/23/2f1d1a3e-6c5b-4a7e-9b59-2b5f5e0c1a01_20261123T02:30_UTC.wav';
      await archive.keep(key, sound('RIFF'));
      expect(await archive.has(key)).toBe(true);
      if (hear) expect(await (await hear(await archive.linkTo(key, 300))).text()).toBe('RIFF');
    });
  });
};
