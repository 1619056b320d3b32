import type { LifecycleRule } from '@aws-sdk/client-s3';
import * as z from 'zod';

const Days = z.coerce.number();

/** Strict: a rule that is not understood is refused, and never stored in part. */
const TemplateRule = z.strictObject({
  Id: z.string().optional(),
  Status: z.enum(['Enabled', 'Disabled']),
  Prefix: z.string().optional(),
  ExpirationInDays: Days.optional(),
  NoncurrentVersionExpiration: z.strictObject({ NoncurrentDays: Days, NewerNoncurrentVersions: Days.optional() }).optional(),
  AbortIncompleteMultipartUpload: z.strictObject({ DaysAfterInitiation: Days }).optional(),
});

/** The rules, as S3 takes them, of a bucket's LifecycleConfiguration as CloudFormation writes it. Throws for what it does not know. */
export const lifecycleRulesOf = (configuration: unknown): LifecycleRule[] => {
  const { Rules } = z.strictObject({ Rules: z.array(TemplateRule) }).parse(configuration);
  return Rules.map((rule) => ({
    ...(rule.Id ? { ID: rule.Id } : {}),
    Status: rule.Status,
    Filter: { Prefix: rule.Prefix ?? '' },
    ...(rule.ExpirationInDays ? { Expiration: { Days: rule.ExpirationInDays } } : {}),
    ...(rule.NoncurrentVersionExpiration ? { NoncurrentVersionExpiration: rule.NoncurrentVersionExpiration as never } : {}),
    ...(rule.AbortIncompleteMultipartUpload ? { AbortIncompleteMultipartUpload: rule.AbortIncompleteMultipartUpload } : {}),
  }));
};
