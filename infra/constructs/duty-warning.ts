import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { District } from '#domain/district/district.ts';
import { hasLadder } from '#domain/district/duty-ladder.ts';
import { ownValue } from '#domain/own-value.ts';
import type { Stage } from '#infra/stages.ts';

/** Warns at synth where nobody is rung for people in danger: an urgent ticket would wait for its department in silence. */
export const warnWithoutDuty = (
  scope: IConstruct,
  { id, departments, duty }: District,
  { phoneAccount, callerId }: Pick<Stage, 'phoneAccount' | 'callerId'>,
): void => {
  const warn = (name: string, text: string): void => Annotations.of(scope).addWarningV2(`hotline:${name}`, text);
  const warnOfNumber = (name: string, text: string): void => warn(name, `${text}; add one to config/${id}/duty.yaml and deploy.`);
  const without = departments
    .filter((department) => ownValue(duty.departments, department.id) === undefined)
    .map((one) => one.id);
  if (duty.district.length === 0) {
    if (without.length > 0)
      warnOfNumber(
        'no-duty-number',
        `Nobody is rung for urgent matters of ${without.join(', ')}: neither they nor the district have a duty number`,
      );
    warnOfNumber(
      'no-duty-number-of-district',
      'Nobody is rung for urgent matters whose department is not known yet: the district has no duty number',
    );
  }
  if (duty.desk === undefined)
    warnOfNumber(
      'no-duty-number-of-desk',
      'Nobody is rung at night for matters that may be dangers: the desk has no duty number',
    );
  const hasNumbers = hasLadder(duty) || duty.desk !== undefined;
  if (hasNumbers && !(phoneAccount && callerId))
    warn(
      'duty-numbers-are-not-rung',
      'Nobody is rung at the duty numbers: the deployment has no phone account; deploy with -c phone-account=… and -c caller-id=….',
    );
};
