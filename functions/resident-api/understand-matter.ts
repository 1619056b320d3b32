import { readerLanguage } from '#contracts/http/reader-language.ts';
import { understandMatterContract } from '#contracts/http/understand-matter.ts';
import { areaSaid, nameIn } from '#domain/calls/areas.ts';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { kindName } from '#domain/district/kind-names.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import { type Guess, understandMatter as understand } from '#domain/district/sorting/understand-matter.ts';
import { wholeDistrict } from '#domain/district/standing-ids.ts';
import { dangerTold } from '#domain/tickets/danger-told.ts';
import { areaNamed } from '#domain/tickets/sorted.ts';
import { operation } from '#use-cases/operation.ts';

/** A guess with names for a reader. */
const named = <Id extends string>({ alternatives, ...guess }: Guess<Id>, nameOf: (id: Id) => string) => ({
  ...guess,
  name: nameOf(guess.id),
  alternatives: alternatives.map(({ id, probability }) => ({ id, name: nameOf(id), probability })),
});

/** Somebody looks at what the hotline understands of a matter, before it is filed. Nothing is written. */
export const understandMatter = operation(understandMatterContract, {}).handledBy(
  ({ district }) =>
    async ({ body, headers, caller }) => {
      const language = readerLanguage(headers, district);
      const { category, kind, reasons } = understand(district, body.matter);
      const area = areaNamed(district, body);
      const categoryName = (id: string): string => {
        const found = district.categories.find((one) => one.id === id);
        return found ? nameIn(language, found, district) : id;
      };
      const place = area === undefined ? [] : areaSaid(language, district, area);
      // An agent writes what somebody says on the phone.
      const channel = caller.role === 'resident' ? 'app' : 'phone';
      const danger = adviceFor(dangerTold({ channel }, [body.matter, body.place], district), {
        danger: district.danger,
        language,
      });
      return {
        status: 200,
        body: {
          category: named(category, categoryName),
          kind: named(kind, (id: TicketKind) => kindName(id, language)),
          area: {
            id: area ?? wholeDistrict(district),
            name: place.length > 0 ? place.join(language === 'zh' ? '' : ', ') : nameIn(language, district, district),
            sure: area !== undefined,
          },
          words: reasons,
          ...(danger && { danger }),
        },
      };
    },
);
