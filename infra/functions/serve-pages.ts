import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { pageRoutes } from '#contracts/pages/page-routes.ts';
import { type Env, touches } from '#functions/serve-pages/env.ts';
import type { HotlineApi } from '#infra/constructs/hotline-api.ts';
import { type FunctionParts, HotlineFunction } from '#infra/constructs/hotline-function.ts';
import type { OwnVariables } from '#infra/constructs/own-variables.ts';
import { textsOf } from '#infra/constructs/phone-parts.ts';
import type { SignIn } from '#infra/constructs/sign-in.ts';

/** The pages of residents, desk and departments, at the same address as the API. */
export class ServePages extends HotlineFunction {
  constructor(scope: Construct, { api, signIn, ...parts }: FunctionParts & { api: HotlineApi; signIn: SignIn }) {
    super(scope, 'serve-pages', {
      ...parts,
      name: 'serve-pages',
      timeout: Duration.seconds(10),
      touches,
      environment: {
        AUTHORITY: signIn.authority,
        CLIENT_ID: signIn.clientId,
        GROUPS_CLAIM: parts.deployment.stage.groupsClaim,
        SIGN_IN_DOMAIN: signIn.domain,
        ...(signIn.signsUp && { SIGNS_UP: 'yes' as const }),
        ...textsOf(parts.deployment),
      } satisfies OwnVariables<typeof Env>,
    });
    api.servePages(pageRoutes, this.lambda);
  }
}
