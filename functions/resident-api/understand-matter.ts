import { readerLanguage } from '#contracts/http/reader-language.ts';
import { understandMatterContract } from '#contracts/http/understand-matter.ts';
import { areaSaid, nameIn } from '#domain/calls/areas.ts';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { kindName } from '#domain/district/kind-names.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import type { Guess } from '#domain/district/sorting/understand-matter.ts';
import { dangerTold } from '#domain/tickets/danger-told.ts';
import { understoodOf } from '#domain/tickets/sorted.ts';
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
      // An agent writes what somebody says on the phone.
      const channel = caller.role === 'resident' ? 'app' : 'phone';
      const danger = dangerTold({ channel }, [body.matter, body.place], district);
      const advice = adviceFor(danger, { danger: district.danger, language });
      const inDanger = danger?.outcome === 'danger';
      const { category, kind, area, reasons } = understoodOf({ ...body, inDanger }, district);
      // The words of the phone are loaded with the first matter that is looked at.
      const { noMatterIn } = await import('#domain/calls/tells-nothing.ts');
      const noMatter = danger === undefined ? noMatterIn(body.matter) : undefined;
      const categoryName = (id: string): string => {
        const found = district.categories.find((one) => one.id === id);
        return found ? nameIn(language, found, district) : id;
      };
      const areaName = (id: string): string => {
        const place = areaSaid(language, district, id);
        return place.length > 0 ? place.join(language === 'zh' ? '' : ', ') : nameIn(language, district, district);
      };
      return {
        status: 200,
        body: {
          category: named(category, categoryName),
          kind: named(kind, (id: TicketKind) => kindName(id, language)),
          area: {
            id: area.id,
            name: areaName(area.id),
            sure: area.sure,
            alternatives: area.alternatives.map((id) => ({ id, name: areaName(id) })),
          },
          words: reasons,
          ...(advice && { danger: advice }),
          ...(noMatter !== undefined && { noMatter }),
        },
      };
    },
);
