import * as z from 'zod';
import { Department } from '#domain/district/district.ts';
import { Telephone } from '#domain/telephone/telephone.ts';

/** Somebody who signs in to a local run. Only there: in a deployment people come from the identity provider. */
export const Person = z.strictObject({
  id: Department.shape.id,
  name: Department.shape.name,
  groups: z
    .array(
      z
        .string()
        .regex(
          /^(resident|agent|supervisor|department:[a-z][a-z0-9-]{0,39})$/,
          'resident, agent, supervisor or department:<id of a department>',
        ),
    )
    .min(1),
  /** By it they sign in. */
  phone: Telephone,
});
export type Person = z.infer<typeof Person>;

/** The department that a group speaks for; undefined for the groups that speak for none. */
export const departmentOfGroup = (group: string): string | undefined => group.match(/^department:(.+)$/)?.[1];
